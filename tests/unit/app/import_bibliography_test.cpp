#include "app/import_bibliography.hpp"

#include <string>

#include <doctest/doctest.h>

#include "papers/error.hpp"

#include "app/selector.hpp"
#include "unit/app/importing.hpp"

namespace papers {
namespace {

using test::Desk;
using test::import;

constexpr const char* k_cllms =
    "@article{Kou2024, title={{CLLMs}: Consistency Large Language Models}, author={Kou, Siqi and Hu, "
    "Lanxiang}, "
    "year=2024, journal={arXiv preprint arXiv:2403.00835}}\n";

std::size_t items_of(const Desk& desk) {
  std::size_t count = 0;
  desk.library.each_item({}, [&count](const Item&) {
    ++count;
    return true;
  });
  return count;
}

bool is_noted(const app::ImportReport& report, const std::string& part) {
  for (const std::string& note : report.notes) {
    if (note.find(part) != std::string::npos) {
      return true;
    }
  }
  return false;
}

TEST_CASE("an entry becomes a queued item of the reader's own, named by its key") {
  Desk desk;
  const app::ImportReport report = import(desk, k_cllms);
  CHECK(report.format == "bibtex");
  CHECK(report.entries == 1);
  CHECK(report.added == 1);
  CHECK(report.problems.empty());
  const Item item = value_or_throw(app::select_item(desk.library, "Kou2024"));
  CHECK(format(item.ids.front()) == "arXiv:2403.00835");
  CHECK(item.key == "kou2024cllms");
  CHECK(item.title == "CLLMs: Consistency Large Language Models");
  CHECK(item.state == State::queued);
  CHECK(item.root);
  CHECK(item.number == 1);
}

TEST_CASE("importing twice adds nothing and changes nothing") {
  Desk desk;
  const std::string text = std::string(k_cllms) +
                           "@misc{noid, title={A title without any identifier at all}, author={A, B}}\n"
                           "@book{, title={A book without a key whatsoever}, author={C, D}, year=1999}\n"
                           "@misc{onlykey, url={https://example.org/a}}\n";
  CHECK(import(desk, text).added == 4);
  const std::size_t commands = desk.library.log(0).size();
  const app::ImportReport again = import(desk, text);
  CHECK(again.added == 0);
  CHECK(again.changed == 0);
  CHECK(again.known == 4);
  CHECK(desk.library.log(0).size() == commands);
}

TEST_CASE("a dry run keeps nothing") {
  Desk desk;
  CHECK(import(desk, k_cllms, /*dry_run=*/true).added == 1);
  CHECK(items_of(desk) == 0);
}

TEST_CASE("a work that is there gets what it lacks, and nothing of the reader's changes") {
  Desk desk;
  Item item = desk.put("2403.00835", "CLLMs", State::read);
  const app::ImportReport report = import(desk, k_cllms);
  CHECK(report.changed == 1);
  item = *desk.library.find_row(item.row);
  CHECK(item.title == "CLLMs");
  CHECK(item.state == State::read);
  CHECK(item.year == 2024);
  CHECK(item.authors.size() == 2);
  CHECK(app::select_item(desk.library, "Kou2024")->row == item.row);
}

TEST_CASE("a paper seen as a reference becomes wanted, a dropped one stays dropped") {
  Desk desk;
  desk.put("2403.00835", "", State::found);
  desk.put("10.1/dropped", "Dropped", State::dropped);
  import(desk, std::string(k_cllms) + "@misc{d, title={Dropped}, doi={10.1/dropped}}");
  CHECK(desk.library.find(*parse_identifier("2403.00835"))->state == State::queued);
  CHECK(desk.library.find(*parse_identifier("10.1/dropped"))->state == State::dropped);
}

TEST_CASE("entries that are the same count once, those that may differ stay apart") {
  Desk desk;
  const app::ImportReport report = import(desk, R"(
@article{a, title={Explicit Substitutions of Terms}, author={Abadi, M. and Cardelli, L.}, year=1991, journal={JFP}}
@article{b, title={Explicit {S}ubstitutions of Terms}, author={Abadi, Martin and Cardelli, Luca}, year=1991}
@article{c, title={Explicit Substitutions of Terms}, author={Abadi, M. and Cardelli, L.}, year=1990, journal={POPL}}
@article{d, title={Introduction}, year=1991}
@article{e, title={Introduction}, year=1991})");
  CHECK(report.added == 4);
  CHECK(report.changed == 1);
  CHECK(is_noted(report, "2 may be another version"));
  CHECK(app::select_item(desk.library, "b")->row == app::select_item(desk.library, "a")->row);
  CHECK(app::select_item(desk.library, "d")->row != app::select_item(desk.library, "e")->row);
}

TEST_CASE("one key for two works names the first, and that is noted") {
  Desk desk;
  const std::string text =
      "@article{same, title={The first of two quite different works}, author={A, B}, year=2001}\n"
      "@article{same, title={Another thing altogether by other people}, author={C, D}, year=2009}\n";
  const app::ImportReport report = import(desk, text);
  CHECK(report.added == 2);
  CHECK(is_noted(report, "line 2: the key same is that of \"The first of two"));
  CHECK(app::select_item(desk.library, "same")->year == 2001);
  CHECK(import(desk, text).added == 0);
}

TEST_CASE("two entries of one work are named, and importing them again is no news") {
  Desk desk;
  const std::string text =
      "@article{Yang2023, title={FIFO queues are all you need}, author={Yang, Juncheng}, doi={10.1/fifo}}\n"
      "@article{Yang2023a, title={Something else by the same}, author={Yang, Juncheng}, doi={10.1/fifo}}\n";
  const app::ImportReport report = import(desk, text);
  CHECK(report.added == 1);
  CHECK(report.notes == std::vector<std::string>{"line 2: Yang2023a is one work with Yang2023 of line 1: "
                                                 "\"FIFO queues are all you need\""});
  const app::ImportReport again = import(desk, text);
  CHECK(again.known == 2);
  CHECK(again.notes.empty());
  CHECK(app::select_item(desk.library, "Yang2023a")->title == "FIFO queues are all you need");
}

TEST_CASE("a key that is ours of another work is said, with the key that the entry got") {
  Desk desk;
  desk.put("2403.00835", "CLLMs", State::queued);
  const std::string ours = desk.library.find(*parse_identifier("2403.00835"))->key;
  const std::string text =
      "@article{" + ours + ", title={Totally other paper}, author={Other, One}, year=2020}\n";
  const app::ImportReport report = import(desk, text);
  CHECK(report.added == 1);
  CHECK(report.notes == std::vector<std::string>{"line 1: the key " + ours +
                                                 " is that of \"CLLMs\" here; this entry is called "
                                                 "other2020totally"});
  CHECK(import(desk, text).notes.empty());
  CHECK(items_of(desk) == 2);
}

TEST_CASE("a key of our own making that is taken stays a name of the entry") {
  Desk desk;
  import(desk, "@article{a, title={Totally other paper}, author={Other, One}, year=2020, doi={10.1/a}}");
  const std::string text =
      "@article{other2020totally, title={Totally new ground}, author={Other, Two}, year=2020, doi={10.1/b}}";
  CHECK(is_noted(import(desk, text), "this entry is called other2020totallyb"));
  const Item item = *desk.library.find(*parse_identifier("10.1/b"));
  CHECK(item.key == "other2020totallyb");
  CHECK(format(item.ids.back()) == "key:other2020totally");
  CHECK(import(desk, text).known == 1);
}

TEST_CASE("a further key of another work does not join the two") {
  Desk desk;
  import(desk, "@misc{first, title={The first of two quite different works}, author={A, B}, year=2001}");
  const app::ImportReport report = import(
      desk, "@misc{second, ids={first, third}, title={Another thing altogether}, author={C, D}, year=2009}");
  CHECK(report.added == 1);
  CHECK(is_noted(report, "line 1: the key first is that of \"The first"));
  CHECK(items_of(desk) == 2);
  CHECK(app::select_item(desk.library, "third")->year == 2009);
}

TEST_CASE("one identifier for works with other titles and authors is not taken over") {
  Desk desk;
  const std::string text =
      "@inproceedings{x, title={Parsing with derivatives of languages}, author={A, B}, doi={10.1/volume}}\n"
      "@inproceedings{y, title={Compiling pattern matching well}, author={C, D}, doi={10.1/volume}}\n";
  const app::ImportReport report = import(desk, text);
  CHECK(report.added == 2);
  CHECK(is_noted(report, "line 2: doi:10.1/volume is that of \"Parsing"));
  CHECK(import(desk, text).added == 0);
}

TEST_CASE("an arXiv version and a published one are not joined silently") {
  Desk desk;
  const app::ImportReport report = import(
      desk,
      std::string(k_cllms) +
          "@inproceedings{KouICML, title={CLLMs: Consistency Large Language Models}, author={Kou, Siqi and "
          "Hu, Lanxiang}, year=2024, booktitle={ICML}, doi={10.1/icml}}");
  CHECK(report.added == 2);
  CHECK(is_noted(report, "papers check"));
  CHECK(desk.library.possible_versions().size() == 1);
}

TEST_CASE("a key of one item and an identifier of another do not join the two") {
  Desk desk;
  import(desk, std::string(k_cllms) +
                   "@misc{other, title={CLLMs: Consistency Large Language Models, revisited}, "
                   "author={Kou, Siqi}, year=2024}");
  import(desk,
         "@misc{other, title={CLLMs: Consistency Large Language Models}, eprint={2403.00835}, "
         "archivePrefix={arXiv}}");
  CHECK(items_of(desk) == 2);
}

TEST_CASE("an entry with identifiers of two items makes them one, and says so") {
  Desk desk;
  desk.put("2403.00835", "CLLMs: Consistency Large Language Models");
  desk.put("10.1/icml", "CLLMs: Consistency Large Language Models");
  const app::ImportReport report =
      import(desk,
             "@misc{both, title={CLLMs: Consistency Large Language Models}, eprint={2403.00835}, "
             "archivePrefix={arXiv}, doi={10.1/icml}}");
  CHECK(items_of(desk) == 1);
  CHECK(is_noted(report, "become one work"));
}

TEST_CASE("text in UTF-16 and Latin-1 comes in") {
  Desk desk;
  std::string wide = "\xFF\xFE";
  for (const char c : std::string_view("@misc{wide, title={Written on another machine}}")) {
    wide += c;
    wide += '\0';
  }
  CHECK(import(desk, wide).added == 1);
  import(desk,
         "@misc{latin, title={G\xF6"
         "del and his proof}}");
  CHECK(app::select_item(desk.library, "latin")->title == "Gödel and his proof");
}

TEST_CASE("broken entries are named with their line, the others come in") {
  Desk desk;
  const app::ImportReport report =
      import(desk, std::string(k_cllms) + "@misc{bad, title={x\n@misc{empty, note={nothing}}\n");
  CHECK(report.added == 1);
  REQUIRE(report.problems.size() == 2);
  CHECK(report.problems[0].starts_with("line 2: bad does not end"));
  CHECK(report.problems[1] == "line 3: empty has neither a title nor an identifier");
}

TEST_CASE("where nothing can be read the import fails") {
  Desk desk;
  CHECK_THROWS_AS(import(desk, "@article{a, title={x"), Failure);
  CHECK_THROWS_AS(import(desk, "[{\"id\":\"a\""), Failure);
}

TEST_CASE("RIS and CSL-JSON come in the same way, and are one with what is there") {
  Desk desk;
  import(desk, k_cllms);
  const app::ImportReport ris = import(desk,
                                       "TY  - JOUR\nID  - kou\nTI  - CLLMs: Consistency Large Language "
                                       "Models\nUR  - https://arxiv.org/abs/2403.00835v2\nER  - \n");
  CHECK(ris.format == "ris");
  CHECK(ris.added == 0);
  CHECK(ris.changed == 1);
  const app::ImportReport csl = import(
      desk,
      R"([{"id":"k","type":"article","title":"CLLMs: Consistency Large Language Models","number":"arXiv:2403.00835"}])");
  CHECK(csl.format == "csl");
  CHECK(csl.added == 0);
  CHECK(items_of(desk) == 1);
  CHECK(app::select_item(desk.library, "kou").ok());
}

TEST_CASE("the reader says in which state new works are, and what tags all have") {
  Desk desk;
  desk.put("2403.00835", "CLLMs: Consistency Large Language Models", State::paused);
  test::ImportKit kit;
  kit.wishes = {State::read, {"thesis"}};
  kit.read(desk.library, desk.clock, std::string(k_cllms) + "@misc{n, title={Something new for the reader}}");
  CHECK(desk.library.find(*parse_identifier("2403.00835"))->state == State::paused);
  CHECK(desk.library.find(*parse_identifier("2403.00835"))->tags == std::vector<std::string>{"thesis"});
  const Item fresh = value_or_throw(app::select_item(desk.library, "n"));
  CHECK(fresh.state == State::read);
  CHECK_FALSE(fresh.finished);
  CHECK(fresh.tags == std::vector<std::string>{"thesis"});
  CHECK_THROWS_AS(kit.read(desk.library, desk.clock, R"({"type":"paper","id":"arXiv:2401.10774"})"), Failure);
}

}  // namespace
}  // namespace papers
