#include "bibliography/bibtex_reader.hpp"

#include <string>

#include <doctest/doctest.h>

namespace papers::bibliography {
namespace {

Entry only(std::string_view text) {
  const Bibliography read = read_bibtex(text);
  REQUIRE(read.entries.size() == 1);
  return read.entries.front();
}

TEST_CASE("a text of BibTeX is told by an entry at the beginning of a line") {
  CHECK(looks_like_bibtex("@article{a, title={x}}"));
  CHECK(looks_like_bibtex("% my library\n\n  @ Book (a,"));
  CHECK(looks_like_bibtex("@comment{x}"));
  CHECK_FALSE(looks_like_bibtex("write to me@example.org {now}"));
  CHECK_FALSE(looks_like_bibtex("# 2024-11-17\n- [ ] read @song's paper (2023)"));
  CHECK_FALSE(looks_like_bibtex("@"));
  CHECK_FALSE(looks_like_bibtex("@ {x}"));
  CHECK_FALSE(looks_like_bibtex("@song2 (x"));
  CHECK_FALSE(looks_like_bibtex(std::string(2U << 20U, '@')));
}

TEST_CASE("fields of BibTeX and BibLaTeX are understood") {
  const Entry entry = only(R"(@inproceedings{Kou2024,
    title = {{CLLMs}}, subtitle = "Consistency {Large} Language Models",
    author = {Kou, Siqi and Hu, Lanxiang and others}, date = {2024-07-21},
    booktitle = {Proceedings of {ICML}}, abstract = {Two
      lines --- of text.}, eprint = {2403.00835}, eprinttype = {arXiv}, eprintclass = {cs.CL, cs.LG},
    doi = {10.1/x\_y}, url = {https://example.org/\~{}a} })");
  CHECK(entry.key == "Kou2024");
  CHECK(entry.line == 1);
  CHECK(entry.title == "CLLMs: Consistency Large Language Models");
  CHECK(entry.authors == std::vector<std::string>{"Siqi Kou", "Lanxiang Hu"});
  CHECK(entry.date == "2024-07-21");
  CHECK(entry.venue == "Proceedings of ICML");
  CHECK(entry.abstract == "Two lines — of text.");
  CHECK(entry.categories == std::vector<std::string>{"cs.CL", "cs.LG"});
  CHECK(entry.addresses == std::vector<Address>{{Address::Where::arxiv, "2403.00835"},
                                                {Address::Where::doi, "10.1/x_y"},
                                                {Address::Where::url, "https://example.org/~a"}});
}

TEST_CASE("an old arXiv id may be split, an eprint may be of another archive") {
  CHECK(
      only("@misc{a, title={x}, eprint={9901001}, archivePrefix={arXiv}, primaryClass={hep-th}}").addresses ==
      std::vector<Address>{{Address::Where::arxiv, "hep-th/9901001"}});
  CHECK(only("@misc{a, title={x}, eprint={123456}, eprinttype={pubmed}}").addresses.empty());
}

TEST_CASE("what an entry lacks comes from its book, but no names and identifiers") {
  const Bibliography read = read_bibtex(R"(
    @inproceedings{child, title={A paper}, author={Kou, Siqi}, crossref={PARENT}}
    @proceedings{parent, title={The Proceedings}, year=2001, editor={Hu, L}, author={Nobody}, doi={10.1/book}}
    @inproceedings{loop, title={Turns}, crossref={loop}}
    @article{data, title={With data}, xdata={shared}}
    @xdata{shared, journal={The Journal}, year=1999})");
  REQUIRE(read.entries.size() == 4);
  CHECK(read.entries[0].venue == "The Proceedings");
  CHECK(read.entries[0].date == "2001");
  CHECK(read.entries[0].authors == std::vector<std::string>{"Siqi Kou"});
  CHECK(read.entries[0].addresses.empty());
  CHECK(read.entries[1].type->kind == Kind::book);
  CHECK(read.entries[3].venue == "The Journal");
}

TEST_CASE("data comes from every entry of a long list") {
  const Bibliography read = read_bibtex(R"(
    @article{a, title={x}, xdata={the-first-set-of-shared-data, the-second-set-of-shared-data, third}}
    @xdata{the-first-set-of-shared-data, journal={The Journal}, volume={1}, number={2}, pages={3}}
    @xdata{the-second-set-of-shared-data, year=1999}
    @xdata{third, author={Kou, Siqi}})");
  REQUIRE(read.entries.size() == 1);
  CHECK(read.entries[0].venue == "The Journal");
  CHECK(read.entries[0].date == "1999");
  CHECK(read.entries[0].authors == std::vector<std::string>{"Siqi Kou"});
}

TEST_CASE("inheritance ends at its limits") {
  SUBCASE("the names of a list") {
    std::string text = "@xdata{late, journal={The Journal}}\n@xdata{d, year=1999";
    for (int i = 0; i < 900; ++i) {
      text += ", f" + std::to_string(i) + "={x}";
    }
    text += "}\n@article{a, title={x}, xdata={";
    for (int i = 0; i < 500'000; ++i) {
      text += "d,";
    }
    const Entry entry = only(text + "late}}");
    CHECK(entry.date == "1999");
    CHECK(entry.venue.empty());
  }
  SUBCASE("the bytes of all entries") {
    std::string text = "@xdata{d, file={" + std::string(1'000'000, 'x') + "}}\n";
    for (int i = 0; i < 200; ++i) {
      text += "@article{a, title={x}, xdata={d}}\n";
    }
    const Bibliography read = read_bibtex(text);
    CHECK(read.entries.size() == 134);  // of a million bytes each, below 128 MiB
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].line == 136);
    CHECK(read.problems[0].what == k_too_much);
  }
}

TEST_CASE("a month may be written in several ways") {
  for (const char* month : {"jul", "{July}", "{7}", "{JUL.}"}) {
    CAPTURE(month);
    CHECK(only("@misc{a, title={x}, year=2001, day=9, month=" + std::string(month) + "}").date ==
          "2001-07-09");
  }
  CHECK(only("@misc{a, title={x}, year=2001, day=9, month={anf}}").date == "2001");
}

TEST_CASE("types say which kind of item it is") {
  CHECK(only("@book{a, title={x}}").type->kind == Kind::book);
  CHECK(only("@online{a, title={x}}").type->kind == Kind::post);
  CHECK(only("@software{a, title={x}}").type->kind == Kind::code);
  CHECK(only("@phdthesis{a, title={x}}").type->kind == Kind::paper);
  CHECK(only("@unheardof{a, title={x}}").type->kind == Kind::paper);
}

}  // namespace
}  // namespace papers::bibliography
