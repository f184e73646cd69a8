#include "app/reading.hpp"

#include <doctest/doctest.h>

#include "support/fakes.hpp"

namespace papers {
namespace {

const Time k_now = test::FakeClock().now();

TEST_CASE("reading leaves its traces") {
  Item item;
  app::start(item, k_now);
  CHECK(item.state == State::reading);
  CHECK(item.started == "2024-11-17T09:00:00Z");
  app::finish(item, {Level::skim, 4, 30, "a note", "the takeaway"}, k_now);
  app::finish(item, {std::nullopt, std::nullopt, 15, "", ""}, k_now);
  CHECK(item.state == State::read);
  CHECK(item.level == Level::skim);
  CHECK(item.rating == 4);
  CHECK(item.minutes == 45);
  CHECK(item.notes == std::vector<Note>{{"2024-11-17T09:00:00Z", "takeaway", "the takeaway"},
                                        {"2024-11-17T09:00:00Z", "note", "a note"}});
}

TEST_CASE("a limit on what is read at once names what to pause") {
  Item item;
  item.number = 7;
  item.key = "kou2024cllms";
  CHECK_FALSE(app::refuse_another({item}, 2));
  const auto refusal = app::refuse_another({item}, 1);
  REQUIRE(refusal);
  CHECK(refusal->code == ExitCode::refused);
  CHECK(refusal->message.find("#7 kou2024cllms") != std::string::npos);
}

TEST_CASE("fields are set together or not at all") {
  Item item;
  item.tags = {"old"};
  app::Settable fields;
  fields.title = "mine";
  fields.priority = "h";
  fields.due = "2d";
  fields.effort = "1h30";
  fields.level = "deep";
  fields.kind = "post";
  fields.tags = {"new", "new"};
  fields.untags = {"old"};
  REQUIRE_FALSE(app::set_fields(item, fields, "2024-11-17"));
  CHECK(item.title == "mine");
  CHECK(item.priority == Priority::high);
  CHECK(item.due == "2024-11-19");
  CHECK(item.effort_minutes == 90);
  CHECK(item.level == Level::deep);
  CHECK(item.tags == std::vector<std::string>{"new"});
  CHECK(item.own == std::vector<std::string>{"kind", "title"});

  const Item before = item;
  app::Settable bad;
  bad.priority = "none";
  bad.due = "someday";
  CHECK(app::set_fields(item, bad, "2024-11-17")->message.find("someday") != std::string::npos);
  CHECK(item == before);
}

TEST_CASE("\"none\" empties a field, an empty title gives it back to the sources") {
  Item item;
  item.title = "mine";
  item.own = {"title"};
  item.due = "2024-11-19";
  app::Settable fields;
  fields.due = "none";
  fields.title = "";
  REQUIRE_FALSE(app::set_fields(item, fields, "2024-11-17"));
  CHECK_FALSE(item.due);
  CHECK(item.own.empty());
  CHECK(item.title == "mine");
}

TEST_CASE("values that make no sense are named with what was expected") {
  CHECK(app::checked_priority("X").error().message.find("H") != std::string::npos);
  CHECK(app::checked_state("quued").error().message.find("did you mean queued") != std::string::npos);
  CHECK(app::checked_minutes("soon").error().message.find("45m") != std::string::npos);
  for (const char* tag : {"", "two words", "a:b", "a,b", "-x"}) {
    CAPTURE(tag);
    CHECK_FALSE(app::checked_tag(tag).ok());
  }
}

}  // namespace
}  // namespace papers
