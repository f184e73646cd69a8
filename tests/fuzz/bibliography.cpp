// Any bytes that claim to be a page with a bibliography: no crash, no hang, and what comes out is clean.
#include <cstddef>
#include <cstdint>

#include "fuzz/require.hpp"
#include "sources/arxiv_html.hpp"
#include "sources/html_bibliography.hpp"

using namespace papers;

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view body = fuzz::view(data, size);
  static_cast<void>(sources::judge_html({200, std::string(body), {}, ""}));
  for (const sources::PrintedReference& printed : sources::parse_html_bibliography(body)) {
    fuzz::require(!printed.blocks.empty());
    for (const std::string& block : printed.blocks) {
      fuzz::require_clean(block);
    }
    const Item work = sources::read_printed(printed);
    fuzz::require_sound(work);
    fuzz::require(!work.title.empty());
  }
  return 0;
}
