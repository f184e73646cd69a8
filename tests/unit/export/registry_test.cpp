#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "papers/exporter.hpp"

#include "export/formats.hpp"

namespace papers {
namespace {

TEST_CASE("exporters are sorted, unique and documented, and have exactly one writer") {
  const auto table = exporters();
  CHECK(std::is_sorted(table.begin(), table.end(),
                       [](const Exporter& a, const Exporter& b) { return a.name < b.name; }));
  CHECK(std::adjacent_find(table.begin(), table.end(), [](const Exporter& a, const Exporter& b) {
          return a.name == b.name;
        }) == table.end());
  for (const Exporter& exporter : table) {
    CAPTURE(exporter.name);
    CHECK(!exporter.name.empty());
    CHECK(!exporter.extension.empty());
    CHECK(exporter.summary.size() > 10);
    CHECK((exporter.write_graph != nullptr) != (exporter.write_library != nullptr));
    CHECK((exporter.graphviz.empty() || exporter.write_graph != nullptr));
    CHECK((exporter.write_drawn == nullptr || !exporter.graphviz.empty()));
    CHECK((exporter.write_second == nullptr) == exporter.second.empty());
  }
}

TEST_CASE("pictures are the DOT of the reading graph, drawn") {
  std::string drawn;
  for (const Exporter& exporter : exporters()) {
    if (!exporter.graphviz.empty() && exporter.write_drawn == nullptr) {
      CAPTURE(exporter.name);
      CHECK((exporter.write_graph == &formats::write_dot));
      CHECK(exporter.graphviz == exporter.name);
      CHECK(exporter.extension == exporter.name);
      drawn += std::string(exporter.name) + " ";
    }
  }
  CHECK(drawn == "pdf png svg ");
}

}  // namespace
}  // namespace papers
