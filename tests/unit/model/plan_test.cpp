#include "model/plan.hpp"

#include <doctest/doctest.h>

using namespace papers;
using model::Plan;

namespace {

Identifier id(const char* text) {
  return parse_identifier(text).value();
}

}  // namespace

TEST_CASE("a plan survives the journey through its record") {
  const Plan plan{"2024-W47",
                  "2024-11-24",
                  {{id("arXiv:2403.00835"), 40, {}, "2024-11-20T10:00:00Z"},
                   {id("url:https://a.org/x"), {}, Level::skim}},
                  6.5,
                  "2024-11-18T09:00:00Z",
                  {{"arXiv:2403.00835", "travel"}}};
  const Record record = record_of(plan);
  CHECK(record.kind == "plan");
  CHECK(record.id == "2024-W47");
  CHECK(record.body ==
        R"({"items":[{"id":"arXiv:2403.00835","minutes":40,"level":null,"done":"2024-11-20T10:00:00Z"},)"
        R"({"id":"url:https://a.org/x","minutes":null,"level":"skim","done":null}],"hours":6.5,)"
        R"("made":"2024-11-18T09:00:00Z","ends":"2024-11-24","slips":{"arXiv:2403.00835":"travel"}})");
  CHECK(model::plan_of(record).value() == plan);
}

TEST_CASE("a plan that says little is understood; the end of its week follows from its name") {
  const auto plan = model::plan_of({"plan", "2024-W47", R"({"items":[{"id":"2403.00835"}]})"}).value();
  CHECK(plan.ends == "2024-11-24");
  REQUIRE(plan.items.size() == 1);
  CHECK(plan.items[0].id == id("arXiv:2403.00835"));
  CHECK(model::plan_of({"plan", "2024-W47", "{}"}).value().items.empty());
}

TEST_CASE("a plan that makes no sense is refused, naming the field") {
  struct Row {
    Record record;
    const char* said;
  };
  for (const Row& row : {
           Row{{"plan", "soon", "{}"}, "id"},
           Row{{"plan", "2024-W47", "{"}, "JSON"},
           Row{{"plan", "2024-W47", R"({"items":7})"}, "items"},
           Row{{"plan", "2024-W47", R"({"items":[7]})"}, "items.id"},
           Row{{"plan", "2024-W47", R"({"items":[{"id":"2403.00835","minutes":-1}]})"}, "items.minutes"},
           Row{{"plan", "2024-W47", R"({"items":[{"id":"2403.00835","level":"far"}]})"}, "level"},
           Row{{"plan", "2024-W47", R"({"hours":-1})"}, "hours"},
           Row{{"plan", "2024-W47", R"({"slips":["x"]})"}, "slips"},
           Row{{"plan", "2024-W47", R"({"ends":"later"})"}, "ends"},
       }) {
    CAPTURE(row.record.body);
    const auto plan = model::plan_of(row.record);
    REQUIRE_FALSE(plan);
    CHECK(plan.error().message.find(row.said) != std::string::npos);
  }
}
