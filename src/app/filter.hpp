// Filter: the words after `papers list`, and which items they let through.
#pragma once

#include <string>
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

/// A conjunction of conditions:
///   state:queued  state:any  kind:code  tag:vlm  author:song  priority:H  year:2020..  year:2023
///   depth:..2  slips:3..  due:..2w  due:none  and free words (title, authors, key, ids, tags);
/// a leading "-" or "~" negates one condition.
class Filter {
 public:
  /// Errors name the condition and what was expected, with "did you mean" for its name.
  /// `today` is the day from which relative dates count.
  static Result<Filter> parse(const std::vector<std::string>& words, std::string_view today);

  [[nodiscard]] bool matches(const Item& item) const;

  /// Whether it searches: whether it has a condition that is not on the state. A search that matches
  /// nothing ends with ExitCode::no_match in every command; an empty part of the library ("state:queued"
  /// when nothing is queued) is an answer like any other.
  [[nodiscard]] bool searches() const;

  /// The states that can match; every state for "state:any". Without a condition on states these
  /// are the kept and the parked ones.
  [[nodiscard]] const std::vector<State>& states() const { return m_states; }

 private:
  std::vector<FilterCondition> m_conditions;
  std::vector<State> m_states;
};

}  // namespace papers::app
