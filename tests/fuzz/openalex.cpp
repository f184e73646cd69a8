// Any bytes that claim to come from OpenAlex: no crash, no hang, and what comes out is clean.
#include <cstddef>
#include <cstdint>

#include "fuzz/require.hpp"
#include "sources/openalex_json.hpp"

using namespace papers;

namespace {

void check(const sources::OpenAlexWork& work) {
  fuzz::require_sound(work.work);
  fuzz::require(!work.work.ids.empty());
  for (const Identifier& id : work.cited) {
    fuzz::require(id.scheme == Scheme::openalex);
  }
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view body = fuzz::view(data, size);
  fuzz::require_clean(sources::openalex_error_words(body));
  if (const auto work = sources::parse_openalex_work(body)) {
    check(*work);
  }
  if (const auto works = sources::parse_openalex_list(body)) {
    for (const sources::OpenAlexWork& work : *works) {
      check(work);
    }
  }
  return 0;
}
