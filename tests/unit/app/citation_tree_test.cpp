#include "app/citation_tree.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "unit/app/desk.hpp"
#include "unit/app/worked_example.hpp"

namespace papers {
namespace {

using app::TreePaper;
using Below = TreePaper::Below;

/// "(root (a) (b ~))": identities without schemes; ~ opened elsewhere, . at the limit, ? not known.
std::string shape(const TreePaper& paper) {
  std::string text = "(" + paper.item.ids.front().value;
  text += paper.below == Below::elsewhere ? " ~" : "";
  text += paper.below == Below::limit ? " ." : "";
  text += paper.below == Below::not_known ? " ?" : "";
  for (const TreePaper& below : paper.papers) {
    text += " " + shape(below);
  }
  return text + ")";
}

TreePaper tree_of(const test::Desk& desk, const std::string& id, const app::TreeWishes& wishes = {}) {
  return app::citation_tree(desk.library, desk.library.find(*parse_identifier(id)).value(), wishes);
}

void set_state(test::Desk& desk, const std::string& id, State state) {
  Item item = desk.library.find(*parse_identifier(id)).value();
  item.state = state;
  Change change = desk.library.begin("test", "test");
  change.save(item);
  change.commit();
}

TEST_CASE("a paper is opened where it is nearest to the root, and cycles end") {
  test::Desk desk;
  test::import_text(desk.library, desk.clock, test::k_worked_example);
  CHECK(shape(tree_of(desk, "2001.00001", {.depth = 3})) ==
        "(2001.00001 (1801.00002 (2001.00001 ~) (1501.00003 ~) (1001.0005 (cs/0101007 ~) (acl:F12 ?)))"
        " (1501.00003 (1001.0005 ~) (1201.0006 ?)) (1601.00004 (1001.0005 ~) (cs/0101007 ?)))");
  CHECK(shape(tree_of(desk, "1001.0005")) == "(1001.0005 (cs/0101007 ?) (acl:F12 ?))");
}

TEST_CASE("the depth limit is where references are counted instead of shown") {
  test::Desk desk;
  test::import_text(desk.library, desk.clock, test::k_worked_example);
  const TreePaper tree = tree_of(desk, "2001.00001", {.depth = 1});
  CHECK(shape(tree) == "(2001.00001 (1801.00002 .) (1501.00003 .) (1601.00004 .))");
  CHECK(tree.papers[0].folded.papers == 3);
  CHECK(tree.papers[0].folded.from == 2010);
  CHECK(tree.papers[0].folded.to == 2020);
  CHECK(tree.papers[0].folded.shared == 1);
  CHECK(tree.folded == app::Folded{});
  const TreePaper bare = tree_of(desk, "2001.00001", {.depth = 0});
  CHECK(shape(bare) == "(2001.00001 .)");
  CHECK(bare.folded.papers == 3);
}

TEST_CASE("judged papers are always shown, of the others those that most of the reader's papers cite") {
  test::Desk desk;
  desk.put("2403.00001", "root");
  desk.put("2403.00002", "another root");
  std::vector<std::string> cited;
  for (int i = 1; i <= 9; ++i) {
    cited.push_back(fmt::format("2212.{:05}", i));
  }
  desk.cite("2403.00001", cited);
  desk.cite("2403.00002", {"2212.00009"});
  for (const char* id : {"2212.00003", "2212.00004", "2212.00005"}) {
    set_state(desk, id, State::parked);
  }
  set_state(desk, "2212.00001", State::dropped);
  CHECK(shape(tree_of(desk, "2403.00001", {.depth = 1, .most = 4})) ==
        "(2403.00001 (2212.00003 ?) (2212.00004 ?) (2212.00005 ?) (2212.00009 ?))");
  const TreePaper few = tree_of(desk, "2403.00001", {.depth = 2, .most = 1});
  CHECK(few.papers.size() == 3);
  CHECK(few.folded.papers == 6);
  CHECK(few.folded.dropped == 1);
  CHECK(few.folded.shared == 1);
  CHECK(few.folded.not_known == 8);
  CHECK(tree_of(desk, "2403.00001", {.depth = 2, .most = 0}).papers.size() == 8);
}

TEST_CASE("other papers of the reader that cite one are counted, the one above left out") {
  test::Desk desk;
  test::import_text(desk.library, desk.clock, test::k_worked_example);
  const TreePaper tree = tree_of(desk, "2001.00001");
  CHECK(tree.papers[1].item.title == "Citation graphs and random walks");
  CHECK(tree.papers[1].also_cited_by == 1);
  CHECK(tree.papers[2].also_cited_by == 0);
  CHECK(tree.papers[1].papers[0].item.title == "PageRank");
  CHECK(tree.papers[1].papers[0].also_cited_by == 1);
}

TEST_CASE("references that nobody knows are not none, and an item outside the graph is a tree by itself") {
  test::Desk desk;
  desk.put("2403.00001", "never asked for");
  CHECK(shape(tree_of(desk, "2403.00001")) == "(2403.00001 ?)");
  ReferenceList none;
  none.citing = *parse_identifier("2403.00001");
  none.source = "test";
  none.fetched = "2024-11-17T09:00:00Z";
  none.answer = ReferenceAnswer::empty;
  Change change = desk.library.begin("test", "test");
  change.save(none);
  change.commit();
  CHECK(shape(tree_of(desk, "2403.00001")) == "(2403.00001)");
  Item task;
  task.row = 1000;
  task.ids = {*parse_identifier("url:https://example.org/task")};
  CHECK(app::citation_tree(desk.library, task, {}).below == Below::not_known);
}

TEST_CASE("a long chain is followed to the depth and no further") {
  test::Desk desk;
  desk.put("2403.00001", "root");
  for (int i = 1; i < 60; ++i) {
    desk.cite(fmt::format("2403.{:05}", i), {fmt::format("2403.{:05}", i + 1)});
  }
  TreePaper tree = tree_of(desk, "2403.00001", {.depth = 50});
  int depth = 0;
  while (!tree.papers.empty()) {
    TreePaper below = std::move(tree.papers.front());
    tree = std::move(below);
    ++depth;
  }
  CHECK(depth == 50);
  CHECK(tree.below == Below::limit);
}

}  // namespace
}  // namespace papers
