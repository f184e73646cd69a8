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

TEST_CASE("a bare number names an item by its number, and never by digits in an id or a title") {
  test::Desk desk;
  desk.put("2403.00835", "CLLMs");
  desk.put("2401.10779", "DALL-E 9");
  for (const char* text : {"9", "#9", "2403", "835"}) {
    CAPTURE(text);
    const auto found = app::select_item(desk.library, text);
    REQUIRE_FALSE(found.ok());
    CHECK(found.error().code == ExitCode::no_match);
    CHECK(found.error().message.find("no item has this number") != std::string::npos);
    CHECK_FALSE(app::select_near(desk.library, text, {*desk.library.find_number(2)}).ok());
  }
  CHECK(app::select_item(desk.library, "dall-e 9").ok());
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

TEST_CASE("words that a kept and a found paper share choose neither, and list the kept one first") {
  test::Desk desk;
  desk.put("2401.10774", "Parallel Worlds", State::found);
  desk.put("2403.00835", "Parallel Decoding");
  const auto found = app::select_item(desk.library, "parallel");
  REQUIRE_FALSE(found.ok());
  CHECK(found.error().code == ExitCode::no_match);
  const std::string& message = found.error().message;
  CHECK(message.find("Parallel Decoding") < message.find("Parallel Worlds"));
}

TEST_CASE("a whole title is meant rather than titles that contain it") {
  test::Desk desk;
  const Item whole = desk.put("2401.10774", "Consistency Models", State::found);
  desk.put("2403.00835", "Multistep Consistency Models");
  CHECK(app::select_item(desk.library, "consistency models")->row == whole.row);
  desk.put("2403.00836", "Consistency models");
  CHECK_FALSE(app::select_item(desk.library, "consistency models").ok());
}

TEST_CASE("a title with a word that begins so is meant rather than one with the words inside") {
  test::Desk desk;
  const Item inside = desk.put("2401.10774", "Transformer Circuits");
  const Item begins = desk.put("2403.00835", "Formal Proofs");
  CHECK(app::select_item(desk.library, "form")->row == begins.row);
  CHECK(app::select_item(desk.library, "former")->row == inside.row);
  CHECK(app::select_near(desk.library, "form", {inside}).value()->row == inside.row);
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
