// How well the order of suggestions finds the bibliographies of a real network; see bibliography_task.hpp.
#include <algorithm>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "bench/bibliography_task.hpp"
#include "bench/cited_network.hpp"
#include "bench/measures.hpp"
#include "bench/orders.hpp"

namespace papers::bench {
namespace {

struct Options {
  std::string network;
  std::string papers;
  std::size_t tasks = 400;
  std::uint64_t seed = 1;
  TaskWishes wishes;
};

/// The measures of one order, task by task.
struct Scores {
  std::vector<double> ndcg;
  std::vector<double> precision;
  std::vector<double> recall;
};

struct Results {
  std::vector<Scores> by_order;
  std::vector<std::size_t> candidates;
  bool has_titles = false;
};

Results judge(const CitedNetwork& network, const std::vector<Task>& tasks) {
  Results results;
  results.by_order.resize(orders().size());
  for (const Task& task : tasks) {
    const RelevanceResult judged = relevance(CitationGraph(task.papers.size(), task.arcs), task.papers);
    results.candidates.push_back(judged.papers.size());
    results.has_titles =
        results.has_titles || std::any_of(task.papers.begin(), task.papers.end(),
                                          [](const KnownPaper& p) { return !p.title.empty(); });
    for (std::size_t i = 0; i < orders().size(); ++i) {
      const Hits found = hits(orders()[i], network, task, judged);
      results.by_order[i].ndcg.push_back(ndcg(found, task.needed_count, 50));
      results.by_order[i].precision.push_back(precision(found, 10));
      results.by_order[i].recall.push_back(recall(found, task.needed_count, 20));
    }
  }
  return results;
}

std::size_t median(std::vector<std::size_t> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

std::string words(const Mean& mean) {
  return fmt::format("{:6.3f} ± {:.3f}", mean.value, mean.error);
}

void print(const Results& results) {
  fmt::print("{:<18}  {:>14}  {:>14}  {:>14}  {:>14}\n", "order", "nDCG@50", "P@10", "R@20", "nDCG to ours");
  for (std::size_t i = 0; i < orders().size(); ++i) {
    const Scores& scores = results.by_order[i];
    const bool says_nothing = orders()[i].name == "title alone" && !results.has_titles;
    fmt::print("{:<18}  {}  {}  {}  {}{}\n", orders()[i].name, words(mean_of(scores.ndcg)),
               words(mean_of(scores.precision)), words(mean_of(scores.recall)),
               i == 0 ? "             –" : words(mean_difference(scores.ndcg, results.by_order[0].ndcg)),
               says_nothing ? "  (no titles here: ties, so random)" : "");
  }
}

int run(const Options& options) {
  const CitedNetwork network =
      read_network(unpacked(options.network), options.papers.empty() ? "" : unpacked(options.papers));
  const Tasks drawn = draw_tasks(network, options.wishes, options.tasks, options.seed);
  fmt::print("{}: {} papers, {} citations; {} papers have {} to {} references\n", options.network,
             network.papers.size(), network.citations(), drawn.suitable, options.wishes.least_references,
             options.wishes.most_references);
  if (drawn.tasks.empty()) {
    fmt::print(stderr, "ranking_bench: no paper of this network makes a task\n");
    return 1;
  }
  const Results results = judge(network, drawn.tasks);
  fmt::print("{} tasks, seed {}, {} newest references kept, {} candidates (median); ± one standard error\n\n",
             drawn.tasks.size(), options.seed, options.wishes.kept, median(results.candidates));
  print(results);
  return 0;
}

}  // namespace
}  // namespace papers::bench

int main(int argc, char** argv) {
  papers::bench::Options options;
  CLI::App app("How well papers' order finds the bibliographies of a real network.", "ranking_bench");
  app.add_option("NETWORK", options.network,
                 "\"citing cited\" in each line, or JSON Lines; .xz and .gz are unpacked")
      ->required();
  app.add_option("--papers", options.papers, "id, date and title in each line, parted by tabs");
  app.add_option("--tasks", options.tasks, "how many at most")->capture_default_str();
  app.add_option("--seed", options.seed, "for other papers")->capture_default_str();
  app.add_option("--least", options.wishes.least_references, "references of a paper")->capture_default_str();
  app.add_option("--most", options.wishes.most_references, "references of a paper")->capture_default_str();
  app.add_option("--kept", options.wishes.kept, "its newest references, which are known")
      ->capture_default_str();
  app.add_option("--needed", options.wishes.least_needed, "least that can be found")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  try {
    return papers::bench::run(options);
  } catch (const std::exception& problem) {
    fmt::print(stderr, "ranking_bench: {}\n", problem.what());
    return 1;
  }
}
