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

TEST_CASE("what happened on that day or later is news: read before begun before added") {
  test::Desk desk;
  const auto put = [&desk](const std::string& id, State state, const std::string& added) {
    Item item = desk.put(id, id, state);
    item.added = added;
    item.started =
        state == State::reading ? std::optional<std::string>("2024-11-12T00:00:00Z") : std::nullopt;
    item.finished = state == State::read ? std::optional<std::string>("2024-11-13T00:00:00Z") : std::nullopt;
    Change change = desk.library.begin("test", "test");
    change.save(item);
    change.commit();
  };
  put("2403.00001", State::queued, "2024-11-08T12:00:00Z");
  put("2403.00002", State::queued, "2024-11-11T12:00:00Z");
  put("2403.00003", State::reading, "2024-11-01T00:00:00Z");
  put("2403.00004", State::read, "2024-11-11T00:00:00Z");
  desk.cite("2403.00001", {"2403.00002", "2403.00003", "2403.00004"});
  app::GraphWishes wishes;
  std::vector<News> news;
  for (const ReadingGraph::Paper& paper : app::reading_graph(desk.library, wishes).papers) {
    news.push_back(paper.news);
  }
  CHECK(news == std::vector<News>(4, News::none));
  wishes.since = "2024-11-10";
  news.clear();
  const ReadingGraph graph = app::reading_graph(desk.library, wishes);
  for (const ReadingGraph::Paper& paper : graph.papers) {
    news.push_back(paper.news);
  }
  CHECK(graph.since == "2024-11-10");
  CHECK(news == std::vector<News>{News::none, News::added, News::started, News::finished});
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
    CHECK(paper.beyond == 0);
  }
  wishes.max_leaves = 0;
  wishes.max_nodes = 5;
  CHECK(app::reading_graph(desk.library, wishes).papers.size() == 5);
  wishes.max_nodes = 0;
  CHECK(app::reading_graph(desk.library, wishes).papers.size() == 21);
}

TEST_CASE(
    "what lies beyond the depth is counted where the graph ends, and so is what lies beyond the limits") {
  test::Desk desk;
  desk.put("2403.00001", "root");
  desk.cite("2403.00001", {"2303.00001"});
  desk.cite("2303.00001", {"2203.00001", "2203.00002"});
  ReferenceList list;
  list.citing = *parse_identifier("2303.00001");
  list.source = "other";
  list.fetched = "2024-11-01T00:00:00Z";
  list.entries = {{1, *parse_identifier("1706.03762"), "Far away and long ago", 1997, ""}};
  Change change = desk.library.begin("test", "test");
  change.save(list, Change::Unknown::leave);
  Item cited = desk.library.find(*parse_identifier("2203.00001")).value();
  cited.year = 2022;
  change.save(cited);
  change.commit();
  app::GraphWishes wishes;
  wishes.depth = 1;
  const ReadingGraph graph = app::reading_graph(desk.library, wishes);
  REQUIRE(names(graph) == std::vector<std::string>{"arXiv:2303.00001", "arXiv:2403.00001"});
  CHECK(graph.papers[0].hidden == 2);
  CHECK(graph.papers[0].beyond == 1);
  CHECK(graph.papers[0].hidden_from == 1997);
  CHECK(graph.papers[0].hidden_to == 2022);
  CHECK(graph.papers[1].hidden == 0);
  CHECK(graph.all_papers == 2);
}

TEST_CASE("dropped papers are neither drawn nor counted nor passed, roots always are drawn") {
  test::Desk desk;
  desk.put("2403.00001", "root");
  const Item dropped = desk.put("2303.00001", "dropped", State::dropped);
  desk.cite("2403.00001", {"2303.00001"});
  desk.cite("2303.00001", {"2203.00001"});
  const ReadingGraph graph = app::reading_graph(desk.library, {});
  CHECK(names(graph) == std::vector<std::string>{"arXiv:2403.00001"});
  CHECK(graph.papers[0].hidden == 0);
  app::GraphWishes wishes;
  wishes.roots = {dropped};
  CHECK(names(app::reading_graph(desk.library, wishes)) ==
        std::vector<std::string>{"arXiv:2203.00001", "arXiv:2303.00001"});
}

