#include "model/person_name.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "util/ascii.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::model {
namespace {

constexpr std::array<std::string_view, 7> k_suffixes{"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"};

/// Words that institutions and groups have in their names.
constexpr std::array<std::string_view, 26> k_institutions{
    "academy",    "agency",       "association",  "collaboration", "commission", "committee",  "company",
    "consortium", "corporation",  "council",      "department",    "federation", "foundation", "group",
    "inc",        "inc.",         "institute",    "international", "laboratory", "ltd",        "ministry",
    "nations",    "organisation", "organization", "team",          "university"};

/// What groups call themselves behind their name; behind an initial it is somebody's name.
constexpr std::array<std::string_view, 2> k_groups{"collaboration", "team"};

/// Words that belong to the family name behind them when written small: a capital "Van" may be a given name.
constexpr std::array<std::string_view, 28> k_particles{
    "af", "al",  "av", "bin", "d'",  "da", "dal", "de", "degli", "del", "della", "den", "der", "di",
    "do", "dos", "du", "el",  "ibn", "la", "le",  "lo", "ten",   "ter", "van",   "von", "zu",  "zur"};

template <std::size_t Count>
bool is_one_of(std::string_view word, const std::array<std::string_view, Count>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_initial(std::string_view word) {
  return word.size() == 1 || word.ends_with('.');
}

/// Whether the last word is no part of the family name before it.
bool ends_with_addition(const std::vector<std::string_view>& words) {
  const std::string last = util::lower(words.back());
  return is_one_of(last, k_suffixes) || (is_one_of(last, k_groups) && !is_initial(words[words.size() - 2]));
}

/// Letters of Latin alphabets that are no letter with an accent, in folded text.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> k_spelled{{{"ø", "o"},
                                                                                   {"ł", "l"},
                                                                                   {"đ", "d"},
                                                                                   {"ð", "d"},
                                                                                   {"þ", "th"},
                                                                                   {"æ", "ae"},
                                                                                   {"œ", "oe"},
                                                                                   {"ı", "i"},
                                                                                   {"ħ", "h"},
                                                                                   {"ŋ", "n"}}};

bool is_ascii_letter_or_digit(char c) {
  return util::is_lower(c) || util::is_digit(c);
}

/// Whether a name begins with an ideograph, a kana or a Hangul syllable: UTF-8 from E3 81 (U+3040) to ED
/// (U+D7FF).
bool is_east_asian(std::string_view name) {
  return name.size() >= 3 && name.substr(0, 2) >= "\xE3\x81" && static_cast<unsigned char>(name[0]) <= 0xED;
}

}  // namespace

std::string_view surname(std::string_view name) {
  if (const auto comma = name.find(','); comma != std::string_view::npos) {
    return util::trim(name.substr(0, comma));
  }
  auto words = util::words(name);
  if (words.empty()) {
    return {};
  }
  if (is_east_asian(words.front())) {
    return words.front();
  }
  while (words.size() > 1 && ends_with_addition(words)) {
    words.pop_back();
  }
  std::size_t first = words.size() - 1;
  while (first > 0 && is_one_of(words[first - 1], k_particles)) {
    --first;
  }
  const auto begin = static_cast<std::size_t>(words[first].data() - name.data());
  const auto end = static_cast<std::size_t>(words.back().data() - name.data()) + words.back().size();
  return name.substr(begin, end - begin);
}

bool is_institution(std::string_view name) {
  const std::string lower = util::lower(name);
  const std::vector<std::string_view> words = util::words(lower);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_family_name = i > 0 && i + 1 == words.size() && is_initial(words[i - 1]);
    if (is_one_of(words[i], k_institutions) && !is_family_name) {
      return true;
    }
  }
  return false;
}

std::string_view byline_name(std::string_view name) {
  if (!is_institution(name)) {
    return surname(name);
  }
  const auto words = util::words(name);
  std::size_t first = 0;
  std::size_t last = words.size();
  while (last > 1 && is_one_of(util::lower(words[last - 1]), k_groups)) {
    --last;
  }
  if (last > 1 && util::lower(words.front()) == "the") {
    first = 1;
  }
  const auto begin = static_cast<std::size_t>(words[first].data() - name.data());
  const auto end = static_cast<std::size_t>(words[last - 1].data() - name.data()) + words[last - 1].size();
  return name.substr(begin, end - begin);
}

std::string ascii_letters(std::string_view text) {
  const std::string folded = util::fold(text);
  std::string result;
  for (std::string_view rest = folded; !rest.empty();) {
    const auto* const spelled = std::find_if(k_spelled.begin(), k_spelled.end(),
                                             [&](const auto& row) { return rest.starts_with(row.first); });
    if (spelled != k_spelled.end()) {
      result += spelled->second;
      rest.remove_prefix(spelled->first.size());
      continue;
    }
    if (is_ascii_letter_or_digit(rest.front())) {
      result += rest.front();
    }
    rest.remove_prefix(1);
  }
  return result;
}

}  // namespace papers::model
