// What was planned for weeks that have ended, as the library counts it.

#include <doctest/doctest.h>

#include "library_fixture.hpp"
#include "model/plan.hpp"
#include "util/calendar.hpp"

using namespace papers;
using namespace papers::test;

namespace {

Record plan(const std::string& week, const std::vector<std::string>& planned, const std::string& done = "") {
  model::Plan plan{week, "", {}, {}, {}, {}};
  for (const std::string& name : planned) {
    plan.items.push_back({id(name), {}, {}, name == done ? "2024-11-05T00:00:00Z" : ""});
  }
  plan.ends = model::plan_of({"plan", week, "{}"}).value().ends;
  return record_of(plan);
}

struct Weeks {
  LibraryFixture fixture;
  Library library = fixture.open();

  Weeks() { save(library, {paper("2401.00001").root(), paper("2401.00002").root()}); }
  void on(const char* day) {
    fixture.clock.time = util::from_moment(std::string(day) + "T12:00:00Z").value();
  }
  [[nodiscard]] int slips(std::string_view name) const { return library.find(id(name))->slips; }
};

}  // namespace

TEST_CASE("an item slips when the week ends for which it was planned, and not before") {
  Weeks weeks;
  save(weeks.library, plan("2024-W45", {"2401.00001"}));
  for (const auto& row :
       {std::pair{"2024-11-04", 0}, {"2024-11-10", 0}, {"2024-11-11", 1}, {"2024-12-30", 1}}) {
    const auto& [day, slips] = row;
    CAPTURE(row.first);
    weeks.on(day);
    CHECK(weeks.slips("2401.00001") == slips);
    CHECK(weeks.slips("2401.00002") == 0);
  }
  save(weeks.library, plan("2024-W46", {"2401.00002", "2401.00001"}));
  weeks.on("2024-11-18");
  CHECK(weeks.slips("2401.00001") == 2);
  const auto slipped = weeks.library.slipped();
  REQUIRE(slipped.size() == 2);
  CHECK(slipped[0].row == weeks.library.find(id("2401.00001"))->row);
  CHECK(slipped[0].weeks == std::vector<std::string>{"2024-W45", "2024-W46"});
  CHECK(slipped[1].weeks == std::vector<std::string>{"2024-W46"});
}

TEST_CASE("what is taken out of a plan before its week ends did not slip") {
  Weeks weeks;
  save(weeks.library, plan("2024-W45", {"2401.00001"}));
  save(weeks.library, plan("2024-W45", {}));
  weeks.on("2024-11-11");
  CHECK(weeks.slips("2401.00001") == 0);
  undo(weeks.library);
  CHECK(weeks.slips("2401.00001") == 1);
  undo(weeks.library);
  CHECK(weeks.slips("2401.00001") == 0);
}

TEST_CASE("what was done in its week did not slip, even when it is begun again later") {
  Weeks weeks;
  save(weeks.library, plan("2024-W45", {"2401.00001", "2401.00002"}, /*done=*/"2401.00002"));
  Item item = weeks.library.find(id("2401.00001")).value();
  item.state = State::read;
  item.finished = "2024-11-10T22:00:00Z";
  save(weeks.library, {item});
  weeks.on("2024-11-18");
  CHECK(weeks.slips("2401.00001") == 0);
  CHECK(weeks.slips("2401.00002") == 0);  // queued, but the plan knows that it was done
  item = weeks.library.find(id("2401.00001")).value();
  item.finished = "2024-11-11T01:00:00Z";
  save(weeks.library, {item});
  CHECK(weeks.slips("2401.00001") == 1);
}

TEST_CASE("a work slips under all its names, once a week") {
  Weeks weeks;
  save(weeks.library, plan("2024-W45", {"2401.00001", "doi:10.1/x"}));
  Item item = weeks.library.find(id("2401.00001")).value();
  item.ids.push_back(id("doi:10.1/x"));
  save(weeks.library, {item});
  weeks.on("2024-11-18");
  CHECK(weeks.slips("2401.00001") == 1);
  CHECK(weeks.library.slipped().size() == 1);
}

TEST_CASE("plans that make no sense, or speak of what is not there, count for nothing") {
  Weeks weeks;
  save(weeks.library, {"plan", "2024-W45", R"({"items":[{"id":7}]})"});
  save(weeks.library, {"plan", "someday", R"({"items":[{"id":"2401.00001"}]})"});
  save(weeks.library, {"plan", "2024-W44", R"({"items":[{"id":"2401.77777"}]})"});
  weeks.on("2025-01-01");
  CHECK(weeks.slips("2401.00001") == 0);
  CHECK(weeks.library.slipped().empty());
  CHECK(weeks.library.check(/*repair=*/false).damage.empty());
}
