#include "store/tag_index.hpp"

namespace papers::store {
namespace {

constexpr const char* k_put = "INSERT OR IGNORE INTO item_tags (tag, item) VALUES (?, ?)";
constexpr const char* k_remove = "DELETE FROM item_tags WHERE item = ?";
constexpr const char* k_clear = "DELETE FROM item_tags";
constexpr const char* k_rows_with = "SELECT item FROM item_tags WHERE tag = ? ORDER BY item";

}  // namespace

void TagIndex::put(const Item& item) const {
  for (const std::string& tag : item.tags) {
    m_db->run(k_put, tag, item.row);
  }
}

void TagIndex::remove(std::int64_t item) const {
  m_db->run(k_remove, item);
}

void TagIndex::clear() const {
  m_db->run(k_clear);
}

std::vector<std::int64_t> TagIndex::rows_with(std::string_view tag) const {
  return rows_from(m_db->query(k_rows_with, tag));
}

}  // namespace papers::store
