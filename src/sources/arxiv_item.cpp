#include "sources/arxiv_item.hpp"

#include <algorithm>
#include <utility>

#include "util/calendar.hpp"
#include "util/strings.hpp"

namespace papers::sources {
namespace {

std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<std::string> moment(const std::string& text) {
  const std::optional<Time> time = util::from_moment(text);
  return time ? std::optional(util::to_moment(*time)) : std::nullopt;
}

void add_dois(Item& item, const AtomEntry& entry) {
  for (const std::string& doi : entry.dois) {
    const Result<Identifier> id = parse_identifier(doi);
    const bool is_new =
        id && id->scheme == Scheme::doi && std::find(item.ids.begin(), item.ids.end(), *id) == item.ids.end();
    if (is_new) {
      item.ids.push_back(*id);
    }
  }
}

}  // namespace

std::optional<Item> item_from(const AtomEntry& entry) {
  const Result<Identifier> id = parse_identifier(entry.id);
  if (!id || id->scheme != Scheme::arxiv || entry.title.empty()) {
    return std::nullopt;
  }
  Item item;
  item.ids.push_back({id->scheme, id->value, 0});
  add_dois(item, entry);
  item.title = entry.title;
  item.authors = entry.authors;
  item.published = moment(entry.published);
  item.updated = moment(entry.updated);
  if (item.published) {
    item.year = util::to_int(std::string_view(*item.published).substr(0, 4));
  }
  if (id->version > 0) {
    item.version = id->version;
  }
  item.venue = unless_empty(entry.journal_ref);
  item.categories = entry.categories;
  item.abstract = unless_empty(entry.summary);
  item.comment = unless_empty(entry.comment);
  item.source = "arxiv";
  return item;
}

}  // namespace papers::sources
