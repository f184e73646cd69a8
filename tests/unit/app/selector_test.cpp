#include "app/selector.hpp"

#include <doctest/doctest.h>

#include "unit/app/desk.hpp"

namespace papers {
namespace {

TEST_CASE("one item answers to its number, key, ids and title words") {
  test::Desk desk;
  const Item item = desk.put("2403.00835", "CLLMs: Consistency Large Language Models");
  desk.put("2401.10774", "Medusa");
  for (const std::string text : {"1", "#1", "2403.00835", "https://arxiv.org/pdf/2403.00835v4.pdf",
                                 "consistency", "LARGE language", "cllms", item.key.c_str()}) {
    CAPTURE(text);
    const auto found = app::select_item(desk.library, text);
    REQUIRE(found.ok());
    CHECK(found->row == item.row);
  }
}

TEST_CASE("words that fit several items list them") {
  test::Desk desk;
  desk.put("2403.00835", "Speculative Jacobi Decoding");
  desk.put("2401.10774", "Speculative Sampling");
  const auto found = app::select_item(desk.library, "speculative");
  REQUIRE_FALSE(found.ok());
  CHECK(found.error().code == ExitCode::no_match);
  CHECK(found.error().message.find("Speculative Jacobi Decoding") != std::string::npos);
  CHECK(found.error().message.find("Speculative Sampling") != std::string::npos);
}

TEST_CASE("what the reader kept comes before what was merely seen") {
  test::Desk desk;
  const Item kept = desk.put("2403.00835", "Parallel Decoding");
  desk.put("2401.10774", "Parallel Worlds", State::found);
  CHECK(app::select_item(desk.library, "parallel")->row == kept.row);
}

TEST_CASE("nothing fits: the text is named") {
  test::Desk desk;
  for (const char* text : {"nothing", "99", "2501.00001", "%", "\"", "'; DROP TABLE items;--"}) {
    CAPTURE(text);
    const auto found = app::select_item(desk.library, text);
    REQUIRE_FALSE(found.ok());
    CHECK(found.error().code == ExitCode::no_match);
    CHECK(found.error().message.find(text) != std::string::npos);
  }
  CHECK(app::select_item(desk.library, "  ").error().code == ExitCode::usage);
}

TEST_CASE("an item named twice is selected once") {
  test::Desk desk;
  desk.put("2403.00835", "CLLMs");
  CHECK(app::select_items(desk.library, {"1", "cllms"}).size() == 1);
}

}  // namespace
}  // namespace papers
