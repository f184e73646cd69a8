// Drawings of the graph: which papers and citations are drawn, and the pictures that Graphviz makes of them.
#include <doctest/doctest.h>

#include "cli/world.hpp"
#include "server/network.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

/// A root with 6 x 3 x 2 references, at depth 2.
struct NetworkReader : World {
  explicit NetworkReader(const Server& server) : World(server) {
    REQUIRE(papers({"add", network_root()}).status == 0);
  }
};

nlohmann::json graph(const World& world, const Words& options) {
  Words words{"export", "json"};
  words.insert(words.end(), options.begin(), options.end());
  const ProgramResult result = world.papers(words);
  CAPTURE(result.err);
  REQUIRE(result.status == 0);
  return nlohmann::json::parse(result.out);
}

std::size_t drawn(const World& world, const Words& options) {
  return graph(world, options)["nodes"].size();
}

std::string dot(const World& world, Words options) {
  options.insert(options.begin(), {"export", "dot"});
  const ProgramResult result = world.papers(options);
  CAPTURE(result.err);
  REQUIRE(result.status == 0);
  return result.out;
}

}  // namespace

TEST_CASE("depth, number and filter decide what is drawn, and --full draws all of it") {
  Server server(network({.first = 6, .second = 3, .third = 2}));
  const NetworkReader world(server);
  CHECK(drawn(world, {"--depth", "0"}) == 1);
  CHECK(drawn(world, {"--depth", "1", "--full"}) == 7);
  CHECK(drawn(world, {"--depth", "1"}) < 7);  // leaves are folded
  CHECK(drawn(world, {"--full"}) == 25);
  CHECK(drawn(world, {"--max-nodes", "5"}) == 5);
  CHECK(drawn(world, {"--max-nodes", "5", "--full"}) == 25);
  CHECK(graph(world, {"--max-nodes", "5"})["all_papers"] == 25);
  CHECK(graph(world, {"--full"})["edges"].size() == 24);
  const ProgramResult none = world.papers({"export", "dot", "--filter", "tag:nosuch"});
  CHECK(none.status == 3);
  CHECK(none.out.empty());
  CHECK(world.papers({"export", "dot", "--filter", "foo:bar"}).status == 2);
}

TEST_CASE("a drawing from one paper has what that paper leads to and nothing else") {
  Server server(network({.first = 6, .second = 3, .third = 2}));
  const NetworkReader world(server);
  const auto one = graph(world, {"--depth", "1", "--full"})["nodes"];
  std::string first;
  for (const auto& node : one) {
    first = node["depth"] == 1 ? node["id"].get<std::string>() : first;
  }
  CHECK(drawn(world, {"--root", first}) == 4);
  CHECK(drawn(world, {"--root", first, "--root", network_root(), "--depth", "0"}) == 2);
  CHECK(world.papers({"export", "dot", "--root", "2401.99999"}).status == 3);
}

TEST_CASE("what is not drawn is counted where it is cited, and unknown references have a dotted border") {
  Server server(network({.first = 6, .second = 3, .third = 2}));
  const NetworkReader world(server);
  const std::string shallow = dot(world, {"--depth", "1"});
  CHECK(holds(shallow, "+3 older"));
  CHECK_FALSE(holds(shallow, ",dotted"));
  const std::string whole = dot(world, {"--full"});
  CHECK(holds(whole, ",dotted"));
  CHECK_FALSE(holds(whole, "+3 older"));
  CHECK(whole == dot(world, {"--full"}));
}

TEST_CASE("a citation that a longer path implies is drawn with --full alone, and kept in the data") {
  std::vector<Work> works = numbered_works(3);
  works[0].references = {{.work = works[1].id}, {.work = works[2].id}};
  works[1].references = {{.work = works[2].id}};
  Server server(works);
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001"}).status == 0);
  const auto arrows = [](const std::string& text) {
    std::size_t count = 0;
    for (std::size_t at = text.find(" -> "); at != std::string::npos; at = text.find(" -> ", at + 1)) {
      ++count;
    }
    return count;
  };
  CHECK(arrows(dot(world, {"--full"})) == arrows(dot(world, {})) + 1);
  std::size_t implied = 0;
  const auto whole = graph(world, {});
  for (const auto& edge : whole["edges"]) {
    implied += edge["implied"].get<bool>() ? 1 : 0;
  }
  CHECK(implied == 1);
}

TEST_CASE("the same library gives the same picture to the last byte, in every format") {
  Server server(network({.first = 3, .second = 2, .third = 0}));
  const NetworkReader world(server);
  for (const char* format : {"dot", "svg", "png", "pdf"}) {
    CAPTURE(format);
    REQUIRE(world.papers({"export", format, "-o", "one"}).status == 0);
    REQUIRE(world.papers({"export", format, "-o", "two"}).status == 0);
    const auto files = world.files();
    CHECK(files.at("one").size() > 100);
    CHECK(files.at("one") == files.at("two"));
    CHECK_FALSE(holds(files.at("one"), "CreationDate"));
  }
  CHECK(world.files().at("one").starts_with("%PDF-"));
}
