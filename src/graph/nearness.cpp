#include "graph/nearness.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>
#include <vector>

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
double mean_of_largest(std::vector<double>& masses, std::size_t k) {
  const auto end = masses.begin() + static_cast<std::ptrdiff_t>(k);
  std::nth_element(masses.begin(), end - 1, masses.end(), std::greater<>());
  const double sum = std::accumulate(
      masses.begin(), end, 0.0, [](double total, double mass) { return total + std::log(mass + k_floor); });
  return sum / static_cast<double>(k);
}

/// What the walks say about each target: row by target, one column for each walk.
class Masses {
 public:
  Masses(std::vector<double> masses, std::size_t rows, std::size_t columns,
         std::span<const std::size_t> left_out)
      : m_masses(std::move(masses)), m_rows(rows), m_columns(columns), m_left_out(left_out) {}

  [[nodiscard]] double near(std::size_t row) const {
    std::vector<double> counted;
    counted.reserve(m_columns);
    for (std::size_t column = 0; column < m_columns; ++column) {
      if (counts(row, column)) {
        counted.push_back(at(row, column));
      }
    }
    return counted.empty() ? 0 : mean_of_largest(counted, averaged(counted.size()));
  }

  /// Counts for each row the columns in which it beats the median row. The lower of the middle two does for
  /// the median: no row lies between it and their mean.
  [[nodiscard]] std::vector<std::size_t> better_than_median() const {
    std::vector<std::size_t> result(m_rows);
    std::vector<double> column;
    for (std::size_t c = 0; c < m_columns; ++c) {
      column.clear();
      for (std::size_t row = 0; row < m_rows; ++row) {
        if (counts(row, c)) {
          column.push_back(at(row, c));
        }
      }
      if (column.empty()) {
        continue;
      }
      const auto middle = column.begin() + static_cast<std::ptrdiff_t>((column.size() - 1) / 2);
      std::nth_element(column.begin(), middle, column.end());
      for (std::size_t row = 0; row < m_rows; ++row) {
        result[row] += counts(row, c) && at(row, c) > *middle ? 1U : 0U;
      }
    }
    return result;
  }

 private:
  [[nodiscard]] double at(std::size_t row, std::size_t column) const {
    return m_masses[row * m_columns + column];
  }
  [[nodiscard]] bool counts(std::size_t row, std::size_t column) const {
    return m_left_out.empty() || m_left_out[row] != column;
  }

  std::vector<double> m_masses;
  std::size_t m_rows;
  std::size_t m_columns;
  std::span<const std::size_t> m_left_out;
};

}  // namespace

Nearness nearness(const Links& links, std::span<const Place> starts, std::span<const Place> targets,
                  std::span<const std::size_t> left_out) {
  if (starts.empty() || targets.empty()) {
    return {std::vector<double>(targets.size()), std::vector<std::size_t>(targets.size())};
  }
  const Masses masses(walk(links, starts, targets), targets.size(), starts.size(), left_out);
  Nearness result;
  result.close_to = masses.better_than_median();
  result.near.resize(targets.size());
  for (std::size_t target = 0; target < targets.size(); ++target) {
    result.near[target] = masses.near(target);
  }
  return result;
}

}  // namespace papers::graph
