#include "graph/title_similarity.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

namespace papers::graph {
namespace {

/// Words that say nothing about a paper's subject, sorted.
constexpr std::array<std::string_view, 48> k_stop_words{
    "a",       "an",      "analysis", "and",     "approach", "are",   "as",    "at",    "based", "be",
    "by",      "can",     "for",      "from",    "how",      "in",    "into",  "is",    "it",    "its",
    "method",  "methods", "model",    "models",  "new",      "novel", "of",    "on",    "our",   "paper",
    "results", "study",   "system",   "systems", "that",     "the",   "their", "these", "this",  "to",
    "toward",  "towards", "use",      "using",   "via",      "we",    "which", "with"};
static_assert(std::is_sorted(k_stop_words.begin(), k_stop_words.end()));

constexpr std::size_t k_shortest = 2;
constexpr std::size_t k_shared = 2;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool counts(std::string_view word) {
  return word.size() >= k_shortest && !std::binary_search(k_stop_words.begin(), k_stop_words.end(), word);
}

}  // namespace

std::vector<std::string> title_words(std::string_view title) {
  std::string text(title);
  std::transform(text.begin(), text.end(), text.begin(), lower);
  std::vector<std::string> result;
  for (auto first = text.begin(); first != text.end();) {
    first = std::find_if(first, text.end(), is_word_character);
    const auto end = std::find_if_not(first, text.end(), is_word_character);
    if (const std::string_view word(first, end); counts(word)) {
      result.emplace_back(word);
    }
    first = end;
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

TitleSimilarity::TitleSimilarity(std::span<const std::string_view> titles, std::span<const Place> kept) {
  for (const std::string_view title : titles) {
    m_first.push_back(m_words.size());
    for (const std::string& word : title_words(title)) {
      m_words.push_back(number(word));
    }
  }
  m_first.push_back(m_words.size());
  weigh(static_cast<std::size_t>(
      std::count_if(titles.begin(), titles.end(), [](std::string_view title) { return !title.empty(); })));
  sum_up(kept);
}

TitleSimilarity::Word TitleSimilarity::number(std::string_view word) {
  if (const auto known = m_numbers.find(word); known != m_numbers.end()) {
    return known->second;
  }
  const auto added = m_numbers.emplace(word, m_spelling.size()).first;
  m_spelling.emplace_back(added->first);
  return added->second;
}

void TitleSimilarity::weigh(std::size_t titles) {
  std::vector<std::size_t> titles_with(m_spelling.size());
  for (const Word word : m_words) {
    ++titles_with[word];
  }
  for (const std::size_t with : titles_with) {
    m_weight.push_back(std::log1p(static_cast<double>(titles) / static_cast<double>(with)));
  }
}

void TitleSimilarity::sum_up(std::span<const Place> kept) {
  m_kept.resize(m_spelling.size());
  m_kept_with.resize(m_spelling.size());
  for (const Place place : kept) {
    const double own_length = length(words(place));
    for (const Word word : words(place)) {
      m_kept[word] += m_weight[word] / own_length;
      ++m_kept_with[word];
    }
  }
  double squares = 0;
  for (const double value : m_kept) {
    squares += value * value;
  }
  m_kept_length = std::sqrt(squares);
}

std::span<const TitleSimilarity::Word> TitleSimilarity::words(Place place) const {
  return std::span(m_words).subspan(m_first[place], m_first[place + 1] - m_first[place]);
}

double TitleSimilarity::length(std::span<const Word> words) const {
  double squares = 0;
  for (const Word word : words) {
    squares += m_weight[word] * m_weight[word];
  }
  return std::sqrt(squares);
}

std::vector<std::string> TitleSimilarity::heaviest(std::vector<Word> words) const {
  std::stable_sort(words.begin(), words.end(), [this](Word a, Word b) { return m_weight[a] > m_weight[b]; });
  words.resize(std::min(words.size(), k_shared));
  std::vector<std::string> result;
  std::transform(words.begin(), words.end(), std::back_inserter(result),
                 [this](Word word) { return std::string(m_spelling[word]); });
  return result;
}

TitleMatch TitleSimilarity::match(Place place) const {
  std::vector<Word> shared;
  double product = 0;
  for (const Word word : words(place)) {
    if (m_kept_with[word] > 0) {
      shared.push_back(word);
      product += m_weight[word] * m_kept[word];
    }
  }
  if (shared.empty()) {
    return {};
  }
  return {std::min(1.0, product / length(words(place)) / m_kept_length), heaviest(std::move(shared))};
}

// With the sum s of all directions and the direction u of one's own, the others sum up to s - u, of length
// sqrt(s.s - 2 s.u + 1). That is at least 1, since no component is negative, unless no other has any words.
TitleMatch TitleSimilarity::match_with_others(Place kept) const {
  const double own_length = length(words(kept));
  std::vector<Word> shared;
  double with_all = 0;     // s.u
  double with_others = 0;  // (s - u).u, without the rounding of words that are one's own alone
  for (const Word word : words(kept)) {
    const double own = m_weight[word] / own_length;
    with_all += own * m_kept[word];
    if (m_kept_with[word] > 1) {
      shared.push_back(word);
      with_others += own * (m_kept[word] - own);
    }
  }
  if (shared.empty()) {
    return {};
  }
  const double others_squared = m_kept_length * m_kept_length - 2 * with_all + 1;
  return {std::clamp(with_others / std::sqrt(std::max(1.0, others_squared)), 0.0, 1.0),
          heaviest(std::move(shared))};
}

}  // namespace papers::graph
