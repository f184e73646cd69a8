#include "bibliography/bibtex_file.hpp"

#include <string>

#include <doctest/doctest.h>

namespace papers::bibliography {
namespace {

std::string keys(const BibtexFile& file) {
  std::string all;
  for (const BibtexEntry& entry : file.entries) {
    all += entry.key + " ";
  }
  return all;
}

TEST_CASE("values stand in braces, in quotes, as numbers and as names of strings") {
  const BibtexFile file = parse_bibtex(R"(
@string{jacm = "Journal of the " # {ACM}}
@STRING(short = jacm # ", short")
@Article{a:1, Title = {Nested {braces {twice}} "quoted"}, year = 1984, month = jan # "~1",
  journal = short, note = "quotes {"} in braces", pages = "1" # {--} # 2 , }
)");
  CHECK(file.problems.empty());
  REQUIRE(file.entries.size() == 1);
  const BibtexEntry& entry = file.entries.front();
  CHECK(entry.line == 4);
  CHECK(entry.type == "article");
  CHECK(entry.key == "a:1");
  CHECK(entry.value("title") == "Nested {braces {twice}} \"quoted\"");
  CHECK(entry.value("year") == "1984");
  CHECK(entry.value("month") == "jan~1");
  CHECK(entry.value("journal") == "Journal of the ACM, short");
  CHECK(entry.value("note") == "quotes {\"} in braces");
  CHECK(entry.value("pages") == "1--2");
  CHECK(entry.value("absent").empty());
}

TEST_CASE("comments, preambles and text between entries are passed over") {
  const BibtexFile file = parse_bibtex(
      "notes of mine, me@example.org\n@comment{jabref-meta: groups{@article{no, title={x}}}}\n"
      "@preamble{ \"\\newcommand{\\x}{y}\" }\n% @article{commented, title={x}}\n@book(b, title={In "
      "(brackets)})\n"
      "@comment without braces\n@misc{m}\n");
  CHECK(file.problems.empty());
  CHECK(keys(file) == "b m ");
  CHECK(file.entries[0].value("title") == "In (brackets)");
}

TEST_CASE("commas may be missing or too many, keys too") {
  const BibtexFile file = parse_bibtex(
      "@article{a\n title = {A}\n year = 2000}\n@article{, title={B},, year=2001,}\n"
      "@article{title={C}}@article{d,title={D}}");
  CHECK(file.problems.empty());
  CHECK(keys(file) == "a   d ");
  CHECK(file.entries[0].value("year") == "2000");
  CHECK(file.entries[2].value("title") == "C");
}

TEST_CASE("a broken entry is named with its line, and the others come in") {
  SUBCASE("a brace is missing within") {
    const BibtexFile file =
        parse_bibtex("@a{one, title={x}}\n@a{two, title={y, year=2000}\n\n@a{three, title={z}}\n");
    CHECK(keys(file) == "one three ");
    REQUIRE(file.problems.size() == 1);
    CHECK(file.problems[0].line == 2);
    CHECK(file.problems[0].what.find("two") != std::string::npos);
  }
  SUBCASE("a brace is missing and the rest is swallowed") {
    const BibtexFile file = parse_bibtex(
        "@a{one, title={x}}\n@a{two, title={{y}, year={2000}\n@a{three, title={z}}\n@a{four,}\n");
    CHECK(keys(file) == "one three four ");
    REQUIRE(file.problems.size() == 1);
    CHECK(
        file.problems[0] ==
        Remark{2, "two does not end before line 3, which begins another entry: a brace or quote is missing"});
  }
  SUBCASE("it ends with the text") {
    const BibtexFile file = parse_bibtex("@a{one, title={x}}\n@a{two, title=");
    CHECK(keys(file) == "one ");
    REQUIRE(file.problems.size() == 1);
    CHECK(file.problems[0] == Remark{2, "two does not end"});
  }
  SUBCASE("a quote is missing") {
    const BibtexFile file = parse_bibtex("@a{one, title=\"x, year=\"2000\"}\n@a{two, title={y}}\n");
    CHECK(keys(file) == "two ");
    REQUIRE(file.problems.size() == 1);
    CHECK(file.problems[0].line == 1);
  }
  SUBCASE("a value is missing") {
    const BibtexFile file = parse_bibtex("@a{one, title=, year=2000}\n@a{two, title={y}}\n");
    CHECK(keys(file) == "two ");
    CHECK(file.problems.size() == 1);
  }
  SUBCASE("a brace too many leaves fields outside") {
    const BibtexFile file = parse_bibtex("@a{one, title={x}},\n  year = {2000},\n}\n@a{two, title={y}}\n");
    CHECK(keys(file) == "one two ");
    REQUIRE(file.problems.size() == 1);
    CHECK(file.problems[0].line == 2);
  }
  SUBCASE("a string is broken") {
    const BibtexFile file = parse_bibtex("@string{x}\n@a{two, title={y}}\n");
    CHECK(keys(file) == "two ");
    CHECK(file.problems.size() == 1);
  }
}

TEST_CASE("strings that double each other end at the limit") {
  std::string text = "@string{s0 = {0123456789abcdef}}\n";
  for (int i = 1; i < 60; ++i) {
    const std::string before = "s" + std::to_string(i - 1);
    text += "@string{s" + std::to_string(i) + " = " + before + " # " + before + "}\n";
  }
  const BibtexFile file = parse_bibtex(text + "@a{one, title={x}}");
  CHECK(keys(file) == "one ");
  CHECK(!file.problems.empty());
}

TEST_CASE("a long string does not grow without limit within one entry") {
  std::string text =
      "@string{s = {" + std::string(k_longest_value, 'x') + "}}\n@a{before, title={x}}\n@a{grown";
  for (int i = 0; i < 200; ++i) {
    text += ", f = s";
  }
  const BibtexFile file = parse_bibtex(text + "}\n@a{after, title={x}}\n");
  CHECK(keys(file) == "before ");
  REQUIRE(file.problems.size() == 2);
  CHECK(file.problems[0].line == 3);
  CHECK(file.problems[0].what.starts_with("grown goes beyond"));
  CHECK(file.problems[1].what == k_too_much);
}

TEST_CASE("text made to be slow is read in one pass") {
  const auto repeated = [](std::string_view text, int count) {
    std::string all;
    for (int i = 0; i < count; ++i) {
      all += text;
    }
    return all;
  };
  CHECK(parse_bibtex(repeated("@a{b,c={", 100'000)).entries.empty());
  CHECK(parse_bibtex(repeated("@a{b,c={\n", 100'000)).entries.empty());
  CHECK(parse_bibtex(repeated("@comment{", 100'000)).entries.empty());
  CHECK(parse_bibtex(repeated("@comment{\n", 100'000)).entries.empty());
  CHECK(parse_bibtex("%" + repeated("@a{", 100'000)).entries.empty());
  CHECK(parse_bibtex(repeated("@", 100'000)).entries.empty());
  CHECK(parse_bibtex("@a{k, t={" + repeated("{}", 1'000'000)).entries.empty());
  CHECK(parse_bibtex("@a{b, c = {" + repeated("\n", 200'000) + "{").entries.empty());
  CHECK(parse_bibtex("@a{b, c = " + repeated("{", 200'000) + repeated("}", 200'000) + "}").entries.size() ==
        1);
}

}  // namespace
}  // namespace papers::bibliography
