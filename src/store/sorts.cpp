#include "store/sorts.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "model/item_json.hpp"

namespace papers::store {
namespace {

// The columns that read_candidate reads, in the order of the index.
constexpr std::string_view k_select =
    "SELECT state, priority, due, keys_read, key_references, relevance, cited_by, added, identity, row "
    "FROM items WHERE ";

/// What a sort is, beside the state and the priority that were asked for.
constexpr std::string_view k_select_sort = "SELECT due, keys_read, key_references FROM items WHERE ";

/// Statements must be named constants, and these share their columns.
struct Statements {
  std::string in_state = made("state = ?");
  std::string at_rows = made("row IN (SELECT value FROM json_each(?))");
  std::string of_sort = made(
      "state = ? AND priority IS ? AND due IS ? AND keys_read = ? AND key_references = ? "
      "ORDER BY relevance DESC, cited_by DESC, added, identity LIMIT ?");
  // The next sort behind one, among those of its state and priority: the nearest step of these that leads
  // anywhere. In one comparison, (keys_read, key_references) > (?, ?), SQLite would walk through all that are
  // equal. No due day comes before all others, and no comparison finds it.
  std::string next_references = made(
      "state = ? AND priority IS ? AND due IS ? AND keys_read = ? AND key_references > ? "
      "ORDER BY key_references LIMIT 1",
      k_select_sort);
  std::string next_read = made(
      "state = ? AND priority IS ? AND due IS ? AND keys_read > ? ORDER BY keys_read, key_references LIMIT 1",
      k_select_sort);
  std::string next_due =
      made("state = ? AND priority IS ? AND due > ? ORDER BY due, keys_read, key_references LIMIT 1",
           k_select_sort);

  static std::string made(std::string_view condition, std::string_view select = k_select) {
    return std::string(select) + std::string(condition);
  }
};

const Statements& statements() {
  static const Statements all;
  return all;
}

constexpr std::array<std::optional<Priority>, 4> k_priority_values{std::nullopt, Priority::low,
                                                                   Priority::medium, Priority::high};

std::optional<std::string_view> sql_name(std::optional<Priority> priority) {
  return priority ? std::optional(name_of(*priority)) : std::nullopt;
}

std::optional<std::string> sql_day(const std::string& day) {
  return day.empty() ? std::nullopt : std::optional(day);
}

Candidate read_candidate(const Query& row) {
  Candidate candidate;
  candidate.state = state_named(row.text(0)).value_or(State::found);
  candidate.priority = row.is_null(1) ? std::nullopt : priority_named(row.text(1));
  candidate.due = row.text(2);
  candidate.keys_read = row.number(3);
  candidate.key_references = row.number(4);
  candidate.relevance = row.real(5);
  candidate.cited_by = row.number(6);
  candidate.added = row.text(7);
  candidate.id = row.text(8);
  candidate.row = row.row(9);
  return candidate;
}

}  // namespace

std::vector<Candidate> Sorts::all(std::span<const State> states) const {
  std::vector<Candidate> result;
  for (const State state : states) {
    for (Query rows = m_db->query(statements().in_state.c_str(), name_of(state)); rows.next();) {
      result.push_back(read_candidate(rows));
    }
  }
  return result;
}

std::vector<Candidate> Sorts::leading(std::span<const State> states, std::size_t most) const {
  std::vector<Candidate> result;
  for (const State state : states) {
    for (const auto priority : k_priority_values) {
      Candidate sort;
      sort.state = state;
      sort.priority = priority;
      sort.keys_read = -1;  // before every sort
      for (auto next = next_sort(sort); next; next = next_sort(sort)) {
        sort = *next;
        add_like(result, sort, most);
      }
    }
  }
  return result;
}

std::vector<Candidate> Sorts::at(std::span<const std::int64_t> rows, std::span<const State> states) const {
  std::vector<Candidate> result;
  const std::string list = model::dump(nlohmann::ordered_json(std::vector(rows.begin(), rows.end())));
  for (Query found = m_db->query(statements().at_rows.c_str(), list); found.next();) {
    Candidate candidate = read_candidate(found);
    if (std::find(states.begin(), states.end(), candidate.state) != states.end()) {
      result.push_back(std::move(candidate));
    }
  }
  return result;
}

void Sorts::add_like(std::vector<Candidate>& result, const Candidate& one, std::size_t most) const {
  const auto limit = static_cast<std::int64_t>(
      std::min<std::size_t>(most, static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max())));
  Query rows = m_db->query(statements().of_sort.c_str(), name_of(one.state), sql_name(one.priority),
                           sql_day(one.due), one.keys_read, one.key_references, limit);
  while (rows.next()) {
    result.push_back(read_candidate(rows));
  }
}

std::optional<Candidate> Sorts::next_sort(const Candidate& one) const {
  const auto state = name_of(one.state);
  const auto priority = sql_name(one.priority);
  const auto due = sql_day(one.due);
  const auto first = [&one](Query query) -> std::optional<Candidate> {
    if (!query.next()) {
      return std::nullopt;
    }
    Candidate next;
    next.state = one.state;
    next.priority = one.priority;
    next.due = query.text(0);
    next.keys_read = query.number(1);
    next.key_references = query.number(2);
    return next;
  };
  auto next = first(m_db->query(statements().next_references.c_str(), state, priority, due, one.keys_read,
                                one.key_references));
  if (!next) {
    next = first(m_db->query(statements().next_read.c_str(), state, priority, due, one.keys_read));
  }
  return next ? next : first(m_db->query(statements().next_due.c_str(), state, priority, one.due));
}

}  // namespace papers::store
