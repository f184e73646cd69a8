#include "model/title_match.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "model/person_name.hpp"
#include "util/ascii.hpp"
#include "util/edit_distance.hpp"
#include "util/letters.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::model {
namespace {

constexpr std::size_t k_short = 12;          // columns of a key: "Introduction" is as long as that
constexpr std::size_t k_long = 24;           // columns: by then titles are hardly ever given twice
constexpr std::size_t k_longest_near = 256;  // bytes of keys that are compared letter by letter
constexpr std::size_t k_letters_an_error = 16;
constexpr std::size_t k_most_shown = 60;  // bytes of a name in a doubt

constexpr std::array<std::pair<std::string_view, std::string_view>, 25> k_greek{
    {{"α", "alpha"},   {"β", "beta"}, {"γ", "gamma"}, {"δ", "delta"}, {"ε", "epsilon"},
     {"ζ", "zeta"},    {"η", "eta"},  {"θ", "theta"}, {"ι", "iota"},  {"κ", "kappa"},
     {"λ", "lambda"},  {"μ", "mu"},   {"ν", "nu"},    {"ξ", "xi"},    {"ο", "omicron"},
     {"π", "pi"},      {"ρ", "rho"},  {"σ", "sigma"}, {"ς", "sigma"}, {"τ", "tau"},
     {"υ", "upsilon"}, {"φ", "phi"},  {"χ", "chi"},   {"ψ", "psi"},   {"ω", "omega"}}};

enum class Agreement { unknown, agrees, contradicts };

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

Agreement compare_years(const WorkFacts& a, const WorkFacts& b) {
  if (!a.year || !b.year) {
    return Agreement::unknown;
  }
  return std::abs(*a.year - *b.year) <= 1 ? Agreement::agrees : Agreement::contradicts;
}

// ---- names

/// The first of several names that were printed as one.
std::string_view first_name_of(std::string_view names) {
  for (const std::string_view end : {" et al", ";", " and ", " & "}) {
    names = names.substr(0, names.find(end));
  }
  return util::trim(names);
}

/// "Müller" and "Mueller" are both "muller".
std::string name_key(std::string_view name) {
  std::string key = util::letters_and_digits(name);
  for (const auto& [spelled, letter] : {std::pair{"ae", "a"}, {"oe", "o"}, {"ue", "u"}}) {
    key = replace_all(std::move(key), spelled, letter);
  }
  return key;
}

bool has_word(std::string_view name, const std::string& wanted) {
  const auto words = util::words(name);
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return name_key(word) == wanted; });
}

/// "Oord" of "Aaron van den Oord": what every way of printing a name has.
std::string last_word_of_surname(std::string_view name) {
  const auto words = util::words(surname(name));
  return words.empty() ? std::string() : name_key(words.back());
}

bool has_latin_letters(std::string_view key) {
  return std::any_of(key.begin(), key.end(), util::is_lower);
}

/// Names are printed "Siqi Kou", "Kou, S." and "Kou S": it is enough that the family name of one is in the
/// other. Nothing follows from names in two scripts.
Agreement compare_authors(const WorkFacts& a, const WorkFacts& b) {
  const std::string_view name = first_name_of(a.author);
  const std::string_view other = first_name_of(b.author);
  const std::string key = name_key(name);
  const std::string other_key = name_key(other);
  if (key.empty() || other_key.empty() || has_latin_letters(key) != has_latin_letters(other_key)) {
    return Agreement::unknown;
  }
  const bool agree = key == other_key || has_word(other, last_word_of_surname(name)) ||
                     has_word(name, last_word_of_surname(other));
  return agree ? Agreement::agrees : Agreement::contradicts;
}

// ---- both together

struct Evidence {
  Agreement years;
  Agreement authors;
  [[nodiscard]] int count(Agreement wanted) const {
    return (years == wanted ? 1 : 0) + (authors == wanted ? 1 : 0);
  }
};

std::string contradiction(const WorkFacts& a, const WorkFacts& b, const Evidence& evidence) {
  std::string doubt;
  if (evidence.years == Agreement::contradicts) {
    doubt = fmt::format("the years are {} and {}", a.year.value_or(0), b.year.value_or(0));
  }
  if (evidence.authors == Agreement::contradicts) {
    doubt += fmt::format("{}the first authors are {} and {}", doubt.empty() ? "" : ", ",
                         util::clean_line(a.author, k_most_shown), util::clean_line(b.author, k_most_shown));
  }
  return doubt;
}

