// Any bytes that claim to be a web page: no crash, no hang, and its title is clean.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/require.hpp"
#include "sources/html_page.hpp"

using namespace papers;

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view page = fuzz::view(data, size);
  // The first line stands for what the Content-Type header names.
  const std::string charset(page.substr(0, std::min<std::size_t>(page.find('\n'), 40)));
  fuzz::require_clean(sources::page_title(page, ""));
  fuzz::require_clean(sources::page_title(page, charset));
  fuzz::require_clean(sources::plain_text(page));
  return 0;
}
