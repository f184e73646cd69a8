#include <doctest/doctest.h>

#include "bibliography/bibtex_reader.hpp"
#include "bibliography/latex_text.hpp"
#include "export/bibtex_text.hpp"
#include "shelf.hpp"
#include "support/golden.hpp"
#include "support/hostile_strings.hpp"
#include "util/text.hpp"

namespace papers {
namespace {

TEST_CASE("a bibliography in BibTeX is written as accepted") {
  test::check_golden("export/sample.bib", test::written(formats::write_bibtex, test::shelf()));
}

TEST_CASE("BibTeX read back names the same works") {
  const ReadingGraph graph = test::shelf();
  test::check_same_works(graph, bibliography::read_bibtex(test::written(formats::write_bibtex, graph)));
}

TEST_CASE("text is written so that TeX prints it as it is") {
  CHECK(formats::bibtex_text("50% of R&D_costs $5 #1 {x} ~ ^ \\") ==
        "50\\% of R\\&D\\_costs \\$5 \\#1 \\textbraceleft{}x\\textbraceright{} \\textasciitilde{} "
        "\\textasciicircum{} \\textbackslash{}");
  for (const char* text :
       {"a--b --- ``x'' 'y'", "Gödel's λ", "\\'e {\\\"o} $x_1^2$", "'''", "--", "}{", "a\\"}) {
    CAPTURE(std::string(text));
    CHECK(bibliography::latex_to_text(formats::bibtex_text(text)) == text);
  }
}

TEST_CASE("words whose capitals must stay are in braces") {
  CHECK(formats::bibtex_title("CLLMs: Consistency Large Models for GPT-4 and iOS") ==
        "{CLLMs}: Consistency Large Models for {GPT}-4 and {iOS}");
  CHECK(formats::bibtex_title("A {b} of C&D") == "A \\textbraceleft{}b\\textbraceright{} of {C\\&D}");
}

TEST_CASE("names are written so that BibTeX divides them as we do") {
  CHECK(formats::bibtex_names({"Siqi Kou", "Aaron van den Oord", "Garcia Molina, Hector", "OpenAI",
                               "Martin Luther King Jr.", "Barnes and Noble, Inc."}) ==
        "Kou, Siqi and van den Oord, Aaron and Garcia Molina, Hector and {OpenAI} and King, Jr., Martin "
        "Luther and {Barnes and Noble, Inc.}");
}

TEST_CASE("two works of one key are told apart") {
  ReadingGraph graph;
  graph.papers = {test::paper("arXiv:2403.00835", "A"), test::paper("arXiv:2403.00836", "B")};
  graph.papers[0].item.ids.push_back(*model::key_alias("same"));
  graph.papers[1].item.key = "same";
  const auto back = bibliography::read_bibtex(test::written(formats::write_bibtex, graph));
  REQUIRE(back.entries.size() == 2);
  CHECK(back.entries[0].key == "same");
  CHECK(back.entries[1].key == "same-2");

  graph.papers[1].item.key = "SAME";  // BibTeX takes these for one
  const auto apart = bibliography::read_bibtex(test::written(formats::write_bibtex, graph));
  REQUIRE(apart.entries.size() == 2);
  CHECK(apart.entries[0].key == "SAME-2");
  CHECK(apart.entries[1].key == "same");
}

TEST_CASE("the reader's key stays with his entry where it is our key of another work") {
  ReadingGraph graph;
  graph.papers = {test::paper("arXiv:2403.00835", "Ours"), test::paper("arXiv:2403.00836", "The reader's")};
  graph.papers[0].item.key = "kou2024cllms";
  graph.papers[1].item.ids.push_back(*model::key_alias("kou2024cllms"));
  const auto back = bibliography::read_bibtex(test::written(formats::write_bibtex, graph));
  REQUIRE(back.entries.size() == 2);
  CHECK(back.entries[0].title == "Ours");
  CHECK(back.entries[0].key == "kou2024cllms-2");
  CHECK(back.entries[1].key == "kou2024cllms");
}

TEST_CASE("all keys by which a work is cited come back") {
  ReadingGraph graph;
  graph.papers = {test::paper("arXiv:2403.00835", "A"), test::paper("arXiv:2403.00836", "B")};
  for (const char* key : {"Yang2023", "Yang2023a", "TAKEN", "Yahoo!-Finance2007"}) {
    graph.papers[0].item.ids.push_back(*model::key_alias(key));
  }
  graph.papers[1].item.ids.push_back(*model::key_alias("taken"));
  const std::string text = test::written(formats::write_bibtex, graph);
  CHECK(text.find("  ids = {Yang2023a, Yahoo!-Finance2007},\n") != std::string::npos);
  const auto back = bibliography::read_bibtex(text);
  REQUIRE(back.entries.size() == 2);
  CHECK(back.entries[0].key == "Yang2023");
  CHECK(back.entries[0].further_keys == std::vector<std::string>{"Yang2023a", "Yahoo!-Finance2007"});
  CHECK(back.entries[1].further_keys.empty());
}

TEST_CASE("a key is written as it is where BibTeX and biber take it") {
  for (const char* key : {"Yahoo!-Finance2007", "a_b:c/d.e+f", "DBLP:journals/x&y", "Gödel1931", "[1]*"}) {
    CAPTURE(std::string(key));
    CHECK(formats::is_bibtex_key(key));
    ReadingGraph graph;
    graph.papers.push_back(test::paper("arXiv:2403.00835", "A"));
    graph.papers[0].item.ids.push_back(*model::key_alias(key));
    const auto back = bibliography::read_bibtex(test::written(formats::write_bibtex, graph));
    REQUIRE(back.entries.size() == 1);
    CHECK(back.entries[0].key == key);
  }
  for (const char* key :
       {"", "two words", "it's", "f(x)", "a=b", "a,b", "a~b", "a\\b", "50%", "#1", "{a}", "\"a"}) {
    CAPTURE(std::string(key));
    CHECK_FALSE(formats::is_bibtex_key(key));
  }
}

TEST_CASE("hostile titles and names survive the way out and in") {
  for (const test::HostileString& hostile : test::hostile_strings()) {
    const std::string text = util::clean_line(hostile.text);
    ReadingGraph graph;
    graph.papers.push_back(test::paper("arXiv:2403.00835", text, {text}, 2024));
    CAPTURE(hostile.name);
    const auto back = bibliography::read_bibtex(test::written(formats::write_bibtex, graph));
    CHECK(back.problems.empty());
    REQUIRE(back.entries.size() == 1);
    CHECK(back.entries[0].title == text);
    CHECK(back.entries[0].authors.size() <= 1);
    CHECK((text.empty() || back.entries[0].authors == std::vector<std::string>{text}));
  }
}

TEST_CASE("bibtool reads what is written without a complaint") {
  const auto result =
      test::run_if_installed({"bibtool", "-s"}, test::written(formats::write_bibtex, test::shelf()));
  if (result) {
    CHECK(result->status == 0);
    CHECK(result->err == "");
    CHECK(result->out.find("kou2024") != std::string::npos);  // it has no capitals in keys
    CHECK(result->out.find("knuth1984texbook") != std::string::npos);
  }
}

}  // namespace
}  // namespace papers
