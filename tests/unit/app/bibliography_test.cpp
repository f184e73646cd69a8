#include "app/bibliography.hpp"

#include <doctest/doctest.h>

#include "unit/app/desk.hpp"

namespace papers {
namespace {

using How = app::CitedWork::How;

Reference entry(int position, const std::string& id, const std::string& title, std::optional<int> year = {}) {
  return {position, id.empty() ? std::nullopt : std::optional(*parse_identifier(id)), title, year, ""};
}

void save(test::Desk& desk, const std::string& citing, const std::string& source,
          const std::vector<Reference>& entries) {
  ReferenceList list;
  list.citing = *parse_identifier(citing);
  list.source = source;
  list.fetched = "2024-11-17T09:00:00Z";
  list.entries = entries;
  Change change = desk.library.begin("test", "test");
  change.save(list, Change::Unknown::leave);
  change.commit();
}

std::vector<app::CitedWork> works_of(const test::Desk& desk, const Item& item) {
  return app::bibliography(desk.library, *desk.library.find_row(item.row));
}

TEST_CASE("known, by title only and beyond the limit are told apart") {
  test::Desk desk;
  const Item citing = desk.put("2403.00001", "Citing");
  desk.put("2303.00001", "A known paper", State::found);
  save(desk, "2403.00001", "test",
       {entry(1, "2303.00001", ""), entry(2, "", "A book about things"), entry(3, "2203.00001", "Far away")});
  const auto works = works_of(desk, citing);
  REQUIRE(works.size() == 3);
  CHECK(works[0].how == How::known);
  CHECK(works[0].item->title == "A known paper");
  CHECK(works[1].how == How::title_only);
  CHECK(works[1].entry.title == "A book about things");
  CHECK(works[2].how == How::beyond);
  CHECK(format(*works[2].entry.id) == "arXiv:2203.00001");
  for (int i = 0; i < 3; ++i) {
    CHECK(works[static_cast<std::size_t>(i)].position == i + 1);
  }
}

TEST_CASE("what several sources name is one work, with all of them") {
  test::Desk desk;
  const Item citing = desk.put("2403.00001", "Citing");
  desk.put("2303.00001", "Consistency models of a kind", State::found);
  save(desk, "2403.00001", "short",
       {entry(7, "2303.00001", ""), entry(8, "doi:10.1000/182", "Elsewhere and long ago")});
  save(desk, "2403.00001", "long",
       {entry(1, "", "Elsewhere, and long ago"), entry(2, "", "Only by its title, this one"),
        entry(3, "", "Consistency Models of a Kind")});
  const auto works = works_of(desk, citing);
  REQUIRE(works.size() == 3);
  const std::vector<std::string> both{"long", "short"};
  CHECK(works[0].how == How::beyond);
  CHECK(works[0].sources == both);
  CHECK(works[0].position == 1);
  CHECK(works[1].how == How::title_only);
  CHECK(works[1].sources == std::vector<std::string>{"long"});
  CHECK(works[2].how == How::known);
  CHECK(works[2].sources == both);
  CHECK(works[2].position == 3);
  const auto summary = desk.library.find_row(citing.row)->references.value();
  CHECK(summary.known == 1);
  CHECK(summary.unresolved == 1);
  CHECK(summary.beyond == 1);
}

TEST_CASE("a paper's reference to itself is left out, and unknown lists are empty") {
  test::Desk desk;
  const Item citing = desk.put("2403.00001", "Citing");
  CHECK(works_of(desk, citing).empty());
  save(desk, "2403.00001", "test", {entry(1, "2403.00001", "Citing")});
  CHECK(works_of(desk, citing).empty());
}

TEST_CASE("entries without any title are works of their own") {
  test::Desk desk;
  const Item citing = desk.put("2403.00001", "Citing");
  save(desk, "2403.00001", "test", {entry(1, "", "..."), entry(2, "", "?"), entry(3, "", "...")});
  CHECK(works_of(desk, citing).size() == 3);
}

}  // namespace
}  // namespace papers
