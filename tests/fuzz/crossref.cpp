// Any bytes that claim to come from Crossref: no crash, no hang, and what comes out is clean.
#include <cstddef>
#include <cstdint>

#include "fuzz/require.hpp"
#include "sources/crossref_list.hpp"
#include "sources/crossref_work.hpp"

using namespace papers;

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view body = fuzz::view(data, size);
  if (const auto work = sources::parse_crossref_work(body)) {
    fuzz::require_sound(*work);
    fuzz::require(!work->ids.empty() && !work->title.empty());
  }
  if (const auto list = sources::parse_crossref_list(body)) {
    for (const Item& work : list->works) {
      fuzz::require_sound(work);
    }
  }
  return 0;
}
