#include "bibliography/entry_item.hpp"

#include <doctest/doctest.h>

#include "model/key_alias.hpp"

namespace papers::bibliography {
namespace {

Entry sample() {
  Entry entry;
  entry.key = "Kou2024";
  entry.title = "CLLMs: Consistency Large Language Models";
  entry.authors = {"Siqi Kou", "Lanxiang Hu"};
  entry.date = "2024-02-28";
  entry.venue = "arXiv preprint arXiv:2403.00835";
  entry.addresses = {{Address::Where::text, entry.venue}};
  return entry;
}

TEST_CASE("an entry becomes an item with its names, facts and key") {
  const Item item = item_from(sample(), "bibtex");
  CHECK(item.ids == std::vector<Identifier>{*parse_identifier("2403.00835"), *model::key_alias("Kou2024")});
  CHECK(item.key.empty());
  CHECK(item.kind == Kind::paper);
  CHECK(item.year == 2024);
  CHECK(item.published == "2024-02-28");
  CHECK_FALSE(item.venue);
  CHECK(item.source == "bibtex");
}

TEST_CASE("a key of our own making is the item's key") {
  Entry entry = sample();
  entry.key = "kou2024cllmsb";
  const Item item = item_from(entry, "bibtex");
  CHECK(item.key == "kou2024cllmsb");
  CHECK(item.ids.size() == 1);
}

TEST_CASE("further keys are names too, each once") {
  Entry entry = sample();
  entry.further_keys = {"cllms", "Kou2024", "two words", "kou2024cllms"};
  const Item item = item_from(entry, "bibtex");
  CHECK(item.key == "kou2024cllms");
  CHECK(item.ids == std::vector<Identifier>{*parse_identifier("2403.00835"), *model::key_alias("Kou2024"),
                                            *model::key_alias("cllms")});
}

TEST_CASE("years stand in dates of every kind") {
  const auto year = [](const char* date) {
    Entry entry;
    entry.date = date;
    return item_from(entry, "ris").year.value_or(0);
  };
  CHECK(year("1999") == 1999);
  CHECK(year("c. 1999") == 1999);
  CHECK(year("2003/2004") == 2003);
  CHECK(year("12 May 2003") == 2003);
  CHECK(year("in press") == 0);
  CHECK(year("99") == 0);
  CHECK(year("20031231") == 0);
  CHECK(year("0000") == 0);
}

TEST_CASE("a web page of a paper is a paper, an address of a repository is code") {
  Entry entry = sample();
  entry.type = &work_type("online");
  CHECK(item_from(entry, "csl").kind == Kind::paper);
  entry.addresses = {{Address::Where::url, "https://github.com/hao-ai-lab/Consistency_LLM"}};
  CHECK(item_from(entry, "csl").kind == Kind::code);
  entry.addresses = {{Address::Where::url, "https://example.org/post"}};
  CHECK(item_from(entry, "csl").kind == Kind::post);
}

TEST_CASE("a key that cannot be typed is no name") {
  Entry entry = sample();
  entry.key = "two words";
  CHECK(item_from(entry, "csl").ids.size() == 1);
}

}  // namespace
}  // namespace papers::bibliography
