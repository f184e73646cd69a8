#include "app/word_query.hpp"

#include <algorithm>
#include <array>

#include "util/ascii.hpp"
#include "util/text.hpp"

namespace papers::app {
namespace {

using util::is_ascii;

constexpr std::array<std::string_view, 40> k_empty_words{
    "a",  "an",   "and",  "are",  "as",   "at",    "be",    "by",    "come", "comes",
    "do", "does", "for",  "from", "how",  "in",    "into",  "is",    "it",   "its",
    "of", "on",   "or",   "so",   "that", "the",   "their", "these", "they", "this",
    "to", "was",  "were", "what", "when", "where", "which", "who",   "why",  "with"};
static_assert(std::is_sorted(k_empty_words.begin(), k_empty_words.end()));

/// Of folded text; bytes beyond ASCII belong to letters.
bool is_letter(char c) {
  return util::is_lower(c) || util::is_digit(c) || !is_ascii(c);
}

std::vector<std::string> words_of(std::string_view folded) {
  std::vector<std::string> words;
  for (auto place = folded.begin(); place != folded.end();) {
    const auto begin = std::find_if(place, folded.end(), is_letter);
    place = std::find_if_not(begin, folded.end(), is_letter);
    const std::string word(begin, place);
    if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end()) {
      words.push_back(word);
    }
  }
  return words;
}

/// Where a folded text has a folded word; npos when nowhere.
std::size_t find_word(std::string_view text, std::string_view word) {
  constexpr std::size_t k_short = 2;
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins =
        at == 0 || !is_ascii(word.front()) || !is_letter(text[at - 1]) || !is_ascii(text[at - 1]);
    const bool ends = word.size() > k_short || end == text.size() || !is_letter(text[end]);
    if (begins && ends) {
      return at;
    }
  }
  return std::string_view::npos;
}

/// A text character by character, with the place of each in the folded text.
struct Folded {
  std::string text;
  std::vector<std::size_t> begins;  ///< of each character in the original
  std::vector<std::size_t> places;  ///< of each character in the folded text
};

std::size_t length_of_character(std::string_view text, std::size_t at) {
  std::size_t length = 1;
  while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0U) == 0x80U) {
    ++length;
  }
  return length;
}

Folded fold_by_character(std::string_view text) {
  Folded folded;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = length_of_character(text, at);
    folded.begins.push_back(at);
    folded.places.push_back(folded.text.size());
    folded.text += util::fold(text.substr(at, length));
    at += length;
  }
  return folded;
}

/// The place in the original of a place in the folded text.
std::size_t original_place(const Folded& folded, std::size_t place) {
  const auto after = std::upper_bound(folded.places.begin(), folded.places.end(), place);
  return folded.begins[static_cast<std::size_t>(after - folded.places.begin()) - 1];
}

/// Back from a place by so many columns, to the beginning of a word where there is one on the way.
std::size_t start_before(std::string_view text, std::size_t place, std::size_t columns) {
  std::size_t start = place;
  std::size_t word = place;
  while (start > 0) {
    std::size_t previous = start - 1;
    while (previous > 0 && (static_cast<unsigned char>(text[previous]) & 0xC0U) == 0x80U) {
      --previous;
    }
    if (util::width(text.substr(previous, place - previous)) > columns) {
      return word < place ? word : start;
    }
    start = previous;
    word = start == 0 || text[start - 1] == ' ' ? start : word;
  }
  return 0;
}

}  // namespace

bool is_empty_word(std::string_view word) {
  return std::binary_search(k_empty_words.begin(), k_empty_words.end(), word);
}

WordQuery::WordQuery(std::string_view text) : m_words(words_of(util::fold(text))) {
  if (!std::all_of(m_words.begin(), m_words.end(), is_empty_word)) {
    std::erase_if(m_words, is_empty_word);
  }
}

std::vector<bool> WordQuery::found_in(std::string_view text) const {
  const std::string folded = util::fold(text);
  std::vector<bool> found;
  for (const std::string& word : m_words) {
    found.push_back(find_word(folded, word) != std::string_view::npos);
  }
  return found;
}

std::string WordQuery::excerpt(std::string_view text, std::size_t columns) const {
  const std::string line = util::clean_line(text);
  if (util::width(line) <= columns) {
    return line;
  }
  const Folded folded = fold_by_character(line);
  std::size_t place = std::string::npos;
  for (const std::string& word : m_words) {
    place = std::min(place, find_word(folded.text, word));
  }
  place = place == std::string::npos ? 0 : original_place(folded, place);
  const std::size_t start = start_before(line, place, columns / 3);
  const std::string_view rest = std::string_view(line).substr(start);
  return start == 0 ? util::elide(rest, columns) : "…" + util::elide(rest, columns - 1);
}

}  // namespace papers::app
