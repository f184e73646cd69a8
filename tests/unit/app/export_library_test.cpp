#include "app/export_library.hpp"

#include <doctest/doctest.h>

#include "unit/app/desk.hpp"

namespace papers {
namespace {

const app::PlaceWishes k_today{{}, app::this_week("2024-11-17", util::WeekStart::monday)};

std::string exported(test::Desk& desk, std::string_view format, const app::GraphWishes& wishes = {}) {
  return app::export_library(desk.library, **app::find_exporter(format), wishes, k_today, {}).bytes;
}

/// Two papers in the queue, one of which cites two that were found.
void fill(test::Desk& desk) {
  desk.put("2403.00001", "First");
  desk.put("2403.00002", "Second");
  desk.cite("2403.00001", {"2303.00001", "2303.00002"});
  desk.cite("2403.00002", {"2303.00001"});
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("what can be read has its place in the queue, what was found among the suggestions") {
  test::Desk desk;
  fill(desk);
  const std::string json = exported(desk, "json");
  for (const char* id : {"arXiv:2403.00001", "arXiv:2303.00001"}) {
    CAPTURE(id);
    const std::size_t node = json.find(std::string("{\"id\":\"") + id);
    REQUIRE(node != std::string::npos);
    const std::string line = json.substr(node, json.find('\n', node) - node);
    CHECK(contains(line, "\"rank\":1,"));
    CHECK(contains(line, "\"terms\":[{"));
  }
  CHECK(contains(json, "\"rank\":2,"));
}

TEST_CASE("a place is that among all, not among those that are drawn") {
  test::Desk desk;
  fill(desk);
  app::GraphWishes wishes;
  wishes.wanted = [](const Item& item) { return item.title == "Second"; };
  const std::string json = exported(desk, "json", wishes);
  CHECK(contains(json, "arXiv:2403.00002"));
  CHECK(!contains(json, "\"id\":\"arXiv:2403.00001"));
  CHECK(contains(json, "\"rank\":2,"));
}

TEST_CASE("a format with two tables gives both, the others one") {
  test::Desk desk;
  fill(desk);
  const auto csv = app::export_library(desk.library, **app::find_exporter("csv"), {}, k_today, {});
  CHECK(csv.bytes.starts_with("id,"));
  CHECK(csv.second.starts_with("source,target,"));
  CHECK(app::export_library(desk.library, **app::find_exporter("dot"), {}, k_today, {}).second == "");
}

TEST_CASE("a filter that nothing fits is no empty graph") {
  test::Desk desk;
  fill(desk);
  app::GraphWishes wishes;
  wishes.wanted = [](const Item&) { return false; };
  CHECK_THROWS_AS(exported(desk, "dot", wishes), Failure);
}

TEST_CASE("an unknown format is named, with those there are") {
  const auto found = app::find_exporter("graphlm");
  REQUIRE(!found.ok());
  CHECK(contains(found.error().message, "did you mean graphml?"));
}

}  // namespace
}  // namespace papers
