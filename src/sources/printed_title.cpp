#include "sources/printed_title.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>
#include <vector>

#include "util/ascii.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::sources {
namespace {

constexpr std::size_t k_shortest_title = 5;   ///< bytes
constexpr std::size_t k_longest_author = 80;  ///< bytes

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> k_quotes{
    {{"\u201C", "\u201D"}, {"``", "''"}, {"\"", "\""}}};

bool is_capital(char c) {
  return util::is_upper(c) || !util::is_ascii(c);
}

/// "J.", "M.-W.", "K.", also with a comma behind: capitals, each with a full stop.
bool is_initials(std::string_view word) {
  constexpr std::size_t k_longest = 12;
  if (word.ends_with(',')) {
    word.remove_suffix(1);
  }
  if (word.size() > k_longest || !word.ends_with('.')) {
    return false;
  }
  for (std::string_view part : util::split(word.substr(0, word.size() - 1), '.')) {
    part.remove_prefix(part.starts_with('-') ? 1 : 0);
    const bool is_letter =
        part.size() == 1 || (part.size() == 2 && static_cast<unsigned char>(part[0]) >= 0xC0);
    if (!is_letter || !is_capital(part.front())) {
      return false;
    }
  }
  return true;
}

bool is_year(std::string_view word) {
  while (!word.empty() && std::string_view("().,").find(word.back()) != std::string_view::npos) {
    word.remove_suffix(1);
  }
  if (word.starts_with('(')) {
    word.remove_prefix(1);
  }
  const auto year = util::to_int(word.substr(0, 4));
  return (word.size() == 4 || word.size() == 5) && year && *year >= 1500 && *year < 2100;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::size_t offset_of(std::string_view text, std::string_view word) {
  return static_cast<std::size_t>(word.data() - text.data());
}

/// A list of names with the initials behind: "Lee, K. & Toutanova, K.", "Brown, T. et al.".
struct NamesBehind {
  std::size_t words = 0;  ///< how many words it takes; 0 when it is none
  std::size_t first = 0;  ///< how many of them are the first author
};

/// The words of one author from `at` on: up to four of a family name, then initials. 0 when there is none.
std::size_t author_words(const std::vector<std::string_view>& words, std::size_t at) {
  constexpr std::size_t k_most_names = 4;
  std::size_t end = at;
  while (end < words.size() && end - at < k_most_names && !words[end].ends_with(',') &&
         !is_initials(words[end])) {
    ++end;
  }
  if (end >= words.size() || !words[end].ends_with(',') || is_initials(words[end])) {
    return 0;
  }
  const std::size_t initials = ++end;
  while (end < words.size() && is_initials(words[end]) &&
         (end == initials || !words[end - 1].ends_with(','))) {
    ++end;
  }
  return end == initials ? 0 : end - at;
}

NamesBehind names_behind(const std::vector<std::string_view>& words) {
  NamesBehind names;
  while (const std::size_t count = author_words(words, names.words)) {
    names.first = names.first == 0 ? count : names.first;
    names.words += count;
    if (names.words < words.size() && is_one_of(words[names.words], {"&", "and"})) {
      ++names.words;
    } else if (!words[names.words - 1].ends_with(',')) {
      break;
    }
  }
  for (const std::string_view word : {"et", "al."}) {
    const bool is_next = names.first > 0 && names.words < words.size() && words[names.words] == word;
    names.words += is_next ? 1 : 0;
  }
  return names;
}

/// Whether a word that ends with a full stop ends a sentence, rather than being short for something.
bool ends_sentence(std::string_view word) {
  if (is_initials(word)) {
    return false;
  }
  word.remove_suffix(1);
  return !word.empty() &&
         !is_one_of(util::lower(word), {"al", "eds", "ed", "vol", "no", "pp", "vs", "st", "jr", "dr", "cf"});
}

/// The text up to the full stop that ends the sentence at its front, without it. A question or an
/// exclamation ends it when hardly a word follows before the next full stop.
std::string_view first_sentence(std::string_view text) {
  constexpr std::size_t k_subtitle = 3;  ///< words
  std::size_t asked = 0;                 ///< behind the last question mark
  std::size_t since = 0;                 ///< words since then
  for (const std::string_view word : util::words(text)) {
    const std::size_t end = offset_of(text, word) + word.size();
    ++since;
    if (word.ends_with('.') && ends_sentence(word)) {
      return asked > 0 && since < k_subtitle ? text.substr(0, asked) : text.substr(0, end - 1);
    }
    if (word.ends_with('?') || word.ends_with('!')) {
      asked = end;
      since = 0;
    }
  }
  return text;
}

std::string_view rest_after(std::string_view text, std::string_view front) {
  return util::trim(text.substr(std::min(text.size(), front.size() + 1)));
}

/// Without an address, or a publisher and year in brackets, behind it.
std::string_view without_tail(std::string_view title) {
  title = title.substr(0, std::min(title.find(" http"), title.find(" www.")));
  const auto bracket = title.rfind(" (");
  if (bracket != std::string_view::npos && title.ends_with(')')) {
    const std::vector<std::string_view> inside = util::words(title.substr(bracket + 2));
    title = !inside.empty() && is_year(inside.back()) ? title.substr(0, bracket) : title;
  }
  if (const auto comma = title.rfind(", ");
      comma != std::string_view::npos && is_year(title.substr(comma + 2))) {
    title = title.substr(0, comma);
  }
  return without_end(title);
}

/// Behind authors and year: "2016. Learning Semantic Rules. In Proc."
std::string_view behind_year(std::string_view text) {
  const std::vector<std::string_view> words = util::words(text);
  if (!words.empty() && is_year(words.front())) {
    return util::trim(text.substr(offset_of(text, words.front()) + words.front().size()));
  }
  return text;
}

/// Behind the first word that is a year in brackets; "" when there is none.
std::string_view behind_bracketed_year(std::string_view text) {
  for (const std::string_view word : util::words(text)) {
    if (word.starts_with('(') && is_year(word)) {
      return util::trim(text.substr(offset_of(text, word) + word.size()));
    }
  }
  return {};
}

std::string title_or_nothing(std::string_view text) {
  const std::string_view title = without_tail(first_sentence(behind_year(text)));
  return title.size() < k_shortest_title ? "" : std::string(title);
}

}  // namespace

std::string quoted_title(std::string_view text) {
  for (const auto& [open, close] : k_quotes) {
    const auto begin = text.find(open);
    const auto end = begin == std::string_view::npos ? begin : text.find(close, begin + open.size());
    if (end != std::string_view::npos) {
      const std::string_view title = without_end(text.substr(begin + open.size(), end - begin - open.size()));
      return title.size() < k_shortest_title ? "" : std::string(title);
    }
  }
  return {};
}

std::string title_in(std::string_view text) {
  if (std::string title = quoted_title(text); !title.empty()) {
    return title;
  }
  const std::vector<std::string_view> words = util::words(text);
  const NamesBehind names = names_behind(words);
  if (names.first > 0) {
    return names.words == words.size() ? ""
                                       : title_or_nothing(text.substr(offset_of(text, words[names.words])));
  }
  const std::string_view authors = first_sentence(text);
  if (std::string title = title_or_nothing(behind_bracketed_year(authors)); !title.empty()) {
    return title;
  }
  std::string title = title_or_nothing(rest_after(text, authors));
  return title.empty() ? title_or_nothing(authors) : title;
}

std::string first_author_in(std::string_view text) {
  const std::vector<std::string_view> words = util::words(text);
  if (const NamesBehind names = names_behind(words); names.first > 0) {
    const std::string_view last = words[names.first - 1];
    std::string_view author = text.substr(offset_of(text, words.front()));
    author = author.substr(0, offset_of(author, last) + last.size());
    return std::string(author.ends_with(',') ? author.substr(0, author.size() - 1) : author);
  }
  std::string_view author = first_sentence(text);
  for (const std::string_view end : {",", ";", " and ", " & ", " et al", " (", "\u201C", "``", "\""}) {
    author = author.substr(0, author.find(end));
  }
  author = util::trim(author);
  return author.size() > k_longest_author ? "" : std::string(author);
}

std::string_view without_end(std::string_view text) {
  text = util::trim(text);
  while (text.ends_with('.') || text.ends_with(',') || text.ends_with(' ') || text.ends_with(';')) {
    text.remove_suffix(1);
  }
  return text;
}

}  // namespace papers::sources
