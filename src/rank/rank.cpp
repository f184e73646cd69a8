#include <algorithm>
#include <cmath>
#include <cstdint>

#include "papers/ranking.hpp"

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
      const auto own = weights.find(term.name);
      m_weights.push_back(own == weights.end() ? term.default_weight : own->second);
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
  if (first.cited_by != second.cited_by) {
    return first.cited_by > second.cited_by;
  }
  if (first.added != second.added) {
    return first.added < second.added;
  }
  return first.id != second.id ? first.id < second.id : a.candidate < b.candidate;
}

Ranked explain(const Scored& scored, const Candidate& candidate, const RankContext& context,
               const Scale& scale) {
  Ranked ranked{scored.candidate, from_hundredths(scored.score), {}};
  const auto table = rank_terms();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const double value = table[i].value(candidate, context);
    const Hundredths points = scale.points(i, value);
    ranked.terms.push_back({std::string(table[i].name), value, scale.weight(i), from_hundredths(points),
                            points == 0 ? "" : table[i].why(candidate, context)});
  }
  return ranked;
}

}  // namespace

std::vector<Ranked> rank(std::span<const Candidate> candidates, const RankContext& context,
                         const RankWeights& weights, std::size_t count) {
  const Scale scale(weights);
  std::vector<Scored> scored(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    scored[i] = {scale.score(candidates[i], context), i};
  }
  const auto best = scored.begin() + static_cast<std::ptrdiff_t>(std::min(count, scored.size()));
  std::partial_sort(scored.begin(), best, scored.end(),
                    [&](const Scored& a, const Scored& b) { return is_better(a, b, candidates); });

  std::vector<Ranked> result;
  result.reserve(static_cast<std::size_t>(best - scored.begin()));
  for (auto it = scored.begin(); it != best; ++it) {
    result.push_back(explain(*it, candidates[it->candidate], context, scale));
  }
  return result;
}

RankContext rank_context(std::span<const Candidate> candidates, std::string_view today) {
  RankContext context{std::string(today), 0};
  for (const Candidate& candidate : candidates) {
    context.most_cited = std::max(context.most_cited, candidate.cited_by);
  }
  return context;
}

}  // namespace papers
