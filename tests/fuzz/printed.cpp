// Any entry of a bibliography, a block a line: no crash, no hang, and what comes out is clean.
#include <cstddef>
#include <cstdint>

#include "fuzz/require.hpp"
#include "sources/printed_reference.hpp"
#include "util/strings.hpp"

using namespace papers;

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sources::PrintedReference printed;
  for (const std::string_view line : util::split(fuzz::view(data, size), '\n')) {
    printed.blocks.push_back(util::clean_line(line));
  }
  printed.label = printed.blocks.back();
  printed.links = {printed.blocks.front()};
  fuzz::require_sound(sources::read_printed(printed));
  return 0;
}
