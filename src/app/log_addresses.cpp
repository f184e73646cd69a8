#include "app/log_addresses.hpp"

#include <utility>

#include "app/log_content.hpp"
#include "util/text.hpp"
#include "weekly/log_words.hpp"

namespace papers::app {
namespace {

using weekly::Entry;

bool needs_facts(const Item& item) {
  const Scheme scheme = item.ids.front().scheme;
  if (scheme == Scheme::local || scheme == Scheme::other) {
    return false;
  }
  return scheme == Scheme::url ? item.title.empty() : item.source.empty();
}

std::size_t place_of(LogWorkList& works, const Identifier& address, const Entry& entry,
                     const Library& library) {
  if (const auto place = works.with_id(address)) {
    return *place;
  }
  if (auto stored = library.find(address)) {
    return works.add(*std::move(stored), entry.line);
  }
  Item item;
  item.ids = {address};
  item.kind = kind_of(entry.kind);
  return works.add(std::move(item), entry.line);
}

}  // namespace

std::optional<Identifier> address_of(const Entry& entry) {
  const auto id =
      entry.links.empty() ? std::nullopt : std::optional(parse_identifier(entry.links.front().url));
  return id && *id ? std::optional(**id) : std::nullopt;
}

std::string name_in_log(const Entry& entry) {
  return entry.title.empty() ? entry.text : entry.title;
}

weekly::LogName title_in_log(const Entry& entry) {
  if (entry.kind == weekly::EntryKind::paper) {
    return weekly::read_name(name_in_log(entry));
  }
  constexpr std::size_t k_longest = 400;  // bytes
  return {util::clean_line(name_in_log(entry), k_longest), "", "", std::nullopt};
}

std::size_t add_by_address(LogWorkList& works, const Identifier& address, const Entry& entry,
                           const Library& library) {
  const std::size_t place = place_of(works, address, entry, library);
  Item& item = works[place].item;
  const weekly::LogName name = title_in_log(entry);
  const bool says_more =
      name.title != entry.links.front().url && !weekly::is_word(name.title, weekly::WordList::companion);
  if (item.row == 0 && item.title.empty() && says_more) {
    item.title = name.title;
    item.year = name.year;
  }
  return place;
}

AskedFacts fetch_facts(LogWorkList& works, const SourcesOpener& open_sources, Progress& progress) {
  std::vector<Identifier> ids;
  for (const LogWork& work : works.works()) {
    if (needs_facts(work.item)) {
      ids.push_back(work.item.ids.front());
    }
  }
  if (ids.empty()) {
    return {};
  }
  Fetched fetched = open_sources().fetch(ids, progress);
  AskedFacts facts{std::move(fetched.warnings), false, fetched.interrupted};
  for (const FetchedWork& work : fetched.works) {
    works.describe(*works.with_id(work.asked), work.item);
  }
  for (const FetchProblem& problem : fetched.problems) {
    works[*works.with_id(problem.id)].problem = problem.message;
    facts.later = facts.later || problem.later;
  }
  return facts;
}

}  // namespace papers::app
