#include "app/choose.hpp"

#include <algorithm>
#include <utility>

#include "app/relevance_words.hpp"
#include "app/short_name.hpp"

namespace papers::app {
namespace {

constexpr std::size_t k_growth = 8;  // how many more are looked at where the wanted are rare

/// Whole items, each read once.
class Items {
 public:
  explicit Items(const Library& library) : m_library(library) {}

  /// Nothing when another process has removed it.
  const std::optional<Item>& at(std::int64_t row) {
    const auto known = m_items.find(row);
    return known != m_items.end() ? known->second
                                  : m_items.emplace(row, m_library.find_row(row)).first->second;
  }

 private:
  const Library& m_library;
  std::unordered_map<std::int64_t, std::optional<Item>> m_items;
};

std::string relevance_reason(const Item& item, const std::optional<Standing>& standing) {
  return standing ? relevance_words({*standing, item.cited_by, item.depth})
                  : "no citations known, so counted as the middle of your papers";
}

/// The names of the most urgent items that cite it; those beyond what is said are only counted.
std::vector<std::string> dependants_of(const Library& library, const Scene& scene, std::int64_t row) {
  constexpr std::size_t k_said = 2;
  std::vector<std::string> names;
  const auto found = scene.dependants.find(row);
  if (found == scene.dependants.end()) {
    return names;
  }
  for (const std::size_t place : found->second) {
    const auto item = names.size() < k_said ? library.find_row(scene.candidates[place].row) : std::nullopt;
    names.push_back(item ? name_in_words(*item) : "");
  }
  return names;
}

}  // namespace

std::vector<Choice> choose(const Library& library, const RankWeights& weights, const ThisWeek& now,
                           const ChooseWishes& wishes) {
  const auto one_state = library.snapshot();
  Items items(library);
  const auto fits = [&](std::int64_t row) {
    const auto& item = items.at(row);
    return item && (!wishes.wanted || wishes.wanted(*item));
  };
  for (std::size_t most = wishes.count;; most *= k_growth) {
    const Scene scene = scene_of(library, weights, now, {.most = most});
    const std::vector<Placed> best = rank(scene.candidates, scene.context, weights, most);
    std::vector<Choice> choices;
    for (const Placed& placed : best) {
      if (choices.size() < wishes.count && fits(scene.candidates[placed.candidate].row)) {
        choices.push_back(
            explained(library, weights, scene, placed, *items.at(scene.candidates[placed.candidate].row)));
        choices.back().rank = static_cast<int>(choices.size());
      }
    }
    if (choices.size() == wishes.count || best.size() < most) {
      return choices;
    }
  }
}

Choice explained(const Library& library, const RankWeights& weights, const Scene& scene, const Placed& placed,
                 Item item) {
  Candidate candidate = scene.candidates[placed.candidate];
  Choice choice{0, std::move(item), placed.score, {}, library.standing(candidate.row)};
  const Evidence evidence{relevance_reason(choice.item, choice.standing),
                          dependants_of(library, scene, candidate.row)};
  candidate.evidence = &evidence;
  choice.terms = explain(candidate, scene.context, weights);
  return choice;
}

std::unordered_map<std::int64_t, int> places_in_queue(const Library& library, const RankWeights& weights,
                                                      const ThisWeek& now) {
  const auto one_state = library.snapshot();
  const Scene scene = scene_of(library, weights, now);
  std::unordered_map<std::int64_t, int> places;
  for (const Placed& placed : rank(scene.candidates, scene.context, weights, scene.candidates.size())) {
    places.emplace(scene.candidates[placed.candidate].row, static_cast<int>(places.size()) + 1);
  }
  return places;
}

}  // namespace papers::app
