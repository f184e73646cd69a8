#include <algorithm>
#include <cmath>
#include <cstdint>

#include "papers/ranking.hpp"

#include "rank/terms/terms.hpp"

namespace papers {
namespace {

// Points in hundredths, as whole numbers: sums of those are exact, and so are the two decimals printed.
using Hundredths = std::int64_t;

constexpr double k_hundredth = 100;
constexpr double k_most_points = 1e9;  // far beyond any sensible weight, far below overflow

struct Scored {
  Hundredths score = 0;
  std::size_t candidate = 0;
};

/// The terms with the weights that hold for this call.
class Scale {
 public:
  explicit Scale(const RankWeights& weights) {
    for (const RankTerm& term : rank_terms()) {
      m_weights.push_back(weight_of(weights, term.name));
    }
  }

  [[nodiscard]] double weight(std::size_t term) const { return m_weights[term]; }

  [[nodiscard]] Hundredths points(std::size_t term, double value) const {
    const double points = m_weights[term] * value;
    return std::isfinite(points)
               ? std::llround(std::clamp(points, -k_most_points, k_most_points) * k_hundredth)
               : 0;
  }

  [[nodiscard]] Hundredths score(const Candidate& candidate, const RankContext& context) const {
    Hundredths sum = 0;
    for (std::size_t i = 0; i < m_weights.size(); ++i) {
      sum += points(i, rank_terms()[i].value(candidate, context));
    }
    return sum;
  }

 private:
  std::vector<double> m_weights;  // in the order of the table
};

double from_hundredths(Hundredths points) {
  return static_cast<double>(points) / k_hundredth;
}

/// Whether a goes before b.
bool is_better(const Scored& a, const Scored& b, std::span<const Candidate> candidates) {
  if (a.score != b.score) {
    return a.score > b.score;
  }
  const Candidate& first = candidates[a.candidate];
  const Candidate& second = candidates[b.candidate];
  if (first.relevance != second.relevance) {
    return first.relevance > second.relevance;
  }
  if (first.cited_by != second.cited_by) {
    return first.cited_by > second.cited_by;
  }
  if (first.added != second.added) {
    return first.added < second.added;
  }
  return first.id != second.id ? first.id < second.id : a.candidate < b.candidate;
}

}  // namespace

double weight_of(const RankWeights& weights, std::string_view term) {
  if (const auto own = weights.find(term); own != weights.end()) {
    return own->second;
  }
  const auto table = rank_terms();
  const auto row =
      std::find_if(table.begin(), table.end(), [term](const RankTerm& known) { return known.name == term; });
  return row == table.end() ? 0 : row->default_weight;
}

std::vector<Placed> rank(std::span<const Candidate> candidates, const RankContext& context,
                         const RankWeights& weights, std::size_t count) {
  const Scale scale(weights);
  std::vector<Scored> scored(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    scored[i] = {scale.score(candidates[i], context), i};
  }
  const auto best = scored.begin() + static_cast<std::ptrdiff_t>(std::min(count, scored.size()));
  std::partial_sort(scored.begin(), best, scored.end(),
                    [&](const Scored& a, const Scored& b) { return is_better(a, b, candidates); });

  std::vector<Placed> result;
  std::transform(scored.begin(), best, std::back_inserter(result), [](const Scored& one) {
    return Placed{one.candidate, from_hundredths(one.score)};
  });
  return result;
}

std::vector<TermPoints> explain(const Candidate& candidate, const RankContext& context,
                                const RankWeights& weights) {
  const Scale scale(weights);
  const auto table = rank_terms();
  std::vector<TermPoints> result;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const double value = table[i].value(candidate, context);
    const Hundredths points = scale.points(i, value);
    result.push_back({std::string(table[i].name), value, scale.weight(i), from_hundredths(points),
                      points == 0 ? "" : table[i].why(candidate, context)});
  }
  return result;
}

double urgency(const Candidate& candidate, const RankContext& context) {
  const Candidate undecided;
  const double usual = terms::k_priority.value(undecided, context);
  const double above = terms::k_priority.value(candidate, context) - usual;
  return terms::k_slips.value(candidate, context) + terms::k_due.value(candidate, context) +
         terms::k_focus.value(candidate, context) + std::max(0.0, above) / (1 - usual);
}

}  // namespace papers
