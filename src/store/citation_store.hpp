// CitationStore: the citations drawn from reference lists, all of them derived: edges between items, entries
// that are known by title, entries whose ids lead beyond the library.
//
// Whatever the order of commands, it is a function of items and lists alone: `check` draws everything anew
// and compares. Knows nothing of the log: Edit calls it and does the rest.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "papers/library.hpp"
#include "papers/reference_list.hpp"

#include "store/database.hpp"
#include "store/item_store.hpp"
#include "store/title_index.hpp"

namespace papers::store {

/// One list drawn: which, and of which paper.
struct DrawnList {
  std::int64_t row = 0;
  std::int64_t citing = 0;
};

/// For each entry of a list the item that it means, if there is one.
using Resolved = std::vector<std::optional<std::int64_t>>;

class CitationStore {
 public:
  /// The database must outlive the store.
  explicit CitationStore(const Database& db) : m_db(&db), m_items(db), m_titles(db) {}

  [[nodiscard]] std::vector<std::int64_t> cited_by(std::int64_t citing) const;  ///< by position, each once
  [[nodiscard]] std::vector<std::int64_t> citing(std::int64_t cited) const;     ///< ascending
  [[nodiscard]] std::vector<Citation> citations() const;                        ///< each once, sorted

  /// Lists that draw an edge to an item, and lists that have an entry of that title without an id.
  [[nodiscard]] std::vector<std::int64_t> lists_citing(std::int64_t cited) const;
  [[nodiscard]] std::vector<std::int64_t> lists_naming(const std::string& title_key) const;
  /// The items to which a list draws edges.
  [[nodiscard]] std::vector<std::int64_t> edges_of(const DrawnList& list) const;

  [[nodiscard]] Resolved resolve(const ReferenceList& list) const;

  /// Draws a list of which nothing is drawn. A paper's reference to itself draws no edge, a repeated one
  /// draws one, at its first position.
  void draw(const DrawnList& drawn, const ReferenceList& list, const Resolved& resolved) const;
  void erase(const DrawnList& list) const;
  void clear() const;

  /// Draws the edges to an item that has come, or come to have that name; gives the lists that had waited.
  std::vector<DrawnList> arrive(const std::string& name, std::int64_t item) const;

 private:
  void put_edge(const DrawnList& drawn, std::int64_t cited, int position) const;

  const Database* m_db;
  ItemStore m_items;
  TitleIndex m_titles;
};

}  // namespace papers::store
