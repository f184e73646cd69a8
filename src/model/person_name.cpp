#include "model/person_name.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::model {
namespace {

constexpr std::array<std::string_view, 9> k_not_surnames{"jr", "jr.",           "sr",  "sr.", "ii", "iii",
                                                         "iv", "collaboration", "team"};

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
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
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
  const auto is_none = [](std::string_view word) {
    return std::find(k_not_surnames.begin(), k_not_surnames.end(), util::lower(word)) != k_not_surnames.end();
  };
  while (words.size() > 1 && is_none(words.back())) {
    words.pop_back();
  }
  return words.back();
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
