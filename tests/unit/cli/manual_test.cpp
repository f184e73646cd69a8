#include "cli/manual.hpp"

#include <map>

#include <doctest/doctest.h>

#include "support/temp_folder.hpp"
#include "util/atomic_file.hpp"
#include "util/child_process.hpp"

namespace papers {
namespace {

/// Every page, by name.
std::map<std::string, std::string> all_pages() {
  const test::TempFolder folder;
  cli::write_manual(folder.path());
  std::map<std::string, std::string> pages;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    pages[entry.path().filename().string()] = util::read_file(entry.path());
  }
  return pages;
}

/// What a checker of manual pages says about one; says itself when it is not installed.
std::string complaints(const std::vector<std::string>& checker, const std::string& page) {
  const auto result = util::run_child(checker, page);
  return result.ok() ? result->out + result->err : result.error().message;
}

}  // namespace

TEST_CASE("any text becomes roff that shows it") {
  CHECK(cli::roff("a-b") == "a\\-b");
  CHECK(cli::roff(".TH\n'x \\n") == "\\&.TH\n\\(aqx \\en");
  CHECK(cli::roff("a.b \"c\" `d` ~^") == "a.b \\(dqc\\(dq \\(gad\\(ga \\(ti\\(ha");
  CHECK(cli::roff("扩散 é 🙂") == "\\[u6269]\\[u6563] \\[u00E9] \\[u1F642]");
}

TEST_CASE("there is a page for every command that help shows, and one that names them all") {
  const auto pages = all_pages();
  std::size_t shown = 0;
  for (const cli::Command* command : cli::commands()) {
    if (command->group.empty()) {
      continue;
    }
    ++shown;
    CAPTURE(command->name);
    const std::string name = "papers-" + std::string(command->name);
    REQUIRE(pages.contains(name + ".1"));
    CHECK(pages.at(name + ".1").find(cli::roff(command->summary)) != std::string::npos);
    CHECK(pages.at(name + ".1").find("--json") == std::string::npos);
    CHECK(pages.at(name + ".1").find("\\-\\-json") != std::string::npos);
    CHECK(pages.at("papers.1").find("\\fB" + cli::roff(name) + "\\fR(1)") != std::string::npos);
  }
  CHECK(pages.size() == shown + 2);
  CHECK(pages.at("pq.1") == ".so man1/papers.1\n");
}

TEST_CASE("every option has a name on its page") {
  const auto pages = all_pages();
  for (const auto& row : pages) {
    CAPTURE(row.first);
    CHECK(row.second.find("\\fB\\fR") == std::string::npos);
  }
  for (const char* const option :
       {"\\-\\-offline", "\\-q, \\-\\-quiet", "\\-\\-color WHEN", "\\-\\-set KEY=VALUE"}) {
    CAPTURE(option);
    CHECK(pages.at("papers.1").find(option) != std::string::npos);
  }
}

TEST_CASE("the checkers of manual pages have nothing to say") {
  const std::vector<std::vector<std::string>> checkers{
      {"groff", "-man", "-ww", "-z", "-Tutf8"},
      {"mandoc", "-T", "lint", "-W", "warning"},
  };
  const auto pages = all_pages();
  for (const auto& checker : checkers) {
    if (util::find_program(checker.front()).empty()) {
      MESSAGE(checker.front(), " is not installed: its part is skipped");
      continue;
    }
    for (const auto& row : pages) {
      const auto& [name, page] = row;
      CAPTURE(checker.front());
      CAPTURE(row.first);
      if (name != "pq.1") {
        CHECK(complaints(checker, page) == "");
      }
    }
  }
}

}  // namespace papers
