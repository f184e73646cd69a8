#include "app/reading_graph.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "unit/app/desk.hpp"

namespace papers {
namespace {

std::vector<std::string> names(const ReadingGraph& graph) {
  std::vector<std::string> list;
  for (const auto& paper : graph.papers) {
    list.push_back(format(paper.item.ids.front()));
  }
  return list;
}

TEST_CASE("the graph goes to the depth and no further") {
  test::Desk desk;
  desk.put("2403.00001", "root");
  desk.cite("2403.00001", {"2303.00001"});
  desk.cite("2303.00001", {"2203.00001"});
  desk.cite("2203.00001", {"2103.00001"});
  app::GraphWishes wishes;
  wishes.depth = 2;
  const ReadingGraph graph = app::reading_graph(desk.library, wishes);
  CHECK(names(graph) == std::vector<std::string>{"arXiv:2203.00001", "arXiv:2303.00001", "arXiv:2403.00001"});
  CHECK(graph.papers[2].root);
  CHECK(graph.papers[0].depth == 2);
  CHECK(graph.arcs == std::vector<Arc>{{1, 0}, {2, 1}});
}

TEST_CASE("what does not fit is counted where it is cited") {
  test::Desk desk;
  desk.put("2403.00001", "root");
  std::vector<std::string> cited;
  for (int i = 1; i <= 20; ++i) {
    cited.push_back(fmt::format("2212.{:05}", i));
  }
  desk.cite("2403.00001", cited);
  app::GraphWishes wishes;
  wishes.max_leaves = 6;
  const ReadingGraph folded = app::reading_graph(desk.library, wishes);
  CHECK(folded.papers.size() == 7);
  CHECK(folded.all_papers == 21);
  for (const auto& paper : folded.papers) {
    CHECK(paper.hidden == (paper.root ? 14 : 0));
  }
  wishes.max_leaves = 0;
  wishes.max_nodes = 5;
  CHECK(app::reading_graph(desk.library, wishes).papers.size() == 5);
  wishes.max_nodes = 0;
  CHECK(app::reading_graph(desk.library, wishes).papers.size() == 21);
}

TEST_CASE("dropped papers are not drawn, roots always are") {
  test::Desk desk;
  desk.put("2403.00001", "root");
  desk.put("2303.00001", "dropped", State::dropped);
  desk.cite("2403.00001", {"2303.00001"});
  CHECK(names(app::reading_graph(desk.library, {})) == std::vector<std::string>{"arXiv:2403.00001"});
}

TEST_CASE("an empty library is an empty graph") {
  test::Desk desk;
  CHECK(app::reading_graph(desk.library, {}).papers.empty());
}

}  // namespace
}  // namespace papers
