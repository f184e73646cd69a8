#include "app/lookup.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

#include "util/strings.hpp"

namespace papers::app {
namespace {

using Where = LookupHit::Where;

/// A place where words may stand: a row for each, in the order of Where.
struct PlaceRule {
  std::string_view name;
  double weight;
};
constexpr std::array<PlaceRule, 4> k_places{{{"title", 3}, {"context", 2}, {"author", 2}, {"abstract", 1}}};

constexpr const PlaceRule& rule_of(Where where) {
  return k_places[static_cast<std::size_t>(where)];
}

/// One reference with all the texts that speak of it.
struct Described {
  CitedWork work;
  std::vector<std::pair<Where, std::string>> texts = {};
  std::vector<bool> found = {};      ///< by word
  std::vector<double> weights = {};  ///< of the best place, by word
};

void add_text(Described& reference, Where where, const std::string& text) {
  if (!text.empty()) {
    reference.texts.emplace_back(where, text);
  }
}

void collect_texts(Described& reference) {
  const CitedWork& work = reference.work;
  const Item known = work.item.value_or(Item{});
  add_text(reference, Where::title, known.title.empty() ? work.entry.title : known.title);
  for (const std::string& context : work.contexts) {
    add_text(reference, Where::context, context);
  }
  add_text(reference, Where::author,
           known.authors.empty() ? work.entry.author : util::join(known.authors, ", "));
  add_text(reference, Where::abstract, known.abstract.value_or(""));
}

void search(Described& reference, const WordQuery& query) {
  collect_texts(reference);
  reference.found.assign(query.size(), false);
  reference.weights.assign(query.size(), 0);
  for (const auto& [where, text] : reference.texts) {
    const std::vector<bool> found = query.found_in(text);
    for (std::size_t word = 0; word < found.size(); ++word) {
      if (found[word]) {
        reference.found[word] = true;
        reference.weights[word] = std::max(reference.weights[word], rule_of(where).weight);
      }
    }
  }
}

std::size_t words_in(const Described& reference) {
  return static_cast<std::size_t>(std::count(reference.found.begin(), reference.found.end(), true));
}

/// What each word tells apart: the fewer references hold it, the more.
std::vector<double> rarities(const std::vector<Described>& references, std::size_t words) {
  std::vector<double> rarities(words, 0);
  for (std::size_t word = 0; word < words; ++word) {
    const auto holding = std::count_if(references.begin(), references.end(),
                                       [word](const Described& reference) { return reference.found[word]; });
    rarities[word] =
        holding == 0 ? 0
                     : std::log(1 + static_cast<double>(references.size()) / static_cast<double>(holding));
  }
  return rarities;
}

double score_of(const Described& reference, const std::vector<double>& rarities) {
  double score = 0;
  for (std::size_t word = 0; word < rarities.size(); ++word) {
    score += rarities[word] * reference.weights[word];
  }
  return score;
}

/// The text to show: of those that hold most of the words the one that says most, a sentence before a title.
LookupHit hit_of(Described reference, const WordQuery& query) {
  LookupHit hit;
  hit.words = words_in(reference);
  std::ptrdiff_t most = 0;
  for (auto& [where, text] : reference.texts) {
    const std::vector<bool> found = query.found_in(text);
    const auto words = std::count(found.begin(), found.end(), true);
    if (words > most ||
        (words == most && words > 0 && where == Where::context && hit.where == Where::title)) {
      most = words;
      hit.where = where;
      hit.text = std::move(text);
    }
  }
  hit.work = std::move(reference.work);
  return hit;
}

std::vector<LookupHit> best_first(std::vector<Described> references, const WordQuery& query,
                                  std::size_t enough) {
  const std::vector<double> weights = rarities(references, query.size());
  std::erase_if(references, [enough](const Described& reference) { return words_in(reference) < enough; });
  const auto rank = [&](const Described& reference) {
    return std::tuple(-static_cast<double>(words_in(reference)), -score_of(reference, weights),
                      reference.work.position);
  };
  std::stable_sort(references.begin(), references.end(),
                   [&](const Described& a, const Described& b) { return rank(a) < rank(b); });
  std::vector<LookupHit> hits;
  for (Described& reference : references) {
    hits.push_back(hit_of(std::move(reference), query));
  }
  return hits;
}

void count(LookupReport& report, const std::vector<Described>& references) {
  report.references = static_cast<int>(references.size());
  for (const auto& [work, texts, found, weights] : references) {
    report.with_abstract += work.item && work.item->abstract ? 1 : 0;
    report.with_contexts += work.contexts.empty() ? 0 : 1;
    report.by_title_only += work.how == CitedWork::How::title_only ? 1 : 0;
  }
}

}  // namespace

std::string_view name_of(Where where) {
  return rule_of(where).name;
}

LookupReport look_up(const Library& library, const Item& paper, const WordQuery& query) {
  LookupReport report;
  std::vector<Described> references;
  for (CitedWork& work : bibliography(library, paper)) {
    references.push_back({std::move(work)});
  }
  std::size_t most = 0;
  for (Described& reference : references) {
    search(reference, query);
    most = std::max(most, words_in(reference));
  }
  count(report, references);
  const std::size_t half = (query.size() + 1) / 2;
  if (query.empty() || most < half) {
    return report;
  }
  report.partial = most < query.size();
  report.hits = best_first(std::move(references), query, report.partial ? half : query.size());
  return report;
}

}  // namespace papers::app
