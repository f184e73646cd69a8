// How good an order is, when it is known which of its entries were needed.
#pragma once

#include <cstddef>
#include <vector>

namespace papers::bench {

/// Whether each entry of an order was needed, best-ranked first.
using Hits = std::vector<bool>;

/// Normalised discounted cumulative gain of the first `depth` entries, gain 1 for each needed one and
/// discount log2(rank + 1) (Järvelin & Kekäläinen 2002); the best order of `needed` entries has 1. `needed`
/// >= 1.
[[nodiscard]] double ndcg(const Hits& hits, std::size_t needed, std::size_t depth);

/// Needed entries among the first `depth`, divided by `depth` even where the order is shorter.
[[nodiscard]] double precision(const Hits& hits, std::size_t depth);

/// Share of the needed entries that is among the first `depth`. `needed` >= 1.
[[nodiscard]] double recall(const Hits& hits, std::size_t needed, std::size_t depth);

struct Mean {
  double value = 0;
  double error = 0;  ///< one standard error; 0 for fewer than two values
};

[[nodiscard]] Mean mean_of(const std::vector<double>& values);
/// Of a - b, task by task; as many of each.
[[nodiscard]] Mean mean_difference(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace papers::bench
