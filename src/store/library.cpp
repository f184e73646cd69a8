#include "papers/library.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "papers/error.hpp"

#include "model/item_json.hpp"
#include "store/backup.hpp"
#include "store/check.hpp"
#include "store/library_file.hpp"
#include "store/library_impl.hpp"
#include "store/opening.hpp"
#include "store/search.hpp"
#include "store/word_search.hpp"

namespace papers {
namespace {

using store::Query;

constexpr const char* k_count = "SELECT count(*) FROM items WHERE state = ?";
constexpr const char* k_kept_papers =
    "SELECT count(*) FROM items WHERE kind IN ('paper', 'book') AND state IN ('queued', 'reading', 'paused', "
    "'read')";
// The in-degree comes with the index, so that only what many papers cite at all is looked at.
constexpr const char* k_supported =
    "SELECT i.row, count(DISTINCT c.citing) AS support FROM items i "
    "JOIN cites c ON c.cited = i.row JOIN items k ON k.row = c.citing "
    "WHERE i.state = ?1 AND i.cited_by >= ?2 AND k.state IN ('queued', 'reading', 'paused', 'read') "
    "GROUP BY i.row HAVING support >= ?2 ORDER BY support DESC, i.number IS NULL, i.number, i.row";
constexpr const char* k_tags =
    "SELECT DISTINCT t.tag FROM item_tags t JOIN items i ON i.row = t.item "
    "WHERE i.state IN ('queued', 'reading', 'paused', 'read', 'parked') ORDER BY t.tag";
constexpr const char* k_outlines =
    "SELECT row, identity, title, year, kind, state, root, number, references_answer FROM items ORDER BY row";
constexpr std::string_view k_rows_in_states =
    "SELECT row FROM items WHERE state IN (SELECT value FROM json_each(?)) ORDER BY ";

struct OrderBy {
  std::string_view ascending;
  std::string_view descending;
};

/// In the order of ItemQuery::Order. Items that have no such value come last either way.
constexpr std::array<OrderBy, 6> k_orders{{
    {"number NULLS LAST, row", "number DESC, row DESC"},
    {"added = '', added, row", "added = '', added DESC, row DESC"},
    {"year NULLS LAST, row", "year DESC, row DESC"},
    {"title = '', title COLLATE NOCASE, row", "title = '', title COLLATE NOCASE DESC, row DESC"},
    {"finished NULLS LAST, row", "finished DESC, row DESC"},
    {"identity, row", "identity DESC, row DESC"},
}};

/// Statements must be named constants: one for each order and direction.
const char* sql_for(const ItemQuery& query) {
  static const auto statements = [] {
    std::array<std::array<std::string, 2>, k_orders.size()> all;
    for (std::size_t i = 0; i < k_orders.size(); ++i) {
      all[i] = {fmt::format("{}{} LIMIT ?", k_rows_in_states, k_orders[i].ascending),
                fmt::format("{}{} LIMIT ?", k_rows_in_states, k_orders[i].descending)};
    }
    return all;
  }();
  return statements[static_cast<std::size_t>(query.order)][query.descending ? 1 : 0].c_str();
}

/// As SQL counts: any number below 0 is no limit.
std::int64_t limit_of(const ItemQuery& query) {
  constexpr auto k_most = static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max());
  return query.most == 0 ? -1 : static_cast<std::int64_t>(std::min(query.most, k_most));
}

/// As a JSON list, which is how a list becomes one parameter.
std::string names_of(std::span<const State> states) {
  nlohmann::ordered_json names = nlohmann::ordered_json::array();
  for (const State state : states.empty() ? std::span<const State>(k_states) : states) {
    names.push_back(name_of(state));
  }
  return model::dump(names);
}

Outline read_outline(const Query& row) {
  const auto answer = row.maybe_number(8);
  return {.row = row.row(0),
          .id = row.text(1),
          .title = row.text(2),
          .year = row.maybe_number(3),
          .kind = kind_named(row.text(4)).value_or(Kind::paper),
          .state = state_named(row.text(5)).value_or(State::found),
          .root = row.number(6) != 0,
          .number = row.maybe_number(7),
          .references = answer ? std::optional(store::answer_ranked(*answer)) : std::nullopt};
}

}  // namespace

