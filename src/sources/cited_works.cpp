#include "sources/cited_works.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "sources/paper_ids.hpp"

namespace papers::sources {

void CitedWorks::add(Item work, std::vector<std::string> contexts) {
  if (m_entries.size() >= k_max_references || (work.ids.empty() && work.title.empty())) {
    return;
  }
  Reference entry;
  entry.position = static_cast<int>(m_entries.size()) + 1;
  entry.title = work.title;
  entry.year = work.year;
  entry.author = work.authors.empty() ? "" : work.authors.front();
  entry.contexts = std::move(contexts);
  if (!work.ids.empty()) {
    entry.id = m_works[place_of(std::move(work))].ids.front();
  }
  m_entries.push_back(std::move(entry));
}

/// Where a work is, after it has been added or found to be there.
std::size_t CitedWorks::place_of(Item work) {
  const auto known = std::find_if(work.ids.begin(), work.ids.end(),
                                  [this](const Identifier& id) { return m_place_by_id.count(id) > 0; });
  const std::size_t place = known == work.ids.end() ? m_works.size() : m_place_by_id.at(*known);
  for (const Identifier& id : work.ids) {
    m_place_by_id.emplace(id, place);
  }
  if (place == m_works.size()) {
    m_works.push_back(std::move(work));
    return place;
  }
  std::vector<Identifier>& ids = m_works[place].ids;
  const std::vector<Identifier> fresh = new_ids(ids, work.ids);
  ids.insert(ids.end(), fresh.begin(), fresh.end());
  return place;
}

FetchedReferences CitedWorks::take(const Identifier& citing, std::string source, std::string fetched) {
  const ReferenceAnswer answer = m_entries.empty() ? ReferenceAnswer::empty : ReferenceAnswer::listed;
  FetchedReferences references = no_list(citing, std::move(source), std::move(fetched), answer);
  references.list.entries = std::exchange(m_entries, {});
  references.cited = std::exchange(m_works, {});
  m_place_by_id.clear();
  return references;
}

FetchedReferences no_list(const Identifier& citing, std::string source, std::string fetched,
                          ReferenceAnswer answer) {
  FetchedReferences references;
  references.list.citing = citing;
  references.list.source = std::move(source);
  references.list.fetched = std::move(fetched);
  references.list.answer = answer;
  return references;
}

}  // namespace papers::sources
