// What to read now and why, as it is seen, and what would change it.
#include <cmath>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/golden.hpp"
#include "unit/cli/week_library.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers {
namespace {

using test::Week;
using Words = std::vector<std::string>;

/// Splits "papers set 3 --due 2024-11-20" at its blanks, without the name of the program.
Words words_of(const std::string& command) {
  std::istringstream in(command);
  Words words;
  for (std::string word; in >> word;) {
    words.push_back(word);
  }
  words.erase(words.begin());
  return words;
}

TEST_CASE("one answer, more, and what fits into the time are shown as accepted") {
  Week reader;
  reader.sees({"next"});
  reader.sees({"next", "--parts"});
  reader.sees({"next", "-n", "9"});
  reader.sees({"next", "--time", "25m"});
  reader.sees({"next", "--time", "3m"});
  reader.sees({"next", "--kind", "course"});
  reader.terminal.columns = 50;
  reader.sees({"next"});
  reader.sees({"next", "-n", "3"});
  test::check_golden("cli/next.txt", reader.transcript);
}

TEST_CASE("reasons stand below their points where the line has no room for them") {
  Week reader;
  for (const std::size_t columns : {40U, 48U, 64U, 80U}) {
    reader.terminal.columns = columns;
    for (const Words& words : {Words{"next"}, Words{"next", "--parts"}, Words{"next", "-n", "3"}}) {
      REQUIRE(reader.run(words) == 0);
      for (const std::string_view line : util::split(reader.out, '\n')) {
        CAPTURE(line);
        CHECK((util::width(line) <= columns || line.find("--why-not") != std::string_view::npos));
      }
    }
  }
  reader.terminal.columns = 40;
  reader.sees({"next", "--parts"});
  test::check_golden("cli/next_narrow.txt", reader.transcript);
}

TEST_CASE("why not another is shown as accepted") {
  Week reader;
  reader.sees({"next", "--why-not", "medusa"});
  reader.sees({"next", "--why-not", "cllms"});
  reader.sees({"next", "--why-not", "attention"});
  reader.sees({"next", "--why-not", "vllm", "--kind", "paper"});
  reader.sees({"next", "--why-not", "nothing at all"});
  test::check_golden("cli/why_not.txt", reader.transcript);
}

TEST_CASE("every command that why-not names puts the item first") {
  std::size_t tried = 0;
  Week reader;
  for (const char* item : {"medusa", "vllm", "cs336", "parallel"}) {
    const auto answer = reader.json({"next", "--why-not", item});
    const std::string id = answer["id"];
    for (const auto& remedy : answer["would_be_first"]) {
      const std::string command = remedy;
      CAPTURE(command);
      REQUIRE(reader.json({"next"})["items"][0]["id"] != id);
      REQUIRE(reader.run(words_of(command)) == 0);
      CHECK(reader.json({"next"})["items"][0]["id"] == id);
      REQUIRE(reader.run({"undo"}) == 0);
      ++tried;
    }
  }
  CHECK(tried >= 8);
}

TEST_CASE("without anything said by the reader the order is that of relevance") {
  Week reader;
  double last = 1e9;
  const auto answer = reader.json({"next", "-n", "99", "--kind", "paper"});
  REQUIRE(answer["items"].size() > 3);
  for (const auto& item : answer["items"]) {
    for (const auto& term : item["terms"]) {
      if (term["name"] == "relevance") {
        CHECK(term["value"].get<double>() <= last);
        last = term["value"];
        double sum = 0;
        for (const auto& part : term["parts"]) {
          sum += part["value"].get<double>() * part["weight"].get<double>();
        }
        CHECK(std::isfinite(sum));
      }
    }
  }
}

TEST_CASE("points add up whatever the weights, and a weight of 0 silences a term") {
  Week reader;
  REQUIRE(reader.run({"set", "medusa", "--priority", "H", "--due", "2024-11-20"}) == 0);
  REQUIRE(reader.run({"start", "vllm"}) == 0);
  for (const Words& settings : {Words{}, {"--set", "rank.due=0.333"}, {"--set", "rank.relevance=-7.77"}}) {
    Words words{"next", "-n", "9"};
    words.insert(words.end(), settings.begin(), settings.end());
    const auto answer = reader.json(words);
    REQUIRE(answer["items"].size() == 6);
    for (const auto& item : answer["items"]) {
      long hundredths = 0;
      for (const auto& term : item["terms"]) {
        hundredths += std::lround(term["points"].get<double>() * 100);
        CHECK((term["points"] != 0) == (term["why"] != ""));
      }
      CHECK(hundredths == std::lround(item["score"].get<double>() * 100));
      CHECK(item["terms"].size() == 8);
    }
  }
  reader.run({"next", "--set", "rank.due=0"});
  CHECK(reader.out.find("due in") == std::string::npos);
}

TEST_CASE("the time that is said is learned from the minutes that were told") {
  Week reader;
  const auto estimate = [&reader](const std::string& item) {
    const auto answer = reader.json({"next", "-n", "99"});
    for (const auto& seen : answer["items"]) {
      if (seen["key"].get<std::string>().find(item) != std::string::npos) {
        return seen["estimate"];
      }
    }
    return nlohmann::json();
  };
  CHECK(estimate("medusa")["minutes"] == 45);
  CHECK(estimate("medusa")["basis"] == "table");
  for (const char* item : {"cllms", "parallel", "speculative"}) {
    REQUIRE(reader.run({"done", item, "--minutes", "135"}) == 0);
  }
  const auto learned = estimate("medusa");
  CHECK(learned["basis"] == "readings");
  CHECK(learned["timed"] == 3);
  CHECK(learned["minutes"] > 75);  // half way, as a ratio, and more from three times 45
  CHECK(learned["minutes"] < 135);
  REQUIRE(reader.run({"set", "medusa", "--effort", "20m"}) == 0);
  CHECK(estimate("medusa")["minutes"] == 20);
  CHECK(estimate("medusa")["basis"] == "reader");
}

TEST_CASE("what does not make sense is refused by name") {
  Week reader;
  for (const Words& words : {Words{"next", "--time", "soon"}, {"next", "--kind", "song"}}) {
    CAPTURE(words.back());
    CHECK(reader.run(words) == 2);
    CHECK(reader.err.find(words.back()) != std::string::npos);
  }
  CHECK(reader.run({"next", "--why-not", "nothing at all"}) == 3);
}

}  // namespace
}  // namespace papers
