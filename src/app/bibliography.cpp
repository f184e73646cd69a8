#include "app/bibliography.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "model/title_match.hpp"

namespace papers::app {
namespace {

/// Works under all names by which a list may call them.
class Works {
 public:
  explicit Works(std::vector<Item> known) {
    for (Item& item : known) {
      const std::size_t place = add({.how = CitedWork::How::known});
      for (const Identifier& id : item.ids) {
        m_by_id.emplace(format(id), place);
      }
      name_title(item.title, place);
      m_works[place].item = std::move(item);
    }
  }

  void leave_out(const std::vector<Identifier>& ids) { m_own = ids; }

  /// One entry of the list with that rank; the least rank decides what is shown.
  void take(const Reference& entry, const std::string& source, std::size_t rank) {
    if (entry.id && std::find(m_own.begin(), m_own.end(), *entry.id) != m_own.end()) {
      return;
    }
    const std::size_t place = place_of(entry);
    CitedWork& work = m_works[place];
    if (rank < m_ranks[place]) {
      m_ranks[place] = rank;
      work.position = entry.position;
      work.entry = entry;
    }
    work.contexts.insert(work.contexts.end(), entry.contexts.begin(), entry.contexts.end());
    const auto name = std::lower_bound(work.sources.begin(), work.sources.end(), source);
    if (name == work.sources.end() || *name != source) {
      work.sources.insert(name, source);
    }
  }

  std::vector<CitedWork> sorted() {
    // The library may draw an edge for reasons of its own; a known work that no entry names comes last.
    std::stable_sort(m_works.begin(), m_works.end(), [](const CitedWork& a, const CitedWork& b) {
      return std::pair(a.sources.empty(), a.position) < std::pair(b.sources.empty(), b.position);
    });
    return std::move(m_works);
  }

 private:
  /// The work that an entry means; a new one when none goes by its names.
  std::size_t place_of(const Reference& entry) {
    const std::string title = model::title_key(entry.title);
    if (entry.id) {
      if (const auto found = m_by_id.find(format(*entry.id)); found != m_by_id.end()) {
        return found->second;
      }
    }
    if (const auto found = m_by_title.find(title); !title.empty() && found != m_by_title.end()) {
      return found->second;
    }
    const std::size_t place = add({.how = entry.id ? CitedWork::How::beyond : CitedWork::How::title_only});
    if (entry.id) {
      m_by_id.emplace(format(*entry.id), place);
    }
    name_title(entry.title, place);
    return place;
  }

  std::size_t add(CitedWork work) {
    m_works.push_back(std::move(work));
    m_ranks.push_back(k_none);
    return m_works.size() - 1;
  }

  void name_title(const std::string& title, std::size_t place) {
    if (std::string key = model::title_key(title); !key.empty()) {
      m_by_title.emplace(std::move(key), place);
    }
  }

  static constexpr std::size_t k_none = std::numeric_limits<std::size_t>::max();
  std::vector<CitedWork> m_works;
  std::vector<std::size_t> m_ranks;  ///< by work: of the list from which it is shown
  std::unordered_map<std::string, std::size_t> m_by_id;
  std::unordered_map<std::string, std::size_t> m_by_title;
  std::vector<Identifier> m_own;
};

}  // namespace

std::vector<CitedWork> bibliography(const Library& library, const Item& citing) {
  std::vector<ReferenceList> lists = library.reference_lists(citing.row);
  std::stable_sort(lists.begin(), lists.end(), [](const ReferenceList& a, const ReferenceList& b) {
    return a.entries.size() > b.entries.size();
  });
  Works works(library.references_of(citing.row));
  works.leave_out(citing.ids);
  // Entries with ids first: what one list names by title only may be among them.
  for (const bool with_id : {true, false}) {
    for (std::size_t rank = 0; rank < lists.size(); ++rank) {
      for (const Reference& entry : lists[rank].entries) {
        if (entry.id.has_value() == with_id) {
          works.take(entry, lists[rank].source, rank);
        }
      }
    }
  }
  return works.sorted();
}

}  // namespace papers::app
