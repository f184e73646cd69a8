#include "store/possible_versions.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "model/item_json.hpp"
#include "model/title_match.hpp"
#include "store/item_store.hpp"
#include "store/record_store.hpp"
#include "store/title_index.hpp"

namespace papers::store {
namespace {

// What cannot be read counts as absent.
constexpr const char* k_namesakes =
    "SELECT t.title, row, i.title, year, iif(json_valid(authors), coalesce(json_extract(authors, '$[0]'), "
    "''), "
    "'') FROM item_titles t JOIN items i ON row = item "
    "WHERE t.title IN (SELECT title FROM item_titles GROUP BY title HAVING count(*) BETWEEN 2 AND ?) "
    "AND kind IN ('paper', 'book') AND state != 'dropped' ORDER BY t.title, row";

struct Namesake {
  std::int64_t row = 0;
  std::string title;
  std::optional<int> year;
  std::string author;
};

using Pairs = std::set<std::pair<std::int64_t, std::int64_t>>;

/// The row of the item that a member of a record's body names.
std::optional<std::int64_t> row_named(const Database& db, const nlohmann::ordered_json& body,
                                      const char* member) {
  const auto name = body.find(member);
  if (name == body.end() || !name->is_string()) {
    return std::nullopt;
  }
  const auto id = parse_identifier(name->get<std::string>());
  return id ? ItemStore(db).row_of(*id) : std::nullopt;
}

/// What the reader has told apart; the smaller row first.
Pairs told_apart(const Database& db) {
  Pairs pairs;
  for (const Record& record : RecordStore(db).of_kind("different")) {
    const auto body = model::parse_json(record.body);
    if (!body || !body->is_object()) {
      continue;
    }
    const auto a = row_named(db, *body, "a");
    const auto b = row_named(db, *body, "b");
    if (a && b) {
      pairs.insert(std::minmax(*a, *b));
    }
  }
  return pairs;
}

bool may_be_one(const Namesake& a, const Namesake& b) {
  return model::match_titles({a.title, a.year, a.author}, {b.title, b.year, b.author}).match ==
         model::TitleMatch::same;
}

void add_pairs(const std::vector<Namesake>& namesakes, Pairs& pairs) {
  for (auto a = namesakes.begin(); a != namesakes.end(); ++a) {
    for (auto b = std::next(a); b != namesakes.end(); ++b) {
      if (may_be_one(*a, *b)) {
        pairs.emplace(a->row, b->row);
      }
    }
  }
}

Pairs alike(const Database& db) {
  Pairs pairs;
  std::string key;
  std::vector<Namesake> namesakes;  // those with that key
  for (Query rows = db.query(k_namesakes, k_most_namesakes); rows.next();) {
    if (rows.text(0) != key) {
      add_pairs(std::exchange(namesakes, {}), pairs);
      key = rows.text(0);
    }
    namesakes.push_back({rows.row(1), rows.text(2), rows.maybe_number(3), rows.text(4)});
  }
  add_pairs(namesakes, pairs);
  return pairs;
}

}  // namespace

std::vector<PossibleVersion> possible_versions(const Database& db) {
  const Pairs apart = told_apart(db);
  std::vector<PossibleVersion> versions;
  for (const auto& [a, b] : alike(db)) {
    if (!apart.contains({a, b})) {
      versions.push_back({a, b});
    }
  }
  return versions;
}

}  // namespace papers::store
