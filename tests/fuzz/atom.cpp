// Any bytes that claim to be a feed: no crash, no hang, and what comes out is clean.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "sources/arxiv_item.hpp"
#include "sources/atom_feed.hpp"
#include "util/text.hpp"

namespace {

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto feed =
      papers::sources::parse_atom_feed(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!feed) {
    require(!feed.error().message.empty());
    return 0;
  }
  for (const auto& entry : feed->entries) {
    require(papers::util::clean_line(entry.title) == entry.title);
    if (const auto item = papers::sources::item_from(entry)) {
      require(!item->title.empty() && !item->ids.empty());
    }
  }
  return 0;
}