TEST_CASE("with a limit on papers every paper drawn is led to from a root") {
  test::Desk desk;
  desk.put("2403.00001", "root");
  // A popular paper two steps back, behind unpopular ones.
  std::vector<std::string> middle;
  for (int i = 1; i <= 9; ++i) {
    middle.push_back(fmt::format("2303.{:05}", i));
  }
  desk.cite("2403.00001", middle);
  for (const std::string& id : middle) {
    desk.cite(id, {"2203.00001", "2203.00002", "2203.00003"});
  }
  for (std::size_t most = 1; most <= 13; ++most) {
    CAPTURE(most);
    app::GraphWishes wishes;
    wishes.max_nodes = most;
    const ReadingGraph graph = app::reading_graph(desk.library, wishes);
    CHECK(graph.papers.size() == most);
    std::vector<Node> roots;
    for (Node node = 0; node < graph.papers.size(); ++node) {
      if (graph.papers[node].root) {
        roots.push_back(node);
      }
    }
    for (const auto depth : CitationGraph(graph.papers.size(), graph.arcs).depths(roots)) {
      CHECK(depth.has_value());
    }
  }
}

TEST_CASE("kept papers come before found ones, with the way that leads to them") {
  test::Desk desk;
  desk.put("2403.00001", "root");
  desk.cite("2403.00001", {"2303.00001", "2303.00002", "2303.00003"});
  desk.cite("2303.00003", {"2203.00009"});
  Item kept = desk.library.find(*parse_identifier("2203.00009")).value();
  kept.state = State::queued;
  Change change = desk.library.begin("test", "test");
  change.save(kept);
  change.commit();
  app::GraphWishes wishes;
  wishes.max_nodes = 3;
  CHECK(names(app::reading_graph(desk.library, wishes)) ==
        std::vector<std::string>{"arXiv:2203.00009", "arXiv:2303.00003", "arXiv:2403.00001"});
}

TEST_CASE("tasks without citations are drawn only when they are asked for") {
  test::Desk desk;
  desk.put("2403.00001", "root");
  Item task;
  task.ids = {*parse_identifier("url:https://example.org/task")};
  task.kind = Kind::task;
  task.state = State::queued;
  task.root = true;
  Change change = desk.library.begin("test", "test");
  change.save(task);
  change.commit();
  const std::vector<std::string> paper{"arXiv:2403.00001"};
  const std::vector<std::string> both{"arXiv:2403.00001", "url:https://example.org/task"};
  CHECK(names(app::reading_graph(desk.library, {})) == paper);
  app::GraphWishes wishes;
  wishes.roots = {task};
  CHECK(names(app::reading_graph(desk.library, wishes)) == std::vector<std::string>{both[1]});
  wishes.roots.clear();
  wishes.wanted = [](const Item& item) { return item.state == State::queued; };
  CHECK(names(app::reading_graph(desk.library, wishes)) == both);
}

TEST_CASE("a filter decides what is drawn, and what does not fit is passed through") {
  test::Desk desk;
  const Item root = desk.put("2403.00001", "root");
  desk.cite("2403.00001", {"2303.00001"});
  desk.cite("2303.00001", {"2203.00001"});
  app::GraphWishes wishes;
  wishes.wanted = [](const Item& item) { return item.ids.front().value == "2203.00001"; };
  const ReadingGraph graph = app::reading_graph(desk.library, wishes);
  CHECK(names(graph) == std::vector<std::string>{"arXiv:2203.00001"});
  CHECK(graph.papers[0].depth == 2);
  wishes.roots = {root};
  CHECK(names(app::reading_graph(desk.library, wishes)) ==
        std::vector<std::string>{"arXiv:2203.00001", "arXiv:2403.00001"});
}

TEST_CASE("an empty library is an empty graph") {
  test::Desk desk;
  CHECK(app::reading_graph(desk.library, {}).papers.empty());
}

}  // namespace
}  // namespace papers
