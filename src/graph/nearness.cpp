#include "graph/nearness.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "graph/walk.hpp"

namespace papers::graph {
namespace {

constexpr double k_floor = 0.0005;  // keeps papers that a walk hardly reaches from deciding its mean
constexpr std::size_t k_at_least = 3;

/// How many of m walks are averaged: the better half, and at least three.
std::size_t averaged(std::size_t m) {
  return std::min(m, std::max(k_at_least, (m + 1) / 2));
}

/// The mean logarithm of the k largest. Reorders `masses`.
double mean_of_largest(std::span<double> masses, std::size_t k) {
  const auto end = masses.begin() + static_cast<std::ptrdiff_t>(k);
  std::nth_element(masses.begin(), end - 1, masses.end(), std::greater<>());
  const double sum = std::accumulate(
      masses.begin(), end, 0.0, [](double total, double mass) { return total + std::log(mass + k_floor); });
  return sum / static_cast<double>(k);
}

/// Counts for each row the columns in which it beats the median row. The lower of the middle two does for
/// the median: no row lies between it and their mean.
std::vector<std::size_t> better_than_median(std::span<const double> masses, std::size_t rows,
                                            std::size_t columns) {
  std::vector<std::size_t> result(rows);
  std::vector<double> column(rows);
  for (std::size_t c = 0; c < columns; ++c) {
    for (std::size_t row = 0; row < rows; ++row) {
      column[row] = masses[row * columns + c];
    }
    const auto middle = column.begin() + static_cast<std::ptrdiff_t>((rows - 1) / 2);
    std::nth_element(column.begin(), middle, column.end());
    for (std::size_t row = 0; row < rows; ++row) {
      result[row] += masses[row * columns + c] > *middle ? 1U : 0U;
    }
  }
  return result;
}

}  // namespace

Nearness nearness(const Links& links, std::span<const Place> starts, std::span<const Place> targets) {
  if (starts.empty() || targets.empty()) {
    return {std::vector<double>(targets.size()), std::vector<std::size_t>(targets.size())};
  }
  std::vector<double> masses = walk(links, starts, targets);
  Nearness result;
  result.close_to = better_than_median(masses, targets.size(), starts.size());
  result.near.resize(targets.size());
  for (std::size_t target = 0; target < targets.size(); ++target) {
    result.near[target] = mean_of_largest(std::span(masses).subspan(target * starts.size(), starts.size()),
                                          averaged(starts.size()));
  }
  return result;
}

}  // namespace papers::graph
