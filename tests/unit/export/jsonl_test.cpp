#include <random>
#include <tuple>

#include <doctest/doctest.h>

#include "export/jsonl_reader.hpp"
#include "model/item_json.hpp"
#include "samples.hpp"
#include "support/golden.hpp"
#include "util/strings.hpp"

namespace papers {
namespace {

Identifier id(std::string_view text) {
  return value_or_throw(parse_identifier(text));
}

test::MemoryLibrary sample_library() {
  Item paper = test::paper("arXiv:2403.00835", "CLLMs: Consistency Large Language Models",
                           {"Siqi Kou", "Lanxiang Hu"}, 2024)
                   .item;
  paper.ids.push_back(id("doi:10.48550/x.2403"));
  paper.key = "kou2024cllms";
  paper.number = 1;
  paper.state = State::read;
  paper.root = true;
  paper.priority = Priority::high;
  paper.due = "2024-11-24";
  paper.tags = {"llm", "解码"};
  paper.rating = 5;
  paper.level = Level::deep;
  paper.minutes = 95;
  paper.added = "2024-11-10T09:00:00Z";
  paper.finished = "2024-11-17T09:00:00Z";
  paper.abstract = "Two lines\nwith \"quotes\" and \\";
  paper.notes = {{"2024-11-17T09:00:00Z", "takeaway", "任意 Jacobi 状态一步收敛到不动点"}};
  paper.references.reset();
  Item code = test::paper("url:https://github.com/hao-ai-lab/Consistency_LLM", "Consistency_LLM").item;
  code.kind = Kind::code;
  code.references.reset();

  test::MemoryLibrary library;
  library.items = {paper, code};
  library.lists = {
      {id("arXiv:2403.00835"),
       "crossref",
       "2024-11-10T09:00:01Z",
       3,
       true,
       {{1, id("arXiv:1706.03762"), "", {}, ""},
        {2, {}, "Über eine neue Auflösungsart der linearen Gleichungen", 1845, "Jacobi"},
        {3, id("doi:10.1/x"), "A title beside an id", 2001, "Hochreiter"}}},
      {id("arXiv:2403.00835"), "seed", "", {}, false, {}},
      {id("arXiv:2410.01699"),
       "seed",
       "2024-11-10T09:00:01Z",
       {},
       false,
       {{1, id("arXiv:2403.00835"), "", {}, "", {"As [1] shows.", "Unlike [1]."}}}},
      {id("url:https://github.com/hao-ai-lab/Consistency_LLM"),
       "crossref",
       "2024-11-10T09:00:01Z",
       {},
       false,
       {},
       ReferenceAnswer::unknown},
      {id("url:https://github.com/hao-ai-lab/Consistency_LLM"),
       "seed",
       "",
       12,
       false,
       {},
       ReferenceAnswer::withheld},
  };
  library.records = {{"question", "01", R"({"text":"what is a fixed point?","answer":null})"},
                     {"trail", "main", R"({"steps":["arXiv:2403.00835"]})"}};
  return library;
}

/// Reads all lines; every one must make sense.
test::MemoryLibrary read_back(const std::vector<std::string_view>& lines) {
  test::MemoryLibrary library;
  formats::ReferenceLists lists;
  for (const std::string_view line : lines) {
    CAPTURE(line);
    const auto record = formats::read_jsonl_line(line);
    REQUIRE(record.ok());
    if (const auto* paper = std::get_if<formats::PaperRecord>(&*record)) {
      library.items.push_back(paper->item);
    } else if (const auto* references = std::get_if<formats::ReferencesRecord>(&*record)) {
      lists.add(*references);
    } else if (const auto* reference = std::get_if<formats::ReferenceRecord>(&*record)) {
      lists.add(*reference);
    } else if (const auto* written = std::get_if<Record>(&*record)) {
      library.records.push_back(*written);
    }
  }
  std::sort(library.records.begin(), library.records.end(),
            [](const Record& a, const Record& b) { return std::tie(a.kind, a.id) < std::tie(b.kind, b.id); });
  std::sort(library.items.begin(), library.items.end(),
            [](const Item& a, const Item& b) { return a.ids < b.ids; });
  library.lists = lists.take();
  return library;
}

TEST_CASE("a library is written as accepted") {
  test::check_golden("export/sample.jsonl", test::jsonl_of(sample_library()));
}

TEST_CASE("an empty library is one line") {
  CHECK(test::jsonl_of(test::MemoryLibrary()) == "{\"type\":\"library\",\"schema\":1}\n");
}

TEST_CASE("nothing is lost between writing and reading, whatever the order of the lines") {
  const auto library = sample_library();
  const std::string text = test::jsonl_of(library);
  auto lines = util::split(text, '\n');
  std::mt19937 random(8);
  for (int round = 0; round < 20; ++round) {
    const auto again = read_back(lines);
    CHECK(again.items == library.items);
    CHECK(again.lists == library.lists);
    CHECK(again.records == library.records);
    CHECK(test::jsonl_of(again) == text);
    std::shuffle(lines.begin(), lines.end(), random);
  }
}

}  // namespace
}  // namespace papers
