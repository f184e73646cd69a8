#include "bench/orders.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace papers::bench {
namespace {

using Judged = const Relevance&;
using Paper = const CitedPaper&;

/// Undated papers come last.
double newness(const CitedPaper& paper) {
  return paper.date ? *paper.date : std::numeric_limits<double>::lowest();
}

constexpr std::array k_orders{
    Order{"papers' order", [](Judged judged, Paper, std::uint64_t) { return judged.score; }},
    Order{"near alone", [](Judged judged, Paper, std::uint64_t) { return judged.near.term; }},
    Order{"cites alone", [](Judged judged, Paper, std::uint64_t) { return judged.cites.term; }},
    Order{"gap alone", [](Judged judged, Paper, std::uint64_t) { return judged.gap.term; }},
    Order{"title alone", [](Judged judged, Paper, std::uint64_t) { return judged.title.term; }},
    Order{"in-network counts",
          [](Judged judged, Paper, std::uint64_t) { return static_cast<double>(judged.cited_by); }},
    Order{"newest first", [](Judged, Paper paper, std::uint64_t) { return newness(paper); }},
    Order{"random", [](Judged, Paper, std::uint64_t hash) { return static_cast<double>(hash); }},
};

struct Placed {
  double value;
  std::uint64_t hash;
  bool needed;
};

}  // namespace

std::span<const Order> orders() {
  return k_orders;
}

std::vector<bool> hits(const Order& order, const CitedNetwork& network, const Task& task,
                       const RelevanceResult& judged) {
  std::vector<Placed> placed;
  for (const Relevance& paper : judged.papers) {
    const std::uint64_t hash = hash_of(task.papers[paper.node].key, 1);
    const double value = order.value(paper, network.papers[task.origin[paper.node]], hash);
    placed.push_back({value, hash, task.needed[paper.node]});
  }
  std::sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
    return a.value != b.value ? a.value > b.value : a.hash < b.hash;
  });
  std::vector<bool> result;
  for (const Placed& one : placed) {
    result.push_back(one.needed);
  }
  return result;
}

}  // namespace papers::bench