/// How many of year and author must be known to agree for a title of that length.
int needed_for(std::size_t columns) {
  if (columns < k_short) {
    return 2;
  }
  return columns < k_long ? 1 : 0;
}

TitleJudgement judge_equal(const std::string& key, const WorkFacts& a, const WorkFacts& b,
                           const Evidence& evidence) {
  const std::size_t columns = util::width(key);
  const int contradictions = evidence.count(Agreement::contradicts);
  if (contradictions > 0) {
    const bool hopeless = contradictions == 2 || columns < k_short;
    return {hopeless ? TitleMatch::different : TitleMatch::possible, contradiction(a, b, evidence)};
  }
  if (evidence.count(Agreement::agrees) < needed_for(columns)) {
    return {TitleMatch::possible, "so short a title is not enough without year and author"};
  }
  return {TitleMatch::same, ""};
}

// ---- titles that are not quite the same

/// The key of what stands before a subtitle, or "" when there is none.
std::string main_title_key(std::string_view title) {
  const std::size_t end = std::min({title.find(": "), title.find(" - "), title.find(" – "), title.find(" — "),
                                    title.find(". "), title.find(" (")});
  return end == std::string_view::npos ? std::string() : title_key(title.substr(0, end));
}

bool have_same_digits(std::string a, std::string b) {
  const auto is_no_digit = [](char c) { return c < '0' || c > '9'; };
  std::erase_if(a, is_no_digit);
  std::erase_if(b, is_no_digit);
  return a == b;
}

/// Whether they are alike up to numbers such as "II" and "IV" at their ends.
bool end_in_other_numerals(std::string_view a, std::string_view b) {
  const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto is_numeral = [](char c) { return c == 'i' || c == 'v' || c == 'x'; };
  return std::all_of(x, a.end(), is_numeral) && std::all_of(y, b.end(), is_numeral);
}

/// The number of letters in which long keys differ, if they are few.
std::optional<std::size_t> few_differences(const std::string& a, const std::string& b) {
  const auto [shorter, longer] = std::minmax({a.size(), b.size()});  // a list: by value
  const std::size_t most = shorter / k_letters_an_error;
  if (shorter < k_long || longer > k_longest_near || longer - shorter > most) {
    return std::nullopt;
  }
  const std::size_t distance = util::edit_distance(a, b);
  return distance <= most ? std::optional(distance) : std::nullopt;
}

TitleJudgement judge_near(const std::string& a_key, const std::string& b_key, const WorkFacts& a,
                          const WorkFacts& b, const Evidence& evidence) {
  TitleJudgement different{TitleMatch::different, "the titles differ"};
  if (evidence.count(Agreement::contradicts) > 0 || !have_same_digits(a_key, b_key) ||
      end_in_other_numerals(a_key, b_key)) {
    return different;
  }
  if (std::min(util::width(a_key), util::width(b_key)) >= k_short &&
      (main_title_key(a.title) == b_key || main_title_key(b.title) == a_key)) {
    return {TitleMatch::possible, "one title goes on where the other ends"};
  }
  if (const auto letters = few_differences(a_key, b_key)) {
    return {TitleMatch::possible, fmt::format("the titles differ in {} letters", *letters)};
  }
  return different;
}

}  // namespace

std::string title_key(std::string_view title) {
  std::string key = title.find('&') == std::string_view::npos
                        ? util::letters_and_digits(title)
                        : util::letters_and_digits(replace_all(std::string(title), "&", " and "));
  const bool all_ascii = std::all_of(key.begin(), key.end(), util::is_ascii);
  if (!all_ascii) {
    for (const auto& [letter, name] : k_greek) {
      key = replace_all(std::move(key), letter, name);
    }
  }
  return key;
}

TitleJudgement match_titles(const WorkFacts& a, const WorkFacts& b) {
  const std::string a_key = title_key(a.title);
  const std::string b_key = title_key(b.title);
  if (a_key.empty() || b_key.empty()) {
    return {TitleMatch::different, "a title is missing"};
  }
  const Evidence evidence{compare_years(a, b), compare_authors(a, b)};
  return a_key == b_key ? judge_equal(a_key, a, b, evidence) : judge_near(a_key, b_key, a, b, evidence);
}

}  // namespace papers::model
