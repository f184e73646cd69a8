#include "bibliography/bibtex_reader.hpp"

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
  CHECK(read.entries[1].kind == Kind::book);
  CHECK(read.entries[3].venue == "The Journal");
}

TEST_CASE("types say which kind of item it is") {
  CHECK(only("@book{a, title={x}}").kind == Kind::book);
  CHECK(only("@online{a, title={x}}").kind == Kind::post);
  CHECK(only("@software{a, title={x}}").kind == Kind::code);
  CHECK(only("@phdthesis{a, title={x}}").kind == Kind::paper);
  CHECK(only("@unheardof{a, title={x}}").kind == Kind::paper);
}

}  // namespace
}  // namespace papers::bibliography
