#include "app/reading_list.hpp"

#include <string>

#include <doctest/doctest.h>

#include "unit/app/desk.hpp"

namespace papers {
namespace {

using test::Desk;

std::string titles(const ReadingGraph& graph) {
  std::string all;
  for (const ReadingGraph::Paper& paper : graph.papers) {
    all += paper.item.title + " ";
  }
  return all;
}

void fill(Desk& desk) {
  desk.put("2403.00001", "a", State::queued);
  desk.put("2403.00002", "b", State::read);
  desk.put("2403.00003", "c", State::parked);
  desk.put("2403.00004", "d", State::found);
  desk.put("2403.00005", "e", State::dropped);
  desk.cite("2403.00001", {"2403.00002", "2403.00004"});
  desk.cite("2403.00002", {"2403.00003"});
}

TEST_CASE("a list has what is kept or parked, with the citations among it") {
  Desk desk;
  fill(desk);
  const ReadingGraph graph = app::reading_list(desk.library, {});
  CHECK(titles(graph) == "a b c ");
  CHECK(graph.arcs == std::vector<Arc>{{0, 1}, {1, 2}});
}

TEST_CASE("a list has no more than the filter lets through") {
  Desk desk;
  fill(desk);
  app::GraphWishes wishes;
  wishes.wanted = [](const Item& item) { return item.title != "b"; };
  CHECK(titles(app::reading_list(desk.library, wishes)) == "a c ");
  wishes.states = {State::found};
  CHECK(titles(app::reading_list(desk.library, wishes)) == "d ");
  wishes.states = {};
  CHECK(titles(app::reading_list(desk.library, wishes)) == "");
}

TEST_CASE("a list from a root has everything within reach, found papers too") {
  Desk desk;
  fill(desk);
  app::GraphWishes wishes;
  wishes.roots = {*desk.library.find(*parse_identifier("2403.00001"))};
  wishes.depth = 1;
  CHECK(titles(app::reading_list(desk.library, wishes)) == "a b d ");
}

}  // namespace
}  // namespace papers
