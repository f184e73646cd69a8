// GraphML and GEXF: what is in them, and that other programs read them.

#include <filesystem>
#include <tuple>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "samples.hpp"
#include "support/golden.hpp"
#include "support/hostile_strings.hpp"
#include "support/program.hpp"
#include "support/temp_folder.hpp"
#include "util/atomic_file.hpp"
#include "util/text.hpp"

namespace papers {
namespace {

constexpr int k_nothing_reads_it = 77;

std::vector<std::string> hostile_texts() {
  std::vector<std::string> texts;
  for (const test::HostileString& hostile : test::hostile_strings()) {
    texts.push_back(hostile.text);
  }
  return texts;
}

/// What `reader` (networkx, igraph) makes of the text; nothing, after saying so, where it is not installed.
std::optional<nlohmann::json> read_by(const std::string& reader, const std::string& extension,
                                      const std::string& text) {
  const test::TempFolder folder;
  const std::filesystem::path file = folder.path() / ("graph." + extension);
  util::write_file(file, text);
  const std::string script = std::string(PAPERS_TESTS_DIR) + "/unit/export/read_graph.py";
  const auto result = test::run_program(
      {.argv = {"/usr/bin/python3", script, reader, file.string()}, .environment = {{"PYTHONUTF8", "1"}}});
  if (result.status == k_nothing_reads_it || result.status == 127) {
    MESSAGE("skipped: " << reader << " for python3 is not installed");
    return std::nullopt;
  }
  INFO(result.err);
  REQUIRE(result.status == 0);
  return nlohmann::json::parse(result.out);
}

void check_sample(const nlohmann::json& read) {
  CHECK(read["nodes"] == 10);
  CHECK(read["edges"] == 14);
  CHECK(read["directed"] == true);
  CHECK(read["implied"] == 4);
  const auto& paper = read["paper"];
  CHECK(paper["title"] == "CLLMs: Consistency Large Language Models");
  CHECK(paper["state"] == "reading");
  CHECK(paper["year"] == 2024);
  CHECK(paper["depth"] == 0);
  CHECK(paper["root"] == true);
  CHECK(paper["score"] == 3.5);
  CHECK(paper["points_reading"] == 2.5);
  CHECK(paper["news"] == "started");
}

TEST_CASE("a reading graph is written as GraphML, as accepted") {
  test::check_golden("export/sample.graphml", test::text_of(formats::write_graphml, test::placed_graph()));
}

TEST_CASE("a reading graph is written as GEXF, as accepted") {
  test::check_golden("export/sample.gexf", test::text_of(formats::write_gexf, test::placed_graph()));
}

TEST_CASE("networkx and igraph read GraphML with its types") {
  const std::string text = test::text_of(formats::write_graphml, test::placed_graph());
  for (const char* reader : {"networkx", "igraph"}) {
    CAPTURE(reader);
    if (const auto read = read_by(reader, "graphml", text)) {
      check_sample(*read);
    }
  }
}

TEST_CASE("networkx reads GEXF with its types") {
  if (const auto read =
          read_by("networkx", "gexf", test::text_of(formats::write_gexf, test::placed_graph()))) {
    check_sample(*read);
  }
}

TEST_CASE("hostile texts leave both well-formed, and read back as they are shown") {
  const ReadingGraph graph = test::hostile_graph(hostile_texts());
  for (const GraphWriter writer : {formats::write_graphml, formats::write_gexf}) {
    pugi::xml_document document;
    REQUIRE(document.load_string(test::text_of(writer, graph).c_str(), pugi::parse_full));
    CHECK(document.select_nodes("//node").size() == graph.papers.size());
    CHECK(document.select_nodes("//edge").size() == graph.arcs.size());
    CHECK(document.select_nodes("//node()[self::comment() or self::processing-instruction()]").empty());
  }
  pugi::xml_document document;
  REQUIRE(document.load_string(test::text_of(formats::write_graphml, graph).c_str()));
  std::size_t number = 0;
  for (const auto& node : document.select_nodes("//node")) {
    const std::string title = node.node().find_child_by_attribute("data", "key", "node_title").text().get();
    CHECK(title == util::printable(graph.papers[number++].item.title));
  }
  using Reading = std::tuple<const char*, const char*, GraphWriter>;
  for (const auto& [reader, extension, writer] : {Reading("networkx", "graphml", formats::write_graphml),
                                                  Reading("igraph", "graphml", formats::write_graphml),
                                                  Reading("networkx", "gexf", formats::write_gexf)}) {
    if (const auto read = read_by(reader, extension, test::text_of(writer, graph))) {
      CHECK((*read)["nodes"] == graph.papers.size());
    }
  }
}

TEST_CASE("an empty graph is well-formed") {
  for (const GraphWriter writer : {formats::write_graphml, formats::write_gexf}) {
    pugi::xml_document document;
    CHECK(document.load_string(test::text_of(writer, {}).c_str()));
  }
}

}  // namespace
}  // namespace papers
