#include "bench/bibliography_task.hpp"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "bench/orders.hpp"

namespace papers::bench {
namespace {

/// 9612000 cites five papers: the newest, 9611001, leads to two of the others in one step and to another in
/// two; 9501009 is led to by nothing. 9701001 is later than the paper, but cited by what it cites.
const CitedNetwork k_network = read_network(
    "9612000 9611001\n9612000 9501001\n9612000 9502001\n9612000 9401001\n9612000 9501009\n"
    "9611001 9501001\n9611001 9502001\n9611001 9701001\n9611001 9612000\n9611001 9301001\n"
    "9501001 9401001\n9502001 9401001\n9502001 9302001\n"
    "9401001 9201001\n"
    "9701001 9501009\n");

Node node(const char* id) {
  const auto at = std::find_if(k_network.papers.begin(), k_network.papers.end(),
                               [&](const CitedPaper& paper) { return paper.id == id; });
  return static_cast<Node>(at - k_network.papers.begin());
}

Task task() {
  const auto made = task_of(k_network, node("9612000"), {5, 60, 1});
  REQUIRE(made);
  return *made;
}

std::set<std::string> ids(const Task& task, bool needed_alone) {
  std::set<std::string> result;
  for (std::size_t i = 0; i < task.papers.size(); ++i) {
    if (!needed_alone || task.needed[i]) {
      result.insert(k_network.papers[task.origin[i]].id);
    }
  }
  return result;
}

TEST_CASE("the newest reference is kept, and the others are to be found within two steps") {
  const Task made = task();
  CHECK(made.papers[0].role == Role::kept);
  CHECK(k_network.papers[made.origin[0]].id == "9611001");
  CHECK(std::count_if(made.papers.begin(), made.papers.end(),
                      [](const KnownPaper& paper) { return paper.role == Role::kept; }) == 1);
  CHECK(ids(made, true) == std::set<std::string>{"9501001", "9502001", "9401001"});
  CHECK(made.needed_count == 3);
}

TEST_CASE("neither the paper nor what is later is known, nor what lies three steps away") {
  CHECK(ids(task(), false) ==
        std::set<std::string>{"9611001", "9501001", "9502001", "9301001", "9401001", "9302001"});
}

TEST_CASE("lists are known of what is kept and one step behind alone") {
  const Task made = task();
  CHECK(made.arcs.size() == 6);  // three of the kept paper, one and two of those behind it
}

TEST_CASE("papers with too few or too many references make no task") {
  CHECK_FALSE(task_of(k_network, node("9612000"), {6, 60, 1}));
  CHECK_FALSE(task_of(k_network, node("9612000"), {1, 4, 1}));
  CHECK(draw_tasks(k_network, {5, 60, 1}, 10, 1).suitable == 1);
}

TEST_CASE("every order places every candidate, and in-network counts put the most cited first") {
  const Task made = task();
  const RelevanceResult judged = relevance(CitationGraph(made.papers.size(), made.arcs), made.papers);
  for (const Order& order : orders()) {
    CAPTURE(order.name);
    const auto found = hits(order, k_network, made, judged);
    CHECK(found.size() == 5);
    CHECK(std::count(found.begin(), found.end(), true) == 3);
    CHECK((order.name != "in-network counts" || found[0]));  // 9401001, cited twice
  }
}

TEST_CASE("the first order is that of relevance itself") {
  const Task made = task();
  const RelevanceResult judged = relevance(CitationGraph(made.papers.size(), made.arcs), made.papers);
  std::vector<bool> expected;
  for (const Relevance& paper : judged.papers) {
    expected.push_back(made.needed[paper.node]);
  }
  CHECK(hits(orders()[0], k_network, made, judged) == expected);
}

}  // namespace
}  // namespace papers::bench
