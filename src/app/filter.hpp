// Filter: the words after `papers list`, and which items they let through.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "papers/item.hpp"
#include "papers/result.hpp"

namespace papers::app {

struct FilterRule;

/// One word of a filter, understood.
struct FilterCondition {
  const FilterRule* rule = nullptr;  ///< a row of the table in filter.cpp
  std::string value;
  bool negated = false;
  std::string low;  ///< of a range, "" when open
  std::string high;
};

inline constexpr std::array k_kept_or_parked{State::queued, State::reading, State::paused, State::read,
                                             State::parked};

/// One name that may stand before the colon of a condition.
struct FilterName {
  std::string_view name;             ///< "year"
  std::string_view expected;         ///< "a year or a range, e.g. year:2020.., or year:none"
  std::vector<std::string> choices;  ///< what may follow, where that is a list; without "none"
};

/// All of them, by name.
[[nodiscard]] std::vector<FilterName> filter_names();

/// Whether a word is "name:..." with the name of a condition or nearly so: "year:2020", "yaer:2020", but not
/// "re:zero", which Filter::parse takes for a slip of the pen and a search for a word.
[[nodiscard]] bool is_condition(std::string_view word);

/// A conjunction of conditions:
///   state:queued  state:any  kind:code  tag:vlm  author:song  priority:H  year:2020..  year:2023
///   depth:..2  slips:3..  due:..2w  due:none  and free words (title, authors, key, ids, tags);
/// a leading "-" negates one condition.
class Filter {
 public:
  /// Errors name the condition and what was expected, with "did you mean" for its name.
  /// `today` is the day from which relative dates count; `unless_named` are the states that are meant where
  /// no condition is on states.
  static Result<Filter> parse(const std::vector<std::string>& words, std::string_view today,
                              std::span<const State> unless_named = k_kept_or_parked);

  [[nodiscard]] bool matches(const Item& item) const;

  /// Whether it searches: whether it has a condition that is not on the state. A search that matches
  /// nothing ends with ExitCode::no_match in every command; an empty part of the library ("state:queued"
  /// when nothing is queued) is an answer like any other.
  [[nodiscard]] bool searches() const;

  /// The states that can match; every state for "state:any".
  [[nodiscard]] const std::vector<State>& states() const { return m_states; }

 private:
  std::vector<FilterCondition> m_conditions;
  std::vector<State> m_states;
};

}  // namespace papers::app
