#include "weekly/title_words.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "model/title_match.hpp"
#include "util/ascii.hpp"
#include "util/edit_distance.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::weekly {
namespace {

constexpr std::size_t k_stem = 6;               // letters: "accele" of accelerating and acceleration
constexpr std::size_t k_shortest_misspelt = 5;  // letters of a word
constexpr std::size_t k_words_a_slip = 6;

constexpr std::array<std::string_view, 27> k_small_words{
    "a",   "an",   "and", "are",    "as",      "at",    "be",  "by",   "can",
    "for", "from", "how", "in",     "into",    "is",    "its", "of",   "on",
    "or",  "the",  "to",  "toward", "towards", "using", "via", "with", "without"};
constexpr std::array<std::string_view, 5> k_means{"by", "through", "using", "via", "with"};

bool is_word_character(char c) {
  return util::is_lower(c) || util::is_digit(c) || !util::is_ascii(c);
}

std::string without_plural(std::string word) {
  if (word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's') {
    word.pop_back();
  }
  return word;
}

std::string stem(const std::string& word) {
  const bool is_ascii = std::all_of(word.begin(), word.end(), util::is_ascii);
  const std::string singular = without_plural(word);
  return is_ascii ? singular.substr(0, k_stem) : singular;
}

std::vector<std::string> split_words(std::string_view title) {
  const std::string folded = util::fold(title);
  std::vector<std::string> words;
  for (auto it = folded.begin(); it != folded.end();) {
    const auto begin = std::find_if(it, folded.end(), is_word_character);
    it = std::find_if_not(begin, folded.end(), is_word_character);
    if (begin != it) {
      words.emplace_back(begin, it);
    }
  }
  return words;
}

std::size_t end_of_head(std::string_view title) {
  return std::min(
      {title.find(": "), title.find("："), title.find(" - "), title.find(" – "), title.find(" — ")});
}

/// "CLLMs", "GPT-2", "LaMDA", not "Medusa".
bool looks_coined(std::string_view head) {
  const auto is_mark = [](char c) { return util::is_upper(c) || util::is_digit(c); };
  const bool all_capitals = std::none_of(head.begin(), head.end(), util::is_lower);
  return head.size() > 1 && std::any_of(head.begin() + 1, head.end(), is_mark) &&
         (!all_capitals || head.size() <= 6);  // a title in capitals coins nothing
}

std::string digits_of(const std::string& key) {
  std::string digits;
  std::copy_if(key.begin(), key.end(), std::back_inserter(digits), util::is_digit);
  return digits;
}

bool is_slip(const std::string& a, const std::string& b) {
  const auto [shorter, longer] = std::minmax({a.size(), b.size()});  // a list: by value
  return a.front() == b.front() && shorter >= k_shortest_misspelt && longer - shorter <= 1 &&
         util::edit_distance(a, b) == 1;
}

}  // namespace

TitleWords words_of_title(std::string_view title) {
  TitleWords result;
  result.key = model::title_key(title);
  result.words = split_words(title);
  for (const std::string& word : result.words) {
    if (std::find(k_small_words.begin(), k_small_words.end(), word) == k_small_words.end()) {
      result.stems.push_back(stem(word));
    }
  }
  std::sort(result.stems.begin(), result.stems.end());
  result.stems.erase(std::unique(result.stems.begin(), result.stems.end()), result.stems.end());
  const std::size_t end = end_of_head(title);
  result.has_subtitle = end != std::string_view::npos;
  if (result.has_subtitle || result.words.size() <= 2) {
    const std::string_view head = util::trim(title.substr(0, end));
    result.head = without_plural(model::title_key(head));
    result.head_words = split_words(head).size();
    result.is_coined = util::words(head).size() == 1 && looks_coined(head);
  }
  return result;
}

double overlap(const TitleWords& a, const TitleWords& b) {
  std::vector<std::string> common;
  std::set_intersection(a.stems.begin(), a.stems.end(), b.stems.begin(), b.stems.end(),
                        std::back_inserter(common));
  const std::size_t all = a.stems.size() + b.stems.size();
  return all == 0 ? 0.0 : 2.0 * static_cast<double>(common.size()) / static_cast<double>(all);
}

bool same_digits(const TitleWords& a, const TitleWords& b) {
  return digits_of(a.key) == digits_of(b.key);
}

bool is_misspelling(const TitleWords& a, const TitleWords& b) {
  if (a.words.size() != b.words.size()) {
    return false;
  }
  std::size_t slips = 0;
  for (std::size_t i = 0; i < a.words.size(); ++i) {
    if (a.words[i] != b.words[i]) {
      if (!is_slip(a.words[i], b.words[i])) {
        return false;
      }
      ++slips;
    }
  }
  return slips <= 1 + a.words.size() / k_words_a_slip;
}

Containment containment(const TitleWords& shorter, const TitleWords& longer) {
  const auto& words = longer.words;
  const auto at = std::search(words.begin(), words.end(), shorter.words.begin(), shorter.words.end());
  if (shorter.words.empty() || at == words.end()) {
    return Containment::none;
  }
  const auto before = static_cast<std::size_t>(at - words.begin());
  const bool at_end = before + shorter.words.size() == words.size();
  const bool is_means =
      before > 0 && std::find(k_means.begin(), k_means.end(), words[before - 1]) != k_means.end();
  return at_end && is_means ? Containment::as_means : Containment::anywhere;
}

}  // namespace papers::weekly
