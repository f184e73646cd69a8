#include "app/filter.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "util/ascii.hpp"
#include "util/calendar.hpp"
#include "util/edit_distance.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::app {

/// What one name before the colon means: a row for each.
struct FilterRule {
  std::string_view name;
  std::string_view expected;  ///< for messages
  bool (*holds)(const FilterCondition&, const Item&);
  bool takes_none;                             ///< "due:none": items without the value
  std::vector<std::string_view> (*choices)();  ///< for values out of a list; nullptr when any text will do
  std::optional<std::string> (*bound)(std::string_view text, std::string_view today);  ///< for ranges
};

namespace {

bool contains(std::string_view text, std::string_view folded_part) {
  return util::fold(text).find(folded_part) != std::string::npos;
}

bool any_contains(const std::vector<std::string>& texts, std::string_view folded_part) {
  return std::any_of(texts.begin(), texts.end(),
                     [&](const auto& text) { return contains(text, folded_part); });
}

bool any_id_contains(const Item& item, std::string_view folded_part) {
  return std::any_of(item.ids.begin(), item.ids.end(),
                     [&](const Identifier& id) { return contains(format(id), folded_part); });
}

bool has_words(const FilterCondition& condition, const Item& item) {
  const std::string word = util::fold(condition.value);
  return contains(item.title, word) || any_contains(item.authors, word) || any_contains(item.tags, word) ||
         contains(item.key, word) || any_id_contains(item, word);
}

bool has_author(const FilterCondition& condition, const Item& item) {
  return any_contains(item.authors, util::fold(condition.value));
}

bool has_tag(const FilterCondition& condition, const Item& item) {
  return std::find(item.tags.begin(), item.tags.end(), condition.value) != item.tags.end();
}

bool has_kind(const FilterCondition& condition, const Item& item) {
  return name_of(item.kind) == condition.value;
}

bool has_state(const FilterCondition& condition, const Item& item) {
  return condition.value == "any" || name_of(item.state) == condition.value;
}

bool has_priority(const FilterCondition& condition, const Item& item) {
  return condition.value == "none" ? !item.priority : item.priority == priority_named(condition.value);
}

bool within(std::optional<int> value, const FilterCondition& range) {
  if (range.value == "none") {
    return !value;
  }
  return value && (range.low.empty() || *value >= *util::to_int(range.low)) &&
         (range.high.empty() || *value <= *util::to_int(range.high));
}

bool has_depth(const FilterCondition& condition, const Item& item) {
  return within(item.depth, condition);
}
bool has_slips(const FilterCondition& condition, const Item& item) {
  return within(item.slips, condition);
}
bool has_year(const FilterCondition& condition, const Item& item) {
  return within(item.year, condition);
}

bool has_due(const FilterCondition& condition, const Item& item) {
  if (condition.value == "none") {
    return !item.due;
  }
  return item.due && (condition.low.empty() || *item.due >= condition.low) &&
         (condition.high.empty() || *item.due <= condition.high);
}

template <class Values>
std::vector<std::string_view> names_of(const Values& values) {
  std::vector<std::string_view> names;
  for (const auto value : values) {
    names.push_back(name_of(value));
  }
  return names;
}

std::vector<std::string_view> kinds() {
  return names_of(k_kinds);
}
std::vector<std::string_view> states() {
  auto names = names_of(k_states);
  names.push_back("any");
  return names;
}
std::vector<std::string_view> priorities() {
  return names_of(k_priorities);
}

std::optional<std::string> number_bound(std::string_view text, std::string_view /*today*/) {
  const auto number = util::to_int(text);
  return number ? std::optional(std::to_string(*number)) : std::nullopt;
}

constexpr FilterRule k_free_word{"", "a word", has_words, false, nullptr, nullptr};

constexpr std::array k_rules{
    FilterRule{"author", "a name", has_author, false, nullptr, nullptr},
    FilterRule{"depth", "steps from your own papers, e.g. depth:..2, or depth:none", has_depth, true, nullptr,
               number_bound},
    FilterRule{"due", "a day or a range, e.g. due:..2w, due:2024-11-26, or due:none", has_due, true, nullptr,
               util::parse_day},
    FilterRule{"kind", "paper, post, course, code, book, video or task", has_kind, false, kinds, nullptr},
    FilterRule{"priority", "H, M, L or none", has_priority, true, priorities, nullptr},
    FilterRule{"slips", "a number or a range, e.g. slips:3..", has_slips, false, nullptr, number_bound},
    FilterRule{"state", "found, queued, reading, paused, read, parked, dropped or any", has_state, false,
               states, nullptr},
    FilterRule{"tag", "a tag", has_tag, false, nullptr, nullptr},
    FilterRule{"year", "a year or a range, e.g. year:2020.., or year:none", has_year, true, nullptr,
               number_bound},
};

const FilterRule* rule_named(std::string_view name) {
  const auto* row =
      std::find_if(k_rules.begin(), k_rules.end(), [&](const auto& rule) { return rule.name == name; });
  return row == k_rules.end() ? nullptr : row;
}

std::vector<std::string_view> rule_names() {
  std::vector<std::string_view> names;
  for (const FilterRule& rule : k_rules) {
    names.push_back(rule.name);
  }
  return names;
}

std::optional<std::string_view> meant_name(std::string_view name) {
  return util::nearest(name, rule_names());
}

/// Whether the text was meant for a condition, of a name that is none: "foo:bar", and "yaer:2024" although
/// data files may bring ids of such a form. "arXiv:2403.00835", "acl:P05-1001", "https://x" and "foo: bar"
/// are words.
bool is_meant_as_condition(std::string_view name, std::string_view text) {
  if (name.empty() || !std::all_of(name.begin(), name.end(), util::is_lower) ||
      text.find_first_of(" \t") != std::string_view::npos) {
    return false;
  }
  const auto id = parse_identifier(text);
  return !id || (id->scheme == Scheme::other && meant_name(name));
}

Error unknown_name(std::string_view name, std::string_view text) {
  const auto meant = meant_name(name);
  return {ExitCode::usage,
          fmt::format("{}: no filter is called \"{}\"; {}", text, name,
                      meant ? fmt::format("did you mean {}:{}?", *meant, text.substr(name.size() + 1))
                            : fmt::format("they are {}; to search for the words, leave out the colon",
                                          fmt::join(rule_names(), ", ")))};
}

std::optional<std::string_view> meant_value(const FilterRule& rule, std::string_view value) {
  return rule.choices == nullptr ? std::nullopt : util::nearest(value, rule.choices());
}

/// Reads "2020..", "..2w", "3..5" or a single value into both ends.
bool read_range(FilterCondition& condition, std::string_view today) {
  const std::string_view value = condition.value;
  const std::size_t dots = value.find("..");
  const std::string_view low = value.substr(0, dots);
  const std::string_view high = dots == std::string_view::npos ? low : value.substr(dots + 2);
  for (const auto& [end, bound] : {std::pair{low, &condition.low}, std::pair{high, &condition.high}}) {
    const auto checked = end.empty() ? std::optional<std::string>("") : condition.rule->bound(end, today);
    if (!checked) {
      return false;
    }
    *bound = *checked;
  }
  return true;
}

bool is_choice(const FilterRule& rule, std::string_view value) {
  const auto choices = rule.choices();
  return std::find(choices.begin(), choices.end(), value) != choices.end() ||
         (rule.holds == has_priority && priority_named(value));  // which has longer names, too
}

bool read_value(FilterCondition& condition, std::string_view today) {
  const FilterRule& rule = *condition.rule;
  if (rule.takes_none && condition.value == "none") {
    return true;
  }
  if (condition.value.empty() || (rule.choices != nullptr && !is_choice(rule, condition.value))) {
    return false;
  }
  return rule.bound == nullptr || read_range(condition, today);
}

/// author:"van Leeuwen", where the shell left the quotes.
std::string unquoted(std::string_view value) {
  const bool is_quoted = value.size() > 1 && value.front() == '"' && value.back() == '"';
  return std::string(is_quoted ? value.substr(1, value.size() - 2) : value);
}

Result<FilterCondition> parse_condition(std::string_view word, std::string_view today) {
  FilterCondition condition;
  condition.negated = word.size() > 1 && word.front() == '-';
  const std::string_view text = condition.negated ? word.substr(1) : word;
  const std::size_t colon = text.find(':');
  const std::string_view name = colon == std::string_view::npos ? "" : text.substr(0, colon);
  condition.rule = rule_named(name);
  if (condition.rule == nullptr) {
    if (is_meant_as_condition(name, text)) {
      return unknown_name(name, text);
    }
    condition.rule = &k_free_word;
    condition.value = std::string(text);
    return condition;
  }
  condition.value = unquoted(text.substr(colon + 1));
  if (!read_value(condition, today)) {
    const auto meant = meant_value(*condition.rule, condition.value);
    return Error{ExitCode::usage,
                 fmt::format("{}: expected {}{}", text, condition.rule->expected,
                             meant ? fmt::format("; did you mean {}:{}?", name, *meant) : "")};
  }
  return condition;
}

bool holds(const FilterCondition& condition, const Item& item) {
  return condition.rule->holds(condition, item) != condition.negated;
}

bool is_about_state(const FilterCondition& condition) {
  return condition.rule->holds == has_state;
}

}  // namespace

