#pragma once

#include <algorithm>
#include <optional>
#include <vector>

namespace papers::graph {

/// The middle value, or the mean of the middle two; nothing of nothing. O(n).
[[nodiscard]] inline std::optional<double> median(std::vector<double> values) {
  if (values.empty()) {
    return std::nullopt;
  }
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) {
    return *middle;
  }
  return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

}  // namespace papers::graph
