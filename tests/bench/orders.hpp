// Orders of the candidates of a task: ours, and what it is compared with.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "papers/relevance.hpp"

#include "bench/bibliography_task.hpp"

namespace papers::bench {

struct Order {
  std::string_view name;
  /// Greatest first; papers of one value follow each other by the hash of their key.
  double (*value)(const Relevance& judged, const CitedPaper& paper, std::uint64_t hash);
};

/// The first is the formula's own, the others are its parts and what anybody would try.
[[nodiscard]] std::span<const Order> orders();

/// Whether each candidate was needed, in that order. `judged` is what relevance() says of the task.
[[nodiscard]] std::vector<bool> hits(const Order& order, const CitedNetwork& network, const Task& task,
                                     const RelevanceResult& judged);

}  // namespace papers::bench
