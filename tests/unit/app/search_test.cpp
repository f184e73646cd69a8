#include "app/search.hpp"

#include <doctest/doctest.h>

#include "desk.hpp"

namespace papers {
namespace {

using app::FoundItem;

app::SearchReport search(const test::Desk& desk, const std::vector<std::string>& words,
                         std::size_t most = 0) {
  return app::search(desk.library, value_or_throw(app::parse_search(words, "2024-11-17")), most);
}

void fill(test::Desk& desk) {
  desk.put("2403.00835", "Consistency Large Language Models");
  Item item = desk.put("2401.10774", "Medusa", State::found);
  item.abstract = "Large language models are slow. Several heads decode several tokens at once.";
  item.tags = {"llm"};
  item.year = 2024;
  Item dropped = desk.put("2401.00001", "Language models dropped", State::dropped);
  Change change = desk.library.begin("test", "test");
  change.save(item);
  change.save({"question", "1",
               R"({"text":"why several heads?","at":"arXiv:2403.00835","asked":"2024-11-01T00:00:00Z",)"
               R"("state":"answered","answer":"to guess ahead"})"});
  change.commit();
}

}  // namespace

TEST_CASE("the text that holds most of the words is shown, the title first") {
  test::Desk desk;
  fill(desk);
  struct Row {
    std::vector<std::string> words;
    std::string id;
    FoundItem::Where where;
    std::string text;
  };
  const std::vector<Row> rows{
      {{"consistency"}, "2403.00835", FoundItem::Where::title, "Consistency Large Language Models"},
      {{"guess ahead"}, "2403.00835", FoundItem::Where::questions, "why several heads? to guess ahead"},
      {{"llm", "-cllm"}, "2401.10774", FoundItem::Where::tags, "llm"},
      {{"tokens"},
       "2401.10774",
       FoundItem::Where::abstract,
       "Large language models are slow. Several heads decode several tokens at once."},
      {{"at*", "-cllm"},
       "2401.10774",
       FoundItem::Where::abstract,
       "Large language models are slow. Several heads decode several tokens at once."},
      {{"10774"}, "2401.10774", FoundItem::Where::names, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.words.front());
    const auto report = search(desk, row.words);
    REQUIRE(report.items.size() == 1);
    CHECK(report.items.front().item.ids.front().value == row.id);
    CHECK(report.items.front().where == row.where);
    CHECK(report.items.front().text == row.text);
  }
}

TEST_CASE("all that match are counted, the best of them are given") {
  test::Desk desk;
  fill(desk);
  const auto best = search(desk, {"language models"}, 1);
  CHECK(best.items.size() == 1);
  CHECK(best.matching == 2);
  CHECK(best.items.front().item.state == State::queued);
  CHECK(search(desk, {"language models", "state:any"}).matching == 3);
  CHECK(search(desk, {"language models", "state:dropped"}).matching == 1);
  CHECK(search(desk, {"language models", "year:2024"}, 1).matching == 1);
  CHECK(search(desk, {"nothing of that kind"}).matching == 0);
}

}  // namespace papers
