#include "server/title_search.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

namespace papers::test {
namespace {

constexpr double k_least_score = 0.3;

using WordSet = std::set<std::string>;

WordSet words_of(std::string_view text) {
  WordSet words;
  std::string word;
  for (const char c : std::string(text) + " ") {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || byte >= 0x80) {
      word += static_cast<char>(std::tolower(byte));
    } else if (!word.empty()) {
      words.insert(std::exchange(word, {}));
    }
  }
  return words;
}

double likeness(const WordSet& a, const WordSet& b) {
  WordSet shared;
  std::ranges::set_intersection(a, b, std::inserter(shared, shared.end()));
  return 2.0 * static_cast<double>(shared.size()) /
         static_cast<double>(std::max<std::size_t>(a.size() + b.size(), 1));
}

}  // namespace

std::vector<TitleHit> search_titles(const Catalogue& catalogue, std::string_view query,
                                    const std::function<bool(const Work&)>& wanted) {
  const WordSet asked = words_of(query);
  std::vector<TitleHit> hits;
  for (const auto& [id, work] : catalogue.works()) {
    const double score = wanted(work) ? likeness(asked, words_of(work.title)) : 0;
    if (score >= k_least_score) {
      hits.push_back({&work, score});
    }
  }
  std::ranges::stable_sort(hits, std::ranges::greater{}, &TitleHit::score);
  return hits;
}

}  // namespace papers::test
