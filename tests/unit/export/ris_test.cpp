#include <doctest/doctest.h>

#include "bibliography/ris_reader.hpp"
#include "shelf.hpp"
#include "support/golden.hpp"
#include "support/hostile_strings.hpp"
#include "util/text.hpp"

namespace papers {
namespace {

TEST_CASE("a bibliography in RIS is written as accepted") {
  test::check_golden("export/sample.ris", test::written(formats::write_ris, test::shelf()));
}

TEST_CASE("RIS read back names the same works") {
  const ReadingGraph graph = test::shelf();
  test::check_same_works(graph, bibliography::read_ris(test::written(formats::write_ris, graph)));
}

TEST_CASE("hostile titles survive the way out and in") {
  for (const test::HostileString& hostile : test::hostile_strings()) {
    const std::string text = util::clean_line(hostile.text);
    ReadingGraph graph;
    graph.papers.push_back(test::paper("arXiv:2403.00835", text, {}, 2024));
    CAPTURE(hostile.name);
    const auto back = bibliography::read_ris(test::written(formats::write_ris, graph));
    CHECK(back.problems.empty());
    REQUIRE(back.entries.size() == 1);
    CHECK(back.entries[0].title == text);
  }
}

}  // namespace
}  // namespace papers
