#include "model/link.hpp"

#include <doctest/doctest.h>

using namespace papers;
using model::Relation;

TEST_CASE("a link survives the journey through its record, whose id says the same") {
  for (const Relation relation : model::k_relations) {
    const model::Link link{parse_identifier("url:https://a.org/x").value(), relation,
                           parse_identifier("arXiv:2403.00835").value(), "2024-11-18T09:00:00Z"};
    const Record record = record_of(link);
    CHECK(record.id == "url:https://a.org/x " + std::string(name_of(relation)) + " arXiv:2403.00835");
    CHECK(model::link_of(record).value() == link);
    CHECK(model::relation_named(name_of(relation)) == relation);
  }
  CHECK_FALSE(model::relation_named("part_of"));
}

TEST_CASE("a link that makes no sense is refused, naming the field") {
  struct Row {
    const char* body;
    const char* said;
  };
  for (const Row& row : {Row{"{}", "from"}, Row{R"({"from":"2403.00835","to":"2401.10774"})", "relation"},
                         Row{R"({"from":"2403.00835","relation":"likes","to":"2401.10774"})", "relation"},
                         Row{R"({"from":"2403.00835","relation":"explains"})", "to"}, Row{"[", "JSON"}}) {
    CAPTURE(row.body);
    const auto link = model::link_of({"link", "x", row.body});
    REQUIRE_FALSE(link);
    CHECK(link.error().message.find(row.said) != std::string::npos);
  }
}
