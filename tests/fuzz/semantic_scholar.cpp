// Any bytes that claim to come from Semantic Scholar: no crash, no hang, and what comes out is clean.
#include <cstddef>
#include <cstdint>

#include "fuzz/require.hpp"
#include "sources/cited_works.hpp"
#include "sources/json_fields.hpp"
#include "sources/semantic_scholar_json.hpp"

using namespace papers;

namespace {

void check(const std::vector<sources::S2Entry>& entries) {
  sources::CitedWorks works;
  for (const sources::S2Entry& entry : entries) {
    fuzz::require_sound(entry.work);
    fuzz::require(entry.contexts.size() <= k_max_contexts);
    for (const std::string& context : entry.contexts) {
      fuzz::require_clean(context);
    }
    works.add(entry.work, entry.contexts);
  }
  const FetchedReferences references = works.take({Scheme::arxiv, "2401.00001"}, "semantic-scholar", "");
  fuzz::require(references.list.entries.size() <= entries.size());
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view body = fuzz::view(data, size);
  fuzz::require_clean(sources::s2_error_words(body));
  static_cast<void>(sources::verdict(false, body));
  for (const std::size_t asked : {std::size_t{1}, std::size_t{4}}) {
    const auto batch = sources::parse_s2_batch(body, asked);
    fuzz::require(batch || !batch.error().message.empty());
    for (const auto& paper : batch ? *batch : sources::S2Batch{}) {
      check(paper ? paper->entries : std::vector<sources::S2Entry>{});
    }
  }
  if (const auto page = sources::parse_s2_page(body)) {
    check(page->entries);
  }
  if (const auto works = sources::parse_s2_matches(body)) {
    for (const Item& work : *works) {
      fuzz::require_sound(work);
      fuzz::require(!work.ids.empty() && !work.title.empty());
    }
  }
  return 0;
}