Library::Library(std::shared_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Library::Library(Library&&) noexcept = default;
Library& Library::operator=(Library&&) noexcept = default;
Library::~Library() = default;

Library Library::open(const LibraryPlaces& places, Mode mode, Clock& clock) {
  const auto open = mode == Mode::read ? store::open_to_read : store::open_to_write;
  auto db = open(places, store::migrations(), clock);
  return Library(std::make_shared<Impl>(store::resolve_library(places.file), mode, clock, std::move(db)));
}

std::optional<Item> Library::find(const Identifier& id) const {
  return m_impl->guarded([&]() -> std::optional<Item> {
    const auto row = m_impl->items.row_of(id);
    return row ? m_impl->items.load(*row) : std::nullopt;
  });
}

std::optional<Item> Library::find_row(std::int64_t row) const {
  return m_impl->guarded([&] { return m_impl->items.load(row); });
}

std::optional<Item> Library::find_number(int number) const {
  return m_impl->guarded([&]() -> std::optional<Item> {
    const auto row = m_impl->items.row_of_number(number);
    return row ? m_impl->items.load(*row) : std::nullopt;
  });
}

std::optional<Item> Library::find_key(std::string_view key) const {
  return m_impl->guarded([&]() -> std::optional<Item> {
    const auto row = m_impl->items.row_of_key(key);
    return row ? m_impl->items.load(*row) : std::nullopt;
  });
}

std::vector<Item> Library::find_words(std::string_view words, int limit) const {
  return m_impl->guarded(
      [&] { return m_impl->items.load_all(store::rows_with_words(*m_impl->db, words, limit)); });
}

std::vector<Naming> Library::find_begun(std::string_view words, int limit) const {
  return m_impl->guarded([&] { return m_impl->items.namings(store::rows_begun(*m_impl->db, words, limit)); });
}

std::vector<SearchHit> Library::search(std::span<const SearchTerm> terms) const {
  return m_impl->guarded([&] { return store::search(*m_impl->db, terms); });
}

void Library::each_item(const ItemQuery& query, const std::function<bool(const Item&)>& visit) const {
  m_impl->guarded([&] {
    // Rows first: what `visit` does to the library cannot disturb a scan that has ended.
    std::vector<std::int64_t> rows;
    for (Query found = m_impl->db->query(sql_for(query), names_of(query.states), limit_of(query));
         found.next();) {
      rows.push_back(found.row(0));
    }
    for (const std::int64_t row : rows) {
      const auto item = m_impl->items.load(row);
      if (item && !visit(*item)) {
        return;
      }
    }
  });
}

std::vector<Outline> Library::outlines() const {
  return m_impl->guarded([&] {
    m_impl->db->use_large_cache();  // whoever looks at the whole library comes back to much of it
    std::vector<Outline> outlines;
    for (Query found = m_impl->db->query(k_outlines); found.next();) {
      outlines.push_back(read_outline(found));
    }
    return outlines;
  });
}

int Library::count(State state) const {
  return m_impl->guarded([&] {
    Query count = m_impl->db->query(k_count, name_of(state));
    return count.next() ? count.number(0) : 0;
  });
}

int Library::kept_papers() const {
  return m_impl->guarded([&] {
    Query count = m_impl->db->query(k_kept_papers);
    return count.next() ? count.number(0) : 0;
  });
}

std::vector<std::string> Library::tags() const {
  return m_impl->guarded([&] {
    std::vector<std::string> tags;
    for (Query rows = m_impl->db->query(k_tags); rows.next();) {
      tags.push_back(rows.text(0));
    }
    return tags;
  });
}

std::vector<Support> Library::supported(State state, int least) const {
  return m_impl->guarded([&] {
    std::vector<Support> found;
    for (Query rows = m_impl->db->query(k_supported, name_of(state), least); rows.next();) {
      found.push_back({rows.row(0), rows.number(1)});
    }
    return found;
  });
}

std::vector<Record> Library::records(std::string_view kind) const {
  return m_impl->guarded([&] { return m_impl->records.of_kind(kind); });
}

std::optional<Record> Library::record(std::string_view kind, std::string_view id) const {
  return m_impl->guarded([&] { return m_impl->records.find(kind, id); });
}

void Library::each_record(const std::function<bool(const Record&)>& visit) const {
  m_impl->guarded([&] {
    const std::vector<Record> all = m_impl->records.all();
    static_cast<void>(std::all_of(all.begin(), all.end(), visit));
  });
}

std::vector<LoggedCommand> Library::log(int limit) const {
  return m_impl->guarded([&] { return m_impl->journal.log(limit); });
}

std::vector<LoggedOperation> Library::operations(const std::string& command_id) const {
  return m_impl->guarded([&] {
    std::vector<LoggedOperation> operations;
    for (store::StoredOperation& stored : m_impl->journal.operations(command_id)) {
      operations.push_back(std::move(stored.operation));
    }
    return operations;
  });
}

void Library::backup(const std::filesystem::path& target) const {
  m_impl->guarded([&] { store::write_backup(*m_impl->db, target); });
}

CheckReport Library::check(bool repair) {
  if (repair) {
    m_impl->refuse_reader();
  }
  return m_impl->guarded([&] { return store::check(*m_impl->db, m_impl->file, repair); });
}

}  // namespace papers
