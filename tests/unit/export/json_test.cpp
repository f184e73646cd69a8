#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "samples.hpp"
#include "support/golden.hpp"

namespace papers {
namespace {

std::string json_of(const ReadingGraph& graph) {
  std::ostringstream out;
  formats::write_json(graph, {}, out);
  return out.str();
}

TEST_CASE("a reading graph is written as accepted") {
  test::check_golden("export/sample.json", json_of(test::sample_graph()));
}

TEST_CASE("an empty graph has empty lists") {
  const auto json = nlohmann::json::parse(json_of({}));
  CHECK(json == nlohmann::json{{"schema", 1},
                               {"depth", 0},
                               {"all_papers", 0},
                               {"since", nullptr},
                               {"nodes", nlohmann::json::array()},
                               {"edges", nlohmann::json::array()}});
}

TEST_CASE("nodes tell what the drawing shows, edges name their ends and say whether they are implied") {
  const auto graph = test::sample_graph();
  const auto json = nlohmann::json::parse(json_of(graph));
  REQUIRE(json["nodes"].size() == graph.papers.size());
  CHECK(json["nodes"][0]["id"] == "arXiv:2403.00835");
  CHECK(json["nodes"][0]["root"] == true);
  CHECK(json["depth"] == 2);
  CHECK(json["all_papers"] == 198);
  CHECK(json["nodes"][0]["hidden"] == 17);
  CHECK(json["nodes"][7]["beyond"] == 3);
  CHECK(json["nodes"][0]["depth"] == 0);
  CHECK(json["nodes"][8]["depth"] == nullptr);
  REQUIRE(json["edges"].size() == graph.arcs.size());
  int implied = 0;
  for (const auto& edge : json["edges"]) {
    implied += edge["implied"].get<bool>() ? 1 : 0;
  }
  CHECK(implied > 0);
  CHECK(json["edges"][0] == nlohmann::json{{"from", "arXiv:2403.00835"},
                                           {"to", "arXiv:2401.10774"},
                                           {"implied", true},
                                           {"backbone", false}});
}

TEST_CASE("a node that is ranked says where it stands and why; news are named") {
  const auto json = nlohmann::json::parse(json_of(test::placed_graph()));
  CHECK(json["since"] == "2024-11-10");
  CHECK(json["nodes"][0]["rank"] == 1);
  CHECK(json["nodes"][0]["score"] == 3.5);
  CHECK(json["nodes"][0]["terms"][1] ==
        nlohmann::json{
            {"name", "reading"}, {"value", 1.0}, {"weight", 2.5}, {"points", 2.5}, {"why", "begun"}});
  CHECK(json["nodes"][0]["news"] == "started");
  CHECK(json["nodes"][5]["rank"] == nullptr);
  CHECK(json["nodes"][5]["news"] == nullptr);
}

TEST_CASE("text that is no text does not break the document") {
  auto graph = test::sample_graph();
  graph.papers[0].item.title = "caf\xC3 \xED\xA0\x80 \"</script>\\";
  CHECK(nlohmann::json::parse(json_of(graph))["nodes"].size() == graph.papers.size());
}

}  // namespace
}  // namespace papers
