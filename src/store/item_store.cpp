#include "store/item_store.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include <nlohmann/json.hpp>

#include "model/details.hpp"
#include "model/item_json.hpp"
#include "store/checksum.hpp"
#include "store/item_columns.hpp"
#include "store/plan_index.hpp"
#include "store/reference_store.hpp"
#include "store/search_index.hpp"
#include "store/tag_index.hpp"
#include "store/title_index.hpp"
#include "util/calendar.hpp"
#include "util/text.hpp"

namespace papers::store {
namespace {

constexpr const char* k_row_of_id = "SELECT item FROM item_ids WHERE id = ?";
constexpr const char* k_row_of_number = "SELECT row FROM items WHERE number = ?";
constexpr const char* k_row_of_key = "SELECT row FROM items WHERE key = ?";
constexpr const char* k_all_rows = "SELECT row FROM items ORDER BY row";
constexpr const char* k_delete_item = "DELETE FROM items WHERE row = ?";
constexpr const char* k_delete_abstract = "DELETE FROM abstracts WHERE item = ?";
constexpr const char* k_put_abstract =
    "INSERT INTO abstracts (item, abstract) VALUES (?, ?) "
    "ON CONFLICT (item) DO UPDATE SET abstract = excluded.abstract";
constexpr const char* k_delete_details = "DELETE FROM details WHERE item = ?";
constexpr const char* k_put_details =
    "INSERT INTO details (item, details) VALUES (?, ?) "
    "ON CONFLICT (item) DO UPDATE SET details = excluded.details";
constexpr const char* k_delete_ids = "DELETE FROM item_ids WHERE item = ?";
constexpr const char* k_put_id = "INSERT INTO item_ids (id, item) VALUES (?, ?)";
constexpr const char* k_delete_words = "DELETE FROM item_words WHERE item = ?";
constexpr const char* k_put_words =
    "INSERT INTO item_words (item, words) VALUES (?, ?) "
    "ON CONFLICT (item) DO UPDATE SET words = excluded.words";
constexpr const char* k_clear_ids = "DELETE FROM item_ids";
constexpr const char* k_clear_words = "DELETE FROM item_words";

// The statements with a column for each field are made from the table of columns.

const char* select_sql() {
  static const std::string sql =
      "SELECT " + item_column_list("#") +
      ", depth, cited_by, references_known, references_stated, references_unresolved, references_source,"
      " references_fetched, references_complete, references_answer, references_beyond, abstract, "
      "(SELECT details FROM details d WHERE d.item = items.row), "
      "(SELECT count(DISTINCT p.week) FROM item_ids n JOIN planned p ON p.id = n.id WHERE n.item = items.row "
      "AND " +
      std::string(k_is_slip) + "), checksum FROM items LEFT JOIN abstracts ON item = row WHERE row = ?1";
  return sql.c_str();
}

const char* insert_sql() {
  static const std::string sql = [] {
    std::string text = "INSERT INTO items (" + item_column_list("#") + ", checksum, row) VALUES (?, ?";
    for (std::size_t i = 0; i < item_columns().size(); ++i) {
      text += ", ?";
    }
    return text + ")";
  }();
  return sql.c_str();
}

const char* update_sql() {
  static const std::string sql =
      "UPDATE items SET " + item_column_list("# = ?") + ", checksum = ? WHERE row = ?";
  return sql.c_str();
}

/// Those that tell what an item is called.
const std::vector<ItemColumn>& naming_columns() {
  static const std::vector<ItemColumn> columns = [] {
    constexpr std::array<std::string_view, 5> k_names{"identity", "other_ids", "key", "title", "state"};
    std::vector<ItemColumn> some;
    std::copy_if(item_columns().begin(), item_columns().end(), std::back_inserter(some),
                 [&](const ItemColumn& column) {
                   return std::find(k_names.begin(), k_names.end(), column.name) != k_names.end();
                 });
    return some;
  }();
  return columns;
}

const char* naming_sql() {
  static const std::string sql = [] {
    std::string names;
    for (const ItemColumn& column : naming_columns()) {
      names += (names.empty() ? "" : ", ") + std::string(column.name);
    }
    return "SELECT " + names + " FROM items WHERE row = ?";
  }();
  return sql.c_str();
}

Naming read_naming(const Query& row, std::int64_t number) {
  Item item;
  int index = 0;
  for (const ItemColumn& column : naming_columns()) {
    column.read(row, index++, item);
  }
  return {number, std::move(item.ids), std::move(item.key), std::move(item.title), item.state};
}

void write_columns(Query query, const Item& item, const std::string& record) {
  for (const ItemColumn& column : item_columns()) {
    column.bind(query, item);
  }
  query.bind(checksum_of_item(item.row, record));
  query.bind(item.row);
  query.next();
}

std::optional<ReferenceSummary> read_summary(const Query& row, int first) {
  if (row.is_null(first)) {
    return std::nullopt;
  }
  return ReferenceSummary{.known = row.number(first),
                          .stated = row.maybe_number(first + 1),
                          .unresolved = row.number(first + 2),
                          .source = row.text(first + 3),
                          .fetched = row.text(first + 4),
                          .complete = row.number(first + 5) != 0,
                          .answer = answer_ranked(row.number(first + 6)),
                          .beyond = row.number(first + 7)};
}

/// What cannot be read counts as absent: `check` reports it.
void read_details(const Query& row, int column, Item& item) {
  const auto json = row.is_null(column) ? Result<nlohmann::ordered_json>(nlohmann::ordered_json())
                                        : model::parse_json(row.text(column));
  if (json.ok() && json->is_object()) {
    for (const auto& [name, text] : json->items()) {
      model::add_detail(item.details, name, text.is_string() ? text.get<std::string>() : "");
    }
  }
}

/// Reads a row of select_sql.
Item read_item(const Query& row, std::int64_t number) {
  Item item;
  item.row = number;
  int index = 0;
  for (const ItemColumn& column : item_columns()) {
    column.read(row, index++, item);
  }
  item.depth = row.maybe_number(index);
  item.cited_by = row.number(index + 1);
  item.references = read_summary(row, index + 2);
  item.abstract = row.maybe_text(index + 10);
  read_details(row, index + 11, item);
  item.slips = row.number(index + 12);
  return item;
}

std::optional<std::int64_t> first_row(Query query) {
  return query.next() ? std::optional(query.row(0)) : std::nullopt;
}

/// What find_words looks through.
std::string words_of(const Item& item) {
  std::string text = item.title + ' ' + item.key;
  for (const Identifier& id : item.ids) {
    text += ' ' + format(id);
  }
  return util::fold(text);
}

/// 1 -> "", 2 -> "b", 26 -> "z", 27 -> "aa": letters as digits, without a zero.
std::string key_suffix(std::int64_t n) {
  std::string suffix;
  for (; n > (suffix.empty() ? 1 : 0); n = (n - 1) / 26) {
    suffix.insert(suffix.begin(), static_cast<char>('a' + (n - 1) % 26));
  }
  return suffix;
}

}  // namespace

std::optional<std::int64_t> ItemStore::row_of(const Identifier& id) const {
  return first_row(m_db->query(k_row_of_id, format(id)));
}

std::optional<std::int64_t> ItemStore::row_of_number(int number) const {
  return first_row(m_db->query(k_row_of_number, number));
}

std::optional<std::int64_t> ItemStore::row_of_key(std::string_view key) const {
  return first_row(m_db->query(k_row_of_key, key));
}

std::optional<Item> ItemStore::load(std::int64_t row) const {
  Query found = m_db->query(select_sql(), row, today());
  return found.next() ? std::optional(read_item(found, row)) : std::nullopt;
}

/// "" comes before every day.
std::string ItemStore::today() const {
  return m_clock == nullptr ? "" : util::local_day(m_clock->now());
}

std::vector<Item> ItemStore::load_all(const std::vector<std::int64_t>& rows) const {
  std::vector<Item> items;
  items.reserve(rows.size());
  for (const std::int64_t row : rows) {
    if (auto item = load(row)) {
      items.push_back(*std::move(item));
    }
  }
  return items;
}

std::vector<Naming> ItemStore::namings(const std::vector<std::int64_t>& rows) const {
  std::vector<Naming> all;
  all.reserve(rows.size());
  for (const std::int64_t row : rows) {
    if (Query found = m_db->query(naming_sql(), row); found.next()) {
      all.push_back(read_naming(found, row));
    }
  }
  return all;
}

void ItemStore::insert(const Item& item, const std::string& record) {
  write_columns(m_db->query(insert_sql()), item, record);
  put_aside(item);
  write_ids(item);
  TagIndex(*m_db).put(item);
  write_texts(item);
}

void ItemStore::update(const Item& before, const Item& after, const std::string& record) {
  write_columns(m_db->query(update_sql()), after, record);
  if (before.abstract && !after.abstract) {
    m_db->run(k_delete_abstract, after.row);
  }
  if (!before.details.empty() && after.details.empty()) {
    m_db->run(k_delete_details, after.row);
  }
  put_aside(after);
  if (before.ids != after.ids) {
    m_db->run(k_delete_ids, after.row);
    write_ids(after);
  }
  if (before.tags != after.tags) {
    TagIndex(*m_db).remove(after.row);
    TagIndex(*m_db).put(after);
  }
  write_texts(after);
}

void ItemStore::remove(std::int64_t row) {
  TitleIndex(*m_db).remove(row);
  TagIndex(*m_db).remove(row);
  SearchIndex(*m_db).remove(row);
  for (const char* const sql :
       {k_delete_ids, k_delete_words, k_delete_abstract, k_delete_details, k_delete_item}) {
    m_db->run(sql, row);
  }
}

void ItemStore::put_aside(const Item& item) {
  if (item.abstract) {
    m_db->run(k_put_abstract, item.row, *item.abstract);
  }
  if (!item.details.empty()) {
    m_db->run(k_put_details, item.row, model::dump(model::details_to_json(item)));
  }
}

void ItemStore::write_ids(const Item& item) {
  for (const Identifier& id : item.ids) {
    m_db->run(k_put_id, format(id), item.row);
  }
}

void ItemStore::write_texts(const Item& item) {
  m_db->run(k_put_words, item.row, words_of(item));
  TitleIndex(*m_db).put(item);
  SearchIndex(*m_db).put(item);
}

std::string ItemStore::free_key(const std::string& wanted) const {
  const auto taken = [&](std::int64_t n) { return row_of_key(wanted + key_suffix(n)).has_value(); };
  std::int64_t& last = m_last_suffix[wanted];
  last = last > 0 && taken(last) ? last : 0;
  std::int64_t free = last + 1;
  for (std::int64_t step = 1; taken(free); step *= 2) {
    last = free;
    free += step;
  }
  // Suffixes are given out in order, so between the last one seen taken and `free` lies the border.
  while (free - last > 1) {
    const std::int64_t middle = last + (free - last) / 2;
    (taken(middle) ? last : free) = middle;
  }
  last = free;
  return wanted + key_suffix(free);
}

void ItemStore::rebuild_lookups() {
  m_db->run(k_clear_ids);
  m_db->run(k_clear_words);
  TitleIndex(*m_db).clear();
  TagIndex(*m_db).clear();
  SearchIndex(*m_db).clear();
  for (Query rows = m_db->query(k_all_rows); rows.next();) {
    if (const auto item = load(rows.row(0))) {
      write_ids(*item);
      TagIndex(*m_db).put(*item);
      write_texts(*item);
    }
  }
}

void ItemStore::each_with_checksum(const std::function<void(const Item&, std::int64_t)>& visit) const {
  for (Query rows = m_db->query(k_all_rows); rows.next();) {
    Query found = m_db->query(select_sql(), rows.row(0), today());
    if (found.next()) {
      visit(read_item(found, rows.row(0)), found.row(found.columns() - 1));
    }
  }
}

}  // namespace papers::store
