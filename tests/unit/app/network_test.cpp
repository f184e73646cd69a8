#include "app/network.hpp"

#include <doctest/doctest.h>

#include "unit/app/desk.hpp"
#include "unit/app/worked_example.hpp"

namespace papers {
namespace {

Node node_of(const test::Desk& desk, const app::Network& network, const std::string& id) {
  return network.node_of(desk.library.find(*parse_identifier(id)).value().row).value();
}

TEST_CASE("nodes are rows of the library, arcs its citations") {
  test::Desk desk;
  test::import_text(desk.library, desk.clock, test::k_worked_example);
  const app::Network network(desk.library);
  CHECK(network.size() == 8);
  CHECK(network.graph().arc_count() == 12);
  const Node root = node_of(desk, network, "2001.00001");
  const Node cited = node_of(desk, network, "1501.00003");
  CHECK(network.paper(root).title == "Graph ranking for reading lists");
  CHECK(network.paper(cited).year == 2015);
  CHECK(network.kept_citing(cited) == 2);
  CHECK(network.kept_citing(node_of(desk, network, "1201.0006")) == 0);
  CHECK(network.roots().size() == 2);
  CHECK(network.depths(network.roots())[node_of(desk, network, "cs/0101007")] == 2);
}

TEST_CASE("tasks and courses are no part of it, unless they are cited") {
  test::Desk desk;
  desk.put("2403.00001", "root");
  for (const char* name : {"url:https://example.org/task", "url:https://example.org/cited"}) {
    Item item;
    item.ids = {*parse_identifier(name)};
    item.kind = Kind::task;
    item.state = State::queued;
    Change change = desk.library.begin("test", "test");
    change.save(item);
    change.commit();
  }
  desk.cite("2403.00001", {"url:https://example.org/cited"});
  const app::Network network(desk.library);
  CHECK(network.size() == 2);
  const auto task = desk.library.find(*parse_identifier("url:https://example.org/task"));
  CHECK_FALSE(network.node_of(task->row));
  CHECK_FALSE(network.node_of(0));
  CHECK_FALSE(network.node_of(1000));
}

TEST_CASE("found papers are judged, kept ones judge, parked and dropped ones do neither") {
  test::Desk desk;
  for (const State state : k_states) {
    desk.put("2403.0000" + std::to_string(static_cast<int>(state) + 1), std::string(name_of(state)), state);
  }
  for (const KnownPaper& paper : app::Network(desk.library).known_papers()) {
    CAPTURE(paper.title);
    const State state = state_named(paper.title).value();
    const Role other = state == State::found ? Role::candidate : Role::other;
    CHECK(paper.role == (is_kept(state) ? Role::kept : other));
    CHECK((paper.marked > 0) == (is_kept(state) || state == State::parked));
  }
}

TEST_CASE("dropped papers are reached and not passed, as the library counts depth") {
  test::Desk desk;
  desk.put("2403.00001", "root");
  desk.put("2303.00001", "dropped", State::dropped);
  desk.cite("2403.00001", {"2303.00001"});
  desk.cite("2303.00001", {"2203.00001"});
  const app::Network network(desk.library);
  const auto depths = network.depths(network.roots());
  for (Node node = 0; node < network.size(); ++node) {
    CHECK(depths[node] == desk.library.find_row(network.paper(node).row)->depth);
  }
  const Node dropped = node_of(desk, network, "2303.00001");
  CHECK(network.depths(std::vector{dropped})[node_of(desk, network, "2203.00001")] == 1);
}

TEST_CASE("an empty library is an empty network") {
  test::Desk desk;
  const app::Network network(desk.library);
  CHECK(network.size() == 0);
  CHECK(network.roots().empty());
}

}  // namespace
}  // namespace papers
