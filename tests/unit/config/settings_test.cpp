#include "config/settings.hpp"

#include <doctest/doctest.h>

#include "terms.hpp"

namespace papers::config {
namespace {

using test::failure;

std::string failure_of_document(std::string_view text) {
  Settings settings(test::k_terms);
  const std::string message = failure([&] { settings.overlay_toml(text, "c.toml"); });
  CHECK(settings.origin("limits.depth") == "default");
  return message;
}

std::string failure_of_assignment(std::string_view text) {
  Settings settings(test::k_terms);
  return failure([&] { settings.overlay_assignment(text); });
}

TEST_CASE("without anything said the defaults hold") {
  const Settings settings(test::k_terms);
  CHECK(settings.whole("limits.depth") == 2);
  CHECK(settings.whole("limits.max_papers") == 500);
  CHECK(settings.whole("limits.reading") == 3);
  CHECK(settings.whole("limits.year_floor") == 0);
  CHECK(settings.number("week.hours") == 6);
  CHECK(settings.text("week.starts") == "monday");
  CHECK(settings.text("lang") == "auto");
  CHECK(settings.list("sources.references") ==
        std::vector<std::string>{"semantic-scholar", "openalex", "arxiv-html", "crossref"});
  CHECK(settings.text("fetch.contact").empty());
  CHECK(settings.number("fetch.arxiv_interval") == 3);
  CHECK(settings.number("fetch.retry_base") == 3);
  CHECK(settings.origin("lang") == "default");
  CHECK(settings.weights() == std::map<std::string, double, std::less<>>{{"due", 18}, {"age", 0.5}});
}

TEST_CASE("the file overlays the defaults, the command line the file, and each value knows its origin") {
  Settings settings(test::k_terms);
  settings.overlay_toml("lang = \"zh\"\n\n[limits]\ndepth = 3\n[rank]\ndue = 20\n", "/home/u/c.toml");
  settings.overlay_assignment("limits.depth=1");
  settings.overlay_assignment("rank.age = 2.5");
  CHECK(settings.text("lang") == "zh");
  CHECK(settings.origin("lang") == "/home/u/c.toml:1");
  CHECK(settings.whole("limits.depth") == 1);
  CHECK(settings.origin("limits.depth") == "--set");
  CHECK(settings.origin("rank.due") == "/home/u/c.toml:6");
  CHECK(settings.origin("week.hours") == "default");
  CHECK(settings.weights() == std::map<std::string, double, std::less<>>{{"due", 20}, {"age", 2.5}});
}

TEST_CASE("a wrong document changes nothing and is told by file and line") {
  CHECK(failure_of_document("[limits]\ndepth = 1\nreading = \"many\"") ==
        "c.toml:3: limits.reading is \"many\", expected a whole number from 1 to 100");
  CHECK(failure_of_document("[limits]\ndepth = 1\n\ndepht = 3") ==
        "c.toml:4: no setting is called limits.depht, did you mean limits.depth?; `papers config` lists them "
        "all");
  CHECK(failure_of_document("zzz = 3") ==
        "c.toml:1: no setting is called zzz; `papers config` lists them all");
  CHECK(failure_of_document("limits = 3").starts_with("c.toml:1: no setting is called limits"));
  CHECK(failure_of_document("[limits]\ndepth = 1979-05-27") ==
        "c.toml:2: limits.depth is 1979-05-27, expected a whole number from 0 to 20");
  CHECK(failure_of_document("[lang]\nen = 1").starts_with("c.toml:2: no setting is called lang.en"));
  CHECK(failure_of_document("[limits").starts_with("c.toml:1: not valid TOML: "));
}

TEST_CASE("an empty section is no trouble, one of an unknown name is") {
  CHECK(failure_of_document("[limits]\n[week]\n") == "");
  CHECK(failure_of_document("lang = {}\n").starts_with("c.toml:1: lang is {}, expected one of"));
  CHECK(failure_of_document("[limitz]\n").starts_with("c.toml:1: no setting is called limitz"));
}

TEST_CASE("a wrong assignment is told by what was expected") {
  CHECK(failure_of_assignment("limits.depth") ==
        "--set limits.depth: expected key=value, such as limits.depth=2");
  CHECK(failure_of_assignment("=3").starts_with("--set: no setting is called"));
  CHECK(failure_of_assignment("lang=de") == "--set: lang is de, expected one of auto, en, zh");
  CHECK(failure_of_assignment("rank.du=3").find("did you mean rank.due?") != std::string::npos);
  CHECK(failure_of_assignment("fetch.contact=a=b") == "");
}

TEST_CASE("names and values in messages cannot forge lines") {
  CHECK(failure_of_assignment("a\n\x1b[2Jb=1").find_first_of("\n\x1b") == std::string::npos);
  CHECK(failure_of_document("\"a\\n\\u001b[2J\" = 1").find_first_of("\n\x1b") == std::string::npos);
  CHECK(failure_of_document("lang = \"a\\n\\u001b[2J\"").find_first_of("\n\x1b") == std::string::npos);
}

TEST_CASE("aliases have a row each once they have a value, after the table and by name") {
  Settings settings(test::k_terms);
  const std::size_t rows = settings.keys().size();
  settings.overlay_toml("[alias]\nz = 'next'\na = 'list'\n", "c.toml");
  settings.overlay_toml("[alias]\nm = 'search x'\na = 'list -n 3'\n", "d.toml");
  REQUIRE(settings.keys().size() == rows + 3);
  CHECK(settings.keys()[rows].name == "alias.a");
  CHECK(settings.keys()[rows + 1].name == "alias.m");
  CHECK(settings.keys()[rows + 2].name == "alias.z");
  CHECK(settings.text("alias.a") == "list -n 3");
  CHECK(settings.origin("alias.z") == "c.toml:2");
  CHECK(settings.key("alias.unset").name == "alias.unset");
  CHECK(failure_of_document("alias.B = 'next'").find("alias.B") != std::string::npos);
  CHECK(failure_of_document("alias.b = 3").find("c.toml:1") != std::string::npos);
  CHECK(failure_of_document("[alias]\n").empty());
  CHECK(failure_of_assignment("alias.a=list").find("config.toml alone") != std::string::npos);
}

TEST_CASE("programs to run are taken from the file alone") {
  Settings settings(test::k_terms);
  settings.overlay_toml("hooks.on-add = ['sh', '-c', 'x']", "c.toml");
  CHECK(settings.list("hooks.on-add").size() == 3);
  CHECK(failure_of_assignment("hooks.on-add=sh").find("config.toml alone") != std::string::npos);
  CHECK(failure_of_assignment("hooks.on-ad=sh").find("hooks.on-add") != std::string::npos);
}

}  // namespace
}  // namespace papers::config
