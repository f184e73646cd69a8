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
       {"state:queued",  "state:any",        "kind:paper",  "tag:decoding",  "author:song",
        "author:ELODIE", "year:2024",        "year:2020..", "year:..2024",   "depth:..2",
        "due:..2w",      "due:2024-11-20",   "slips:..0",   "priority:none", "consistency",
        "2403.00835",    "arXiv:2403.00835", "kou2024",     "-tag:vlm",      "-state:read"}) {
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
  for (const auto& row :
       {std::pair{"state:quued", "found, queued"}, std::pair{"yaer:2024", "year:2024"},
        std::pair{"year:new", "range"}, std::pair{"due:soon", "day"}, std::pair{"slips:none", "number"},
        std::pair{"kind:", "paper"}, std::pair{"depth:a..b", "steps"},
        std::pair{"foo:bar", "they are author, depth, due"}, std::pair{"-foo:bar", "no filter is called"},
        std::pair{"stat:read", "did you mean state:read?"}, std::pair{"tags:vlm", "did you mean tag:vlm?"}}) {
    const auto& [word, part] = row;
    CAPTURE(row.first);
    const auto filter = app::Filter::parse({word}, "2024-11-17");
    REQUIRE_FALSE(filter.ok());
    CHECK(filter.error().code == ExitCode::usage);
    CHECK(filter.error().message.find(part) != std::string::npos);
  }
}

TEST_CASE("a value that is nearly one of the list comes with what was meant") {
  for (const auto& row : {std::pair{"state:quued", "did you mean state:queued?"},
                          std::pair{"-kind:papr", "did you mean kind:paper?"}}) {
    const auto& [word, meant] = row;
    CAPTURE(row.first);
    const auto filter = app::Filter::parse({word}, "2024-11-17");
    REQUIRE_FALSE(filter.ok());
    CHECK(filter.error().message.find(meant) != std::string::npos);
  }
  CHECK(app::Filter::parse({"priority:high"}, "2024-11-17").ok());
}

TEST_CASE("every name is known with what it expects and the values that it takes") {
  for (const app::FilterName& name : app::filter_names()) {
    CAPTURE(name.name);
    CHECK_FALSE(name.expected.empty());
    CHECK(app::is_condition(std::string(name.name) + ":x"));
    for (const std::string& choice : name.choices) {
      CHECK(app::Filter::parse({std::string(name.name) + ":" + choice}, "2024-11-17").ok());
    }
  }
  CHECK(app::is_condition("yaer:2020"));
  CHECK_FALSE(app::is_condition("re:zero"));
  CHECK_FALSE(app::is_condition("year"));
  CHECK_FALSE(app::is_condition("arXiv:2403.00835"));
}

TEST_CASE("without a word on states, what is kept or parked is meant") {
  const auto filter = app::Filter::parse({"x"}, "2024-11-17");
  CHECK(filter->states() ==
        std::vector{State::queued, State::reading, State::paused, State::read, State::parked});
  CHECK(app::Filter::parse({"state:any"}, "2024-11-17")->states().size() == k_states.size());
  CHECK(app::Filter::parse({"-state:read"}, "2024-11-17")->states().size() == k_states.size() - 1);
  const std::array found{State::found};
  CHECK(app::Filter::parse({"x"}, "2024-11-17", found)->states() == std::vector{State::found});
  CHECK(app::Filter::parse({"state:read"}, "2024-11-17", found)->states() == std::vector{State::read});
}

}  // namespace
}  // namespace papers
