#include "store/title_index.hpp"

#include "model/title_match.hpp"

namespace papers::store {
namespace {

constexpr const char* k_put =
    "INSERT INTO item_titles (item, title) VALUES (?, ?) "
    "ON CONFLICT (item) DO UPDATE SET title = excluded.title";
constexpr const char* k_remove = "DELETE FROM item_titles WHERE item = ?";
constexpr const char* k_clear = "DELETE FROM item_titles";
constexpr const char* k_rows_with = "SELECT item FROM item_titles WHERE title = ? ORDER BY item";
// What cannot be read counts as absent.
constexpr const char* k_namesakes =
    "SELECT row, i.title, year, iif(json_valid(authors), coalesce(json_extract(authors, '$[0]'), ''), '') "
    "FROM item_titles t JOIN items i ON row = item WHERE t.title = ? ORDER BY row LIMIT ?";

}  // namespace

void TitleIndex::put(const Item& item) const {
  const std::string key = model::title_key(item.title);
  key.empty() ? m_db->run(k_remove, item.row) : m_db->run(k_put, item.row, key);
}

void TitleIndex::remove(std::int64_t item) const {
  m_db->run(k_remove, item);
}

void TitleIndex::clear() const {
  m_db->run(k_clear);
}

std::vector<std::int64_t> TitleIndex::rows_with(const std::string& key) const {
  return rows_from(m_db->query(k_rows_with, key));
}

std::optional<std::int64_t> TitleIndex::resolve(const Reference& entry) const {
  const std::string key = model::title_key(entry.title);
  const model::WorkFacts wanted{entry.title, entry.year, entry.author};
  std::optional<std::int64_t> only;
  int seen = 0;
  for (Query found = m_db->query(k_namesakes, key, k_most_namesakes + 1); found.next();) {
    const std::string title = found.text(1);
    const std::string author = found.text(3);
    const bool same =
        model::match_titles(wanted, {title, found.maybe_number(2), author}).match == model::TitleMatch::same;
    if (++seen > k_most_namesakes || (same && only)) {
      return std::nullopt;
    }
    only = same ? std::optional(found.row(0)) : only;
  }
  return only;
}

Description description_of(const Item& item) {
  return {model::title_key(item.title), item.year, item.authors.empty() ? "" : item.authors.front()};
}

}  // namespace papers::store
