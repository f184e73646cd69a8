// How long relevance() takes over a whole network, with few and with many kept papers. Prints for each number
// of kept papers: the number, a tab, and the median milliseconds.
#include <algorithm>
#include <chrono>
#include <exception>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "papers/relevance.hpp"

#include "bench/bibliography_task.hpp"
#include "bench/cited_network.hpp"

namespace papers::bench {
namespace {

constexpr int k_runs = 7;

std::vector<KnownPaper> known(const CitedNetwork& network, std::size_t kept) {
  std::vector<KnownPaper> papers;
  for (const CitedPaper& paper : network.papers) {
    papers.push_back(
        {paper.id, paper.title, paper.date ? std::optional(year_of(*paper.date)) : std::nullopt});
  }
  for (std::size_t i = 0; i < kept; ++i) {
    papers[hash_of(std::to_string(i), kept) % papers.size()].role = Role::kept;
  }
  return papers;
}

double median_milliseconds(const CitationGraph& graph, const std::vector<KnownPaper>& papers) {
  std::vector<double> times;
  for (int run = 0; run < k_runs; ++run) {
    const auto begin = std::chrono::steady_clock::now();
    const RelevanceResult result = relevance(graph, papers);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    times.push_back(result.papers.empty() ? 0 : took.count());
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

void run(const std::string& file) {
  const CitedNetwork network = read_network(unpacked(file));
  std::vector<Arc> arcs;
  for (Node citing = 0; citing < network.cited.size(); ++citing) {
    for (const Node cited : network.cited[citing]) {
      arcs.emplace_back(citing, cited);
    }
  }
  const CitationGraph graph(network.papers.size(), arcs);
  for (const std::size_t kept : {std::size_t{3}, std::size_t{50}}) {
    fmt::print("{}\t{:.3f}\n", kept, median_milliseconds(graph, known(network, kept)));
  }
}

}  // namespace
}  // namespace papers::bench

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "relevance_bench: expected one file, a network as ranking_bench reads it\n");
    return 2;
  }
  try {
    papers::bench::run(argv[1]);
    return 0;
  } catch (const std::exception& problem) {
    fmt::print(stderr, "relevance_bench: {}\n", problem.what());
    return 1;
  }
}
