#include "bench/measures.hpp"

#include <algorithm>
#include <cmath>

namespace papers::bench {
namespace {

double discounted(std::size_t place) {
  return 1.0 / std::log2(static_cast<double>(place) + 2.0);
}

std::size_t needed_among(const Hits& hits, std::size_t depth) {
  const auto end = hits.begin() + static_cast<std::ptrdiff_t>(std::min(depth, hits.size()));
  return static_cast<std::size_t>(std::count(hits.begin(), end, true));
}

}  // namespace

double ndcg(const Hits& hits, std::size_t needed, std::size_t depth) {
  double gain = 0;
  for (std::size_t place = 0; place < std::min(depth, hits.size()); ++place) {
    gain += hits[place] ? discounted(place) : 0;
  }
  double best = 0;
  for (std::size_t place = 0; place < std::min(depth, needed); ++place) {
    best += discounted(place);
  }
  return gain / best;
}

double precision(const Hits& hits, std::size_t depth) {
  return static_cast<double>(needed_among(hits, depth)) / static_cast<double>(depth);
}

double recall(const Hits& hits, std::size_t needed, std::size_t depth) {
  return static_cast<double>(needed_among(hits, depth)) / static_cast<double>(needed);
}

Mean mean_of(const std::vector<double>& values) {
  Mean mean;
  if (values.empty()) {
    return mean;
  }
  const auto count = static_cast<double>(values.size());
  for (const double value : values) {
    mean.value += value / count;
  }
  double squares = 0;
  for (const double value : values) {
    squares += (value - mean.value) * (value - mean.value);
  }
  mean.error = values.size() < 2 ? 0 : std::sqrt(squares / (count - 1) / count);
  return mean;
}

Mean mean_difference(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> differences(a.size());
  std::transform(a.begin(), a.end(), b.begin(), differences.begin(), std::minus<>());
  return mean_of(differences);
}

}  // namespace papers::bench
