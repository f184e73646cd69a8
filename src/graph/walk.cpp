// With x(j) = p(j) deg(j)^-0.75 a sweep is y(j) = 0.6 / deg(j) x (sum of x over the links of j), plus
// 0.4 deg(start)^-0.75 at the start: one multiplication a paper instead of one a link.
//
// Reading x at random places is what a sweep spends its time on, so several walks advance side by side
// and share each read: the x of up to eight starts fill one cache line. On 352,807 citations, with everything
// else that relevance takes: 20 ms for 3 starts, 180 ms for 50, optimised.

#include "graph/walk.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace papers::graph {
namespace {

constexpr int k_sweeps = 8;
constexpr double k_restart = 0.4;
constexpr double k_out = 0.75;  // exponent of the degree on leaving a paper; the rest of 1 is on arriving

template <std::size_t Lanes>
struct alignas(Lanes * sizeof(double)) Row {
  std::array<double, Lanes> lane{};
};

template <std::size_t Lanes>
using Rows = std::vector<Row<Lanes>>;

double leaving(const Links& links, Place place) {
  return std::pow(static_cast<double>(links.degree(place)), -k_out);
}

template <std::size_t Lanes>
void sweep(const Links& links, std::span<const double> spread, const Rows<Lanes>& from, Rows<Lanes>& to) {
  for (Place place = 0; place < links.size(); ++place) {
    Row<Lanes> sum;
    for (const Place other : links.of(place)) {
      for (std::size_t i = 0; i < Lanes; ++i) {
        sum.lane[i] += from[other].lane[i];
      }
    }
    for (std::size_t i = 0; i < Lanes; ++i) {
      to[place].lane[i] = sum.lane[i] * spread[place];
    }
  }
}

/// The walks from at most `Lanes` starts: x after the last sweep.
template <std::size_t Lanes>
Rows<Lanes> walk_together(const Links& links, std::span<const double> spread, std::span<const Place> starts) {
  Rows<Lanes> from(links.size());
  Rows<Lanes> to(links.size());
  for (std::size_t i = 0; i < starts.size(); ++i) {
    from[starts[i]].lane[i] = leaving(links, starts[i]);
  }
  for (int n = 0; n < k_sweeps; ++n) {
    sweep<Lanes>(links, spread, from, to);
    for (std::size_t i = 0; i < starts.size(); ++i) {
      to[starts[i]].lane[i] += k_restart * leaving(links, starts[i]);
    }
    std::swap(from, to);
  }
  return from;
}

/// 0.6 / deg; 0 for papers without links.
std::vector<double> spreads(const Links& links) {
  std::vector<double> result(links.size());
  for (Place place = 0; place < links.size(); ++place) {
    const auto degree = static_cast<double>(links.degree(place));
    result[place] = degree > 0 ? (1 - k_restart) / degree : 0;
  }
  return result;
}

/// The walks of all starts, `Lanes` at a time.
template <std::size_t Lanes>
std::vector<double> walk_in_lanes(const Links& links, std::span<const Place> starts,
                                  std::span<const Place> targets) {
  const std::vector<double> spread = spreads(links);
  std::vector<double> arriving(targets.size());
  std::transform(targets.begin(), targets.end(), arriving.begin(),
                 [&](Place place) { return std::pow(static_cast<double>(links.degree(place)), k_out); });

  std::vector<double> result(starts.size() * targets.size());
  for (std::size_t first = 0; first < starts.size(); first += Lanes) {
    const auto some = starts.subspan(first, std::min(Lanes, starts.size() - first));
    const Rows<Lanes> x = walk_together<Lanes>(links, spread, some);
    for (std::size_t target = 0; target < targets.size(); ++target) {
      for (std::size_t i = 0; i < some.size(); ++i) {
        result[target * starts.size() + first + i] = x[targets[target]].lane[i] * arriving[target];
      }
    }
  }
  return result;
}

}  // namespace

std::vector<double> walk(const Links& links, std::span<const Place> starts, std::span<const Place> targets) {
  constexpr std::size_t k_few = 4;
  constexpr std::size_t k_line = 8;
  return starts.size() <= k_few ? walk_in_lanes<k_few>(links, starts, targets)
                                : walk_in_lanes<k_line>(links, starts, targets);
}

}  // namespace papers::graph