std::vector<FilterName> filter_names() {
  std::vector<FilterName> names;
  for (const FilterRule& rule : k_rules) {
    const auto choices = rule.choices != nullptr ? rule.choices() : std::vector<std::string_view>{};
    names.push_back({rule.name, rule.expected, {choices.begin(), choices.end()}});
  }
  return names;
}

bool is_condition(std::string_view word) {
  const std::size_t colon = word.find(':');
  const std::string_view name = word.substr(0, colon);
  return colon != std::string_view::npos && (rule_named(name) != nullptr || meant_name(name).has_value());
}

Result<Filter> Filter::parse(const std::vector<std::string>& words, std::string_view today,
                             std::span<const State> unless_named) {
  Filter filter;
  for (const std::string& word : words) {
    auto condition = parse_condition(word, today);
    if (!condition) {
      return condition.error();
    }
    filter.m_conditions.push_back(*std::move(condition));
  }
  const auto& conditions = filter.m_conditions;
  const bool named = std::any_of(conditions.begin(), conditions.end(), is_about_state);
  for (const State state : k_states) {
    Item probe;
    probe.state = state;
    const bool allowed =
        std::all_of(conditions.begin(), conditions.end(), [&](const FilterCondition& condition) {
          return !is_about_state(condition) || holds(condition, probe);
        });
    const bool meant =
        named || std::find(unless_named.begin(), unless_named.end(), state) != unless_named.end();
    if (allowed && meant) {
      filter.m_states.push_back(state);
    }
  }
  return filter;
}

bool Filter::matches(const Item& item) const {
  const bool state_fits = std::find(m_states.begin(), m_states.end(), item.state) != m_states.end();
  return state_fits && std::all_of(m_conditions.begin(), m_conditions.end(),
                                   [&](const FilterCondition& condition) { return holds(condition, item); });
}

bool Filter::searches() const {
  return !std::all_of(m_conditions.begin(), m_conditions.end(), is_about_state);
}

}  // namespace papers::app
