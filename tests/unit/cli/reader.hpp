// A reader with a library, and a transcript of what he typed and saw.
#pragma once

#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "unit/cli/shell.hpp"

namespace papers::test {

struct Reader : Shell {
  using Words = std::vector<std::string>;

  /// The library is brought as JSON Lines.
  explicit Reader(const char* library) {
    input = library;
    REQUIRE(run({"import", "-"}) == 0);
    input.clear();
  }

  /// Runs the command and writes down what was seen.
  void sees(const Words& words) {
    const int code = run(words);
    std::string line = "$ papers";
    for (const std::string& word : words) {
      line += word.find(' ') == std::string::npos ? " " + word : " \"" + word + "\"";
    }
    transcript += line + "\n" + out + (err.empty() ? "" : "(stderr) " + err);
    transcript += code == 0 ? "" : "(exit " + std::to_string(code) + ")\n";
    transcript += "\n";
  }

  nlohmann::json json(Words words, int expected = 0) {
    words.emplace_back("--json");
    CHECK(run(words) == expected);
    nlohmann::json answer = nlohmann::json::parse(out);
    CHECK(answer["schema"] == 1);
    return answer;
  }

  std::size_t commands() { return json({"log", "-n", "0"})["items"].size(); }

  std::string transcript;
};

}  // namespace papers::test
