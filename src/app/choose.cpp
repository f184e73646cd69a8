#include "app/choose.hpp"

#include <array>
#include <set>

namespace papers::app {
namespace {

constexpr std::array k_readable{State::queued, State::reading, State::paused};

std::vector<Candidate> wanted_candidates(const Library& library,
                                         const std::function<bool(const Item&)>& wanted) {
  std::vector<Candidate> candidates = library.candidates(k_readable);
  if (!wanted) {
    return candidates;
  }
  std::set<std::int64_t> rows;
  library.each_item({{k_readable.begin(), k_readable.end()}, ItemQuery::Order::number, false},
                    [&](const Item& item) {
                      if (wanted(item)) {
                        rows.insert(item.row);
                      }
                      return true;
                    });
  std::erase_if(candidates, [&rows](const Candidate& candidate) { return !rows.contains(candidate.row); });
  return candidates;
}

}  // namespace

std::vector<Choice> choose(const Library& library, const RankWeights& weights, std::string_view today,
                           std::size_t count, const std::function<bool(const Item&)>& wanted) {
  const std::vector<Candidate> candidates = wanted_candidates(library, wanted);
  std::vector<Choice> choices;
  for (Ranked& ranked : rank(candidates, rank_context(candidates, today), weights, count)) {
    auto item = library.find_row(candidates[ranked.candidate].row);
    if (!item) {
      continue;  // another process removed it between the two reads
    }
    choices.push_back(
        {static_cast<int>(choices.size()) + 1, *std::move(item), ranked.score, std::move(ranked.terms)});
  }
  return choices;
}

std::unordered_map<std::int64_t, int> places_in_queue(const Library& library, const RankWeights& weights,
                                                      std::string_view today) {
  const std::vector<Candidate> candidates = library.candidates(k_readable);
  std::unordered_map<std::int64_t, int> places;
  for (const Ranked& ranked : rank(candidates, rank_context(candidates, today), weights, candidates.size())) {
    places.emplace(candidates[ranked.candidate].row, static_cast<int>(places.size()) + 1);
  }
  return places;
}

}  // namespace papers::app
