#include "store/check.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include "papers/error.hpp"

#include "store/backup.hpp"
#include "store/checksum.hpp"
#include "store/derived.hpp"
#include "store/item_store.hpp"
#include "store/journal.hpp"
#include "store/meta.hpp"
#include "store/migrations.hpp"
#include "store/record_store.hpp"
#include "store/reference_store.hpp"
#include "store/search_index.hpp"
#include "store/write_lock.hpp"

namespace papers::store {
namespace {

using Damage = std::vector<std::string>;

constexpr const char* k_integrity = "PRAGMA integrity_check(100)";
constexpr const char* k_foreign_keys = "PRAGMA foreign_key_check";
constexpr const char* k_schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name";
constexpr const char* k_highest = "SELECT coalesce(max(row), 0), coalesce(max(number), 0) FROM items";
constexpr const char* k_count_lists = "SELECT count(*) FROM reference_lists";
constexpr const char* k_count_commands = "SELECT count(*) FROM commands";

struct DerivedTable {
  std::string_view what;
  const char* sql;  ///< all that is derived, in a fixed order
};

constexpr std::array k_derived = {
    DerivedTable{"ids of items", "SELECT id, item FROM item_ids ORDER BY id"},
    DerivedTable{"words of items", "SELECT item, words FROM item_words ORDER BY item"},
    DerivedTable{"titles of items", "SELECT item, title FROM item_titles ORDER BY item"},
    DerivedTable{"words that are searched",
                 "SELECT item, title, authors, tags, notes, questions, names, abstract FROM search_texts "
                 "ORDER BY item"},
    DerivedTable{"headers of reference lists",
                 "SELECT row, fetched, stated, complete, answer FROM reference_lists ORDER BY row"},
    DerivedTable{"citations", "SELECT citing, cited, list, position FROM cites ORDER BY citing, cited, list"},
    DerivedTable{"references by title",
                 "SELECT citing, title, list, position, cited FROM cited_titles ORDER BY citing, title, "
                 "list, position"},
    DerivedTable{"references beyond the library",
                 "SELECT citing, id, list, position, title FROM beyond ORDER BY citing, id, list"},
    DerivedTable{"tags of items", "SELECT tag, item FROM item_tags ORDER BY tag, item"},
    DerivedTable{"what was planned", "SELECT id, week, ends FROM planned ORDER BY id, week"},
    DerivedTable{"relevance of items", "SELECT row, relevance FROM items ORDER BY row"},
    DerivedTable{
        "standings of papers",
        "SELECT item, near, cites, gap, title, close_to, walks, cited_by_kept, kept, years_older, shared "
        "FROM standings ORDER BY item"},
    DerivedTable{"key references that are read",
                 "SELECT row, key_references, keys_read FROM items ORDER BY row"},
    DerivedTable{"depths", "SELECT row, depth FROM items ORDER BY row"},
    DerivedTable{"numbers of citing papers", "SELECT row, cited_by FROM items ORDER BY row"},
    DerivedTable{"summaries of references",
                 "SELECT row, references_known, references_stated, references_unresolved, references_source, "
                 "references_fetched, references_complete, references_answer, references_beyond FROM items "
                 "ORDER BY row"},
};

void add(Damage& damage, Damage more) {
  std::move(more.begin(), more.end(), std::back_inserter(damage));
}

void check_pages(const Database& db, Damage& damage) {
  for (Query lines = db.query(k_integrity); lines.next();) {
    if (const std::string line = lines.text(0); line != "ok") {
      damage.push_back("file: " + line);
    }
  }
  for (Query rows = db.query(k_foreign_keys); rows.next();) {
    damage.push_back(fmt::format("{} {}: refers to something that is not there", rows.text(0), rows.text(1)));
  }
}

/// The texts of a query's rows, one string a row.
std::vector<std::string> lines_of(const Database& db, const char* sql) {
  std::vector<std::string> lines;
  for (Query rows = db.query(sql); rows.next();) {
    std::string line;
    for (int column = 0; column < rows.columns(); ++column) {
      line += rows.is_null(column) ? "-" : '=' + rows.text(column);
      line += '\x1f';
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

void check_schema(const Database& db, Damage& damage) {
  const auto fresh = Database::in_memory();
  migrate(*fresh, migrations());
  if (lines_of(db, k_schema) != lines_of(*fresh, k_schema)) {
    damage.push_back("file: its tables are not those that this program makes");
  }
}

void check_counters(const Database& db, Damage& damage) {
  add(damage, damaged_meta(db));
  const Counters counters = load_counters(db);
  Query highest = db.query(k_highest);
  if (highest.next() && (highest.row(0) > counters.last_row || highest.row(1) > counters.last_number)) {
    damage.push_back("meta: numbers are in use that were never given out");
  }
}

void check_items(const Database& db, CheckReport& report) {
  ItemStore(db).each_with_checksum([&](const Item& item, std::int64_t checksum) {
    ++report.items;
    if (checksum_of_item(item.row, record_of(item)) != checksum) {
      report.damage.push_back(
          fmt::format("item {} ({}): the checksum does not match; compare it with a backup",
                      item.number ? std::to_string(*item.number) : item.key, format(item.ids.front())));
    }
  });
}

void check_lists(const Database& db, CheckReport& report) {
  const ItemStore items(db);
  ReferenceStore(db).each_damaged([&](const StoredList& list) {
    const auto citing = items.load(list.citing);
    report.damage.push_back(
        fmt::format("references of {} from {}: the checksum does not match; fetch them again",
                    citing ? format(citing->ids.front()) : "an unknown item", list.source));
  });
}

int count(const Database& db, const char* sql) {
  Query rows = db.query(sql);
  return rows.next() ? rows.number(0) : 0;
}

/// What of the derived data is not what it should be.
std::vector<std::string_view> stale_tables(const Database& db) {
  const auto copy = Database::in_memory();
  copy_database(db, *copy);
  const SQLite::Transaction at_once(copy->connection());
  std::vector<std::string_view> stale;
  if (!SearchIndex(*copy).is_sound()) {
    stale.emplace_back("places of searched words");
  }
  rebuild_derived(*copy);
  for (const DerivedTable& table : k_derived) {
    if (lines_of(db, table.sql) != lines_of(*copy, table.sql)) {
      stale.push_back(table.what);
    }
  }
  return stale;
}

void check_derived(const Database& db, Damage& damage) {
  for (const std::string_view what : stale_tables(db)) {
    damage.push_back(fmt::format(
        "derived: {} are not what the library says; `papers check --repair` makes them anew", what));
  }
}

/// A part of the check that damage makes impossible is damage.
void attempt(Damage& damage, std::string_view what, const std::function<void()>& part) {
  try {
    part();
  } catch (const std::exception& error) {
    damage.push_back(fmt::format("{} could not be read: {}", what, error.what()));
  }
}

void repair_derived(Database& db, const std::filesystem::path& file, CheckReport& report) {
  const WriteLock lock(file);
  // Before the transaction: SQLite copies no database that its own connection is writing to.
  const std::vector<std::string_view> stale = stale_tables(db);
  SQLite::Transaction transaction(db.connection(), SQLite::TransactionBehavior::IMMEDIATE);
  db.run_script("REINDEX");
  rebuild_derived(db);
  transaction.commit();
  db.shorten_log();
  report.repaired.assign(stale.begin(), stale.end());
}

CheckReport look(const Database& db) {
  CheckReport report;
  attempt(report.damage, "pages", [&] { check_pages(db, report.damage); });
  attempt(report.damage, "the schema", [&] { check_schema(db, report.damage); });
  attempt(report.damage, "meta", [&] { check_counters(db, report.damage); });
  attempt(report.damage, "items", [&] { check_items(db, report); });
  attempt(report.damage, "reference lists", [&] { check_lists(db, report); });
  attempt(report.damage, "records", [&] { add(report.damage, RecordStore(db).damage()); });
  attempt(report.damage, "the log", [&] { add(report.damage, Journal(db).damage()); });
  attempt(report.damage, "derived data", [&] { check_derived(db, report.damage); });
  attempt(report.damage, "counts", [&] {
    report.reference_lists = count(db, k_count_lists);
    report.commands = count(db, k_count_commands);
  });
  return report;
}

}  // namespace

CheckReport check(Database& db, const std::filesystem::path& file, bool repair) {
  db.use_large_cache();
  CheckReport made;
  if (repair) {
    attempt(made.damage, "derived data", [&] { repair_derived(db, file, made); });
  }
  CheckReport report = look(db);
  report.repaired = std::move(made.repaired);
  report.damage.insert(report.damage.end(), made.damage.begin(), made.damage.end());
  return report;
}

}  // namespace papers::store
