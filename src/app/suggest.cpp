#include "app/suggest.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "papers/relevance.hpp"

#include "app/relevance_words.hpp"

namespace papers::app {
namespace {

RelevanceFacts facts_of(const Relevance& paper, const RelevanceResult& all, std::optional<int> steps) {
  return {{.near = paper.near.value,
           .cites = paper.cites.value,
           .gap = paper.gap.value,
           .title = paper.title.value,
           .close_to = static_cast<int>(paper.close_to),
           .walks = static_cast<int>(all.walks),
           .cited_by_kept = static_cast<int>(paper.cited_by_kept),
           .kept = static_cast<int>(all.kept),
           .years_older = paper.years_older,
           .shared_words = paper.shared_words},
          static_cast<int>(paper.cited_by),
          steps};
}

/// Where no kept paper has a year, there is none to be compared with.
std::string gap_words_for(const RelevanceFacts& facts, const RelevanceResult& all) {
  return facts.standing.years_older || all.newest_year ? gap_words(facts) : "";
}

/// One term: its name, where it is, how it is said.
struct Row {
  std::string_view name;
  RelevancePart Relevance::*part;
  std::string (*words)(const RelevanceFacts&, const RelevanceResult&);
};

/// In the order in which the reasons read best.
constexpr std::array k_rows{
    Row{"cites", &Relevance::cites,
        [](const auto& facts, const auto& /*all*/) { return cites_words(facts); }},
    Row{"near", &Relevance::near, [](const auto& facts, const auto& /*all*/) { return near_words(facts); }},
    Row{"title", &Relevance::title,
        [](const auto& facts, const auto& /*all*/) { return title_words(facts); }},
    Row{"gap", &Relevance::gap, gap_words_for}};

constexpr double k_hundred = 100;
constexpr double k_tenths = 10;  // points of one unit of the formula

/// The sum in hundredths, and each part in hundredths that add up to it: all are rounded down, and those that
/// lost most get one back.
struct Hundredths {
  long sum = 0;
  std::array<long, k_rows.size()> parts{};
};

Hundredths in_hundredths(const Relevance& paper) {
  Hundredths result;
  std::array<std::pair<double, std::size_t>, k_rows.size()> lost;
  double exact = 0;
  long given = 0;
  for (std::size_t i = 0; i < k_rows.size(); ++i) {
    const double points = (paper.*k_rows[i].part).points * k_hundred;
    result.parts[i] = std::lround(std::floor(points));
    lost[i] = {static_cast<double>(result.parts[i]) - points, i};
    exact += points;
    given += result.parts[i];
  }
  result.sum = std::lround(exact);
  std::sort(lost.begin(), lost.end());
  for (std::size_t i = 0; given < result.sum && i < lost.size(); ++i, ++given) {
    ++result.parts[lost[i].second];
  }
  result.sum = given;
  return result;
}

/// The value is that of the points as they are shown, so that weight x value is neither more nor less.
TermPoints term(const Row& row, long hundredths, const Relevance& paper, std::string why) {
  const double points = static_cast<double>(hundredths) / k_hundred;
  const double weight = k_tenths * (paper.*row.part).weight;
  const double value = hundredths == 0 ? 0 : points / weight;
  return {std::string(row.name), value, weight, points, std::move(why)};
}

Suggestion suggestion(Item item, const Relevance& paper, const RelevanceResult& all,
                      std::optional<int> steps) {
  const RelevanceFacts facts = facts_of(paper, all, steps);
  const Hundredths hundredths = in_hundredths(paper);
  Suggestion result{0, std::move(item), static_cast<double>(hundredths.sum) / k_hundred, paper.score, {}};
  for (std::size_t i = 0; i < k_rows.size(); ++i) {
    result.terms.push_back(term(k_rows[i], hundredths.parts[i], paper, k_rows[i].words(facts, all)));
  }
  return result;
}

std::size_t kept_with_references(const Network& network) {
  return static_cast<std::size_t>(
      std::count_if(network.papers().begin(), network.papers().end(),
                    [](const Outline& paper) { return is_kept(paper.state) && references_known(paper); }));
}

}  // namespace

Suggestions suggest(const Library& library, const SuggestWishes& wishes) {
  const auto moment = library.snapshot();
  const Network network(library);
  const RelevanceResult ranked = relevance(network.graph(), network.known_papers(), {wishes.classics});
  const auto depths = network.depths(network.roots());
  Suggestions result{{}, ranked.papers.size(), ranked.kept, kept_with_references(network)};
  int rank = 0;
  for (const Relevance& paper : ranked.papers) {
    if (result.best.size() == wishes.most) {
      break;
    }
    ++rank;
    const std::int64_t row = network.paper(paper.node).row;
    auto item = !wishes.among || wishes.among(row) ? library.find_row(row) : std::nullopt;
    if (item) {
      result.best.push_back(suggestion(*std::move(item), paper, ranked, depths[paper.node]));
      result.best.back().rank = rank;
    }
  }
  return result;
}

}  // namespace papers::app
