#include "app/log_work.hpp"

#include <utility>

#include "model/item_json.hpp"

namespace papers::app {

std::size_t LogWorkList::add(Item item, int line) {
  const std::size_t place = m_works.size();
  m_works.push_back({std::move(item), line});
  m_same_as.push_back(place);
  index(place);
  return place;
}

void LogWorkList::index(std::size_t place) {
  for (const Identifier& id : m_works[place].item.ids) {
    m_places.emplace(id, place);
  }
}

std::optional<std::size_t> LogWorkList::with_id(const Identifier& id) const {
  const auto found = m_places.find(id);
  return found == m_places.end() ? std::nullopt : std::optional(found->second);
}

void LogWorkList::describe(std::size_t place, const Item& fetched) {
  model::merge_fetched(m_works[place].item, fetched);
  index(place);
}

void LogWorkList::become(std::size_t place, const Item& found, const Library& library) {
  for (const Identifier& id : found.ids) {
    if (const auto other = with_id(id); other && *other != place) {
      m_same_as[place] = *other;
      return;
    }
  }
  LogWork& work = m_works[place];
  if (work.item.row == 0) {
    work.item = {};
    for (const Identifier& id : found.ids) {
      if (auto stored = work.item.row == 0 ? library.find(id) : std::nullopt) {
        work.item = *std::move(stored);
      }
    }
  }
  work.by_name_alone = false;
  work.doubt.clear();
  work.candidates.clear();
  describe(place, found);
}

}  // namespace papers::app
