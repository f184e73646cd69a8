// Suggestions of the whole program's library, on bibliographies of a real network: the formula's order.
#include <filesystem>
#include <map>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "app/suggest.hpp"
#include "bench/bibliography_task.hpp"
#include "support/shared_folder.hpp"
#include "unit/app/desk.hpp"
#include "unit/app/worked_example.hpp"
#include "util/child_process.hpp"

namespace papers {
namespace {

const std::string k_file = test::shared_folder() / "datasets/graphs/cit-HepTh/cit-HepTh.edges.txt.xz";

std::string id_of(const bench::CitedNetwork& network, const bench::Task& task, Node node) {
  return "arXiv:hep-th/" + network.papers[task.origin[node]].id;
}

/// The known graph of a task as a library: what is kept is queued, the rest was found.
std::string json_lines(const bench::CitedNetwork& network, const bench::Task& task) {
  std::string text = "{\"type\":\"library\",\"schema\":1}\n";
  for (Node node = 0; node < task.papers.size(); ++node) {
    const KnownPaper& paper = task.papers[node];
    text += fmt::format(R"({{"type":"paper","id":"{}","year":{},"state":"{}"}})"
                        "\n",
                        id_of(network, task, node), paper.year.value(),
                        paper.role == Role::kept ? "queued" : "found");
  }
  for (const auto& [citing, cited] : task.arcs) {
    text += fmt::format(R"({{"type":"cites","from":"{}","to":"{}"}})"
                        "\n",
                        id_of(network, task, citing), id_of(network, task, cited));
  }
  return text;
}

TEST_CASE("on real bibliographies, suggestions come in the order of the formula") {
  if (!std::filesystem::exists(k_file) || util::find_program("xz").empty()) {
    MESSAGE("skipped: needs xz and ", k_file);
    return;
  }
  const bench::CitedNetwork network = bench::read_network(bench::unpacked(k_file));
  for (const bench::Task& task : bench::draw_tasks(network, {}, 3, 7).tasks) {
    test::Desk desk;
    test::import_text(desk.library, desk.clock, json_lines(network, task));
    const RelevanceResult judged = relevance(CitationGraph(task.papers.size(), task.arcs), task.papers);
    std::map<std::string, double> scores;
    for (const Relevance& paper : judged.papers) {
      scores[id_of(network, task, paper.node)] = paper.score;
    }
    const app::Suggestions all = app::suggest(desk.library, {.most = task.papers.size()});
    REQUIRE(all.best.size() == judged.papers.size());
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < all.best.size(); ++i) {
      const double score = scores.at(format(all.best[i].item.ids.front()));
      wrong += std::abs(all.best[i].relevance - score) > 1e-8 ? 1U : 0U;
      wrong += std::abs(judged.papers[i].score - score) > 1e-8 ? 1U : 0U;
    }
    CHECK(wrong == 0);
    MESSAGE(task.paper, ": ", all.best.size(), " suggestions in order");
  }
}

}  // namespace
}  // namespace papers
