#include "app/newcomers.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace papers::app {
namespace {

/// A work of which nothing is known but what the bibliography prints.
Item item_from(const Reference& entry, const std::string& source) {
  Item item;
  item.ids = {*entry.id};
  item.title = entry.title;
  item.year = entry.year;
  if (!entry.author.empty()) {
    item.authors = {entry.author};
  }
  item.source = source;
  return item;
}

}  // namespace

void Newcomers::describe(const Item& work) {
  for (const Identifier& id : work.ids) {
    m_described.emplace(id, work);
  }
}

Newcomers::Newcomer& Newcomers::newcomer_for(const Reference& entry, const std::string& source) {
  const auto described = m_described.find(*entry.id);
  const Item item = described == m_described.end() ? item_from(entry, source) : described->second;
  const auto [place, is_new] = m_newcomers.try_emplace(item.ids.front());
  if (is_new) {
    place->second.item = item;
    place->second.position = std::numeric_limits<int>::max();
  }
  return place->second;
}

void Newcomers::look_at(const Library& library, std::int64_t citing, const RootSet& roots) {
  for (const ReferenceList& list : library.reference_lists(citing)) {
    for (const Reference& entry : list.entries) {
      if (!entry.id || library.find(*entry.id)) {
        continue;
      }
      Newcomer& newcomer = newcomer_for(entry, list.source);
      newcomer.citing.insert(citing);
      newcomer.position = std::min(newcomer.position, entry.position);
      newcomer.roots.insert(roots.begin(), roots.end());
    }
  }
}

Newcomers::Choice Newcomers::choose(std::map<std::size_t, int> reached, int limit) const {
  std::vector<const Newcomer*> order;
  for (const auto& [id, newcomer] : m_newcomers) {
    order.push_back(&newcomer);
  }
  const auto rank = [](const Newcomer* n) {
    return std::tuple(-static_cast<std::ptrdiff_t>(n->citing.size()), n->position, -n->item.year.value_or(0));
  };
  // The map is sorted by identity, which breaks what ties are left.
  std::stable_sort(order.begin(), order.end(),
                   [&](const Newcomer* a, const Newcomer* b) { return rank(a) < rank(b); });
  Choice choice;
  for (const Newcomer* newcomer : order) {
    const auto has_room = [&](std::size_t root) { return reached[root] < limit; };
    if (!std::any_of(newcomer->roots.begin(), newcomer->roots.end(), has_room)) {
      ++choice.left_out;
      continue;
    }
    for (const std::size_t root : newcomer->roots) {
      ++reached[root];
    }
    choice.chosen.push_back(newcomer->item);
  }
  return choice;
}

}  // namespace papers::app
