#include "app/suggest.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "papers/relevance.hpp"

namespace papers::app {
namespace {

/// What the words about one candidate need beside it.
struct Scene {
  const RelevanceResult& all;
  std::optional<int> steps;  ///< from the nearest root
};

std::string steps_back(std::optional<int> steps) {
  return steps ? fmt::format(", {} {} back", *steps, *steps == 1 ? "step" : "steps") : "";
}

std::string of_yours(std::size_t number, std::size_t all, std::string_view which = "") {
  return all == 1 ? fmt::format("your one {}paper", which)
                  : fmt::format("{} of your {} {}papers", number, all, which);
}

/// A kept paper without known citations is close to nothing.
std::string of_linked(std::size_t number, const RelevanceResult& all) {
  return of_yours(number, all.walks, "kept ") + (all.walks == all.kept ? "" : " with known citations");
}

std::string cites_words(const Relevance& paper, const Scene& scene) {
  const std::size_t others = paper.cited_by - paper.cited_by_kept;
  std::string words = "cited by no paper you know";
  if (paper.cited_by_kept == 0 && others > 0) {
    words = fmt::format("cited by {} paper{} you know", others, others == 1 ? "" : "s");
  } else if (paper.cited_by_kept > 0) {
    words = "cited by " + of_yours(paper.cited_by_kept, scene.all.kept);
    words += others > 0 ? fmt::format(" and {} other{}", others, others == 1 ? "" : "s") : "";
  }
  return words + steps_back(scene.steps);
}

std::string near_words(const Relevance& paper, const Scene& scene) {
  if (scene.all.walks == 0) {
    return "";
  }
  return paper.close_to > 0 ? "close to " + of_linked(paper.close_to, scene.all)
                            : "farther from your papers than most";
}

std::string title_words(const Relevance& paper, const Scene& /*scene*/) {
  const auto& shared = paper.shared_words;
  if (shared.empty()) {
    return "";
  }
  return fmt::format("shares \"{}\"{} with your titles", shared.front(),
                     shared.size() > 1 ? fmt::format(" and \"{}\"", shared[1]) : "");
}

std::string gap_words(const Relevance& paper, const Scene& scene) {
  if (!paper.years_older) {
    return scene.all.newest_year ? "year not known" : "";
  }
  const int years = *paper.years_older;
  return years == 0 ? "as new as your newest"
                    : fmt::format("{} year{} older than your newest", years, years == 1 ? "" : "s");
}

/// One term: its name, where it is, how it is said.
struct Row {
  std::string_view name;
  RelevancePart Relevance::*part;
  std::string (*words)(const Relevance&, const Scene&);
};

/// In the order in which the reasons read best.
constexpr std::array k_rows{
    Row{"cites", &Relevance::cites, cites_words}, Row{"near", &Relevance::near, near_words},
    Row{"title", &Relevance::title, title_words}, Row{"gap", &Relevance::gap, gap_words}};

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
TermPoints term(const Row& row, long hundredths, const Relevance& paper, const Scene& scene) {
  const double points = static_cast<double>(hundredths) / k_hundred;
  const double weight = k_tenths * (paper.*row.part).weight;
  const double value = hundredths == 0 ? 0 : points / weight;
  return {std::string(row.name), value, weight, points, row.words(paper, scene)};
}

Suggestion suggestion(Item item, const Relevance& paper, const Scene& scene) {
  const Hundredths hundredths = in_hundredths(paper);
  Suggestion result{0, std::move(item), static_cast<double>(hundredths.sum) / k_hundred, paper.score, {}};
  for (std::size_t i = 0; i < k_rows.size(); ++i) {
    result.terms.push_back(term(k_rows[i], hundredths.parts[i], paper, scene));
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
  for (const Relevance& paper : ranked.papers) {
    if (result.best.size() == wishes.most) {
      break;
    }
    if (auto item = library.find_row(network.paper(paper.node).row)) {
      result.best.push_back(suggestion(*std::move(item), paper, {ranked, depths[paper.node]}));
      result.best.back().rank = static_cast<int>(result.best.size());
    }
  }
  return result;
}

}  // namespace papers::app
