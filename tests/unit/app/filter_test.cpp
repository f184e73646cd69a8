#include "app/filter.hpp"

#include <doctest/doctest.h>

namespace papers {
namespace {

Item sample() {
  Item item;
  item.ids = {*parse_identifier("2403.00835")};
  item.key = "kou2024cllms";
  item.title = "CLLMs: Consistency Large Language Models";
  item.authors = {"Siqi Kou", "Élodie Song"};
  item.year = 2024;
  item.state = State::queued;
  item.tags = {"decoding"};
  item.due = "2024-11-20";
  item.depth = 0;
  return item;
}

bool matches(const std::vector<std::string>& words) {
  const auto filter = app::Filter::parse(words, "2024-11-17");
  REQUIRE_MESSAGE(filter.ok(), words.front());
  return filter->matches(sample());
}

TEST_CASE("conditions that hold") {
  for (const char* word :
       {"state:queued", "state:any",     "kind:paper",  "tag:decoding", "author:song",      "author:ELODIE",
        "year:2024",    "year:2020..",   "year:..2024", "depth:..2",    "due:..2w",         "due:2024-11-20",
        "slips:..0",    "priority:none", "consistency", "2403.00835",   "arXiv:2403.00835", "kou2024",
        "-tag:vlm",     "~tag:vlm",      "-state:read"}) {
    CAPTURE(word);
    CHECK(matches({word}));
  }
}

TEST_CASE("conditions that do not hold") {
  for (const char* word :
       {"state:read", "kind:post", "tag:deco", "author:nobody", "year:2025..", "depth:1..", "due:none",
        "year:none", "depth:none", "due:..2d", "slips:3..", "priority:H", "-state:queued", "-consistency"}) {
    CAPTURE(word);
    CHECK_FALSE(matches({word}));
  }
}

TEST_CASE("what has a colon and is no condition is words") {
  for (const char* word :
       {"acl:P05-1001", "https://example.org/a", "re: zero", "::", "CLLMs:", "doi:10.1/x"}) {
    CAPTURE(word);
    CHECK(app::Filter::parse({word}, "2024-11-17").ok());
  }
}

TEST_CASE("all conditions must hold") {
  CHECK(matches({"consistency", "year:2024"}));
  CHECK_FALSE(matches({"consistency", "year:2023"}));
}

TEST_CASE("mistakes are named, with what was expected") {
  for (const auto& [word, part] :
       {std::pair{"state:quued", "found, queued"}, std::pair{"yaer:2024", "year:2024"},
        std::pair{"year:new", "range"}, std::pair{"due:soon", "day"}, std::pair{"slips:none", "number"},
        std::pair{"kind:", "paper"}, std::pair{"depth:a..b", "steps"},
        std::pair{"foo:bar", "they are author, depth, due"}, std::pair{"-foo:bar", "no filter is called"},
        std::pair{"stat:read", "did you mean state:read?"}, std::pair{"tags:vlm", "did you mean tag:vlm?"}}) {
    CAPTURE(word);
    const auto filter = app::Filter::parse({word}, "2024-11-17");
    REQUIRE_FALSE(filter.ok());
    CHECK(filter.error().code == ExitCode::usage);
    CHECK(filter.error().message.find(part) != std::string::npos);
  }
}

TEST_CASE("without a word on states, what is kept or parked is meant") {
  const auto filter = app::Filter::parse({"x"}, "2024-11-17");
  CHECK(filter->states() ==
        std::vector{State::queued, State::reading, State::paused, State::read, State::parked});
  CHECK(app::Filter::parse({"state:any"}, "2024-11-17")->states().size() == k_states.size());
  CHECK(app::Filter::parse({"-state:read"}, "2024-11-17")->states().size() == k_states.size() - 1);
}

}  // namespace
}  // namespace papers
