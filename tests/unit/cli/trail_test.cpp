// A reader on the trail, from the first step to the way back, as it is seen.
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/golden.hpp"
#include "unit/cli/reader.hpp"

namespace papers {
namespace {

using Words = std::vector<std::string>;

/// Four papers, each citing the next, and one that cites the last two.
constexpr const char* k_library =
    R"({"type":"library","schema":1}
{"type":"paper","id":"arXiv:2403.00835","title":"CLLMs: Consistency Large Language Models","authors":["Siqi Kou","Lanxiang Hu"],"year":2024,"state":"queued","root":true,"added":"2024-11-01T00:00:00Z"}
{"type":"paper","id":"arXiv:2305.10427","title":"Accelerating Transformer Inference for Translation via Parallel Decoding","authors":["Andrea Santilli","Silvio Severino"],"year":2023,"abstract":"We recast greedy decoding as a system of equations and solve it with Jacobi and Gauss-Seidel iterations.","added":"2024-11-01T00:00:00Z"}
{"type":"paper","id":"arXiv:1706.03762","title":"Attention Is All You Need","authors":["Ashish Vaswani","Noam Shazeer"],"year":2017,"added":"2024-11-01T00:00:00Z"}
{"type":"paper","id":"arXiv:1409.0473","title":"Neural Machine Translation by Jointly Learning to Align and Translate","authors":["Dzmitry Bahdanau"],"year":2014,"added":"2024-11-01T00:00:00Z"}
{"type":"paper","id":"arXiv:2401.10774","title":"Medusa: Simple LLM Inference Acceleration Framework","authors":["Tianle Cai","Yuhong Li"],"year":2024,"state":"queued","root":true,"added":"2024-11-02T00:00:00Z"}
{"type":"cites","from":"arXiv:2403.00835","to":"arXiv:2305.10427","source":"semantic-scholar","position":3,"contexts":["Jacobi decoding [3] guesses all tokens at once and corrects them in parallel."]}
{"type":"unresolved","from":"arXiv:2403.00835","title":"Iterative Solution of Nonlinear Equations in Several Variables","author":"Ortega","year":1970,"source":"semantic-scholar","position":4}
{"type":"cites","from":"arXiv:2305.10427","to":"arXiv:1706.03762","source":"semantic-scholar","position":1}
{"type":"cites","from":"arXiv:1706.03762","to":"arXiv:1409.0473","source":"semantic-scholar","position":1}
{"type":"cites","from":"arXiv:2401.10774","to":"arXiv:1409.0473","source":"semantic-scholar","position":1}
{"type":"cites","from":"arXiv:2401.10774","to":"arXiv:1706.03762","source":"semantic-scholar","position":2}
)";

struct Reader : test::Reader {
  Reader() : test::Reader(k_library) {}
};

/// At the limit, two steps back from CLLMs.
struct AtTheLimit : Reader {
  AtTheLimit() {
    REQUIRE(run({"start", "cllms"}) == 0);
    REQUIRE(run({"dive", "parallel", "--for", "what is a Jacobi iteration?"}) == 0);
    REQUIRE(run({"dive", "attention"}) == 0);
  }
};

TEST_CASE("the way there and back is shown as accepted") {
  Reader reader;
  reader.sees({"trail"});
  reader.sees({"start", "cllms"});
  reader.sees({"lookup", "jacobi", "tokens"});
  reader.sees({"dive", "parallel", "--for", "what is a Jacobi iteration?"});
  reader.sees({"ask", "is", "it", "exact?"});
  reader.sees({"dive", "attention", "--for", "what is a transformer?"});
  reader.sees({"dive", "jointly learning", "--for", "where does attention come from?"});
  reader.sees({});
  reader.sees({"trail"});
  reader.sees({"why", "1409.0473"});
  reader.sees({"back", "--answer", "layers of attention, without recurrence"});
  reader.sees({"back", "--unanswered"});
  reader.sees({"back"});
  reader.sees({"log", "-n", "5"});
  test::check_golden("cli/trail.txt", reader.transcript);
}

TEST_CASE("the trail fits narrow terminals") {
  AtTheLimit reader;
  reader.terminal.columns = 50;
  reader.sees({"dive", "jointly learning", "--for", "where does attention come from?"});
  reader.sees({});
  reader.sees({"trail"});
  reader.sees({"lookup", "jointly"});
  test::check_golden("cli/trail_narrow.txt", reader.transcript);
}

TEST_CASE("beginnings and ends are shown as accepted") {
  AtTheLimit reader;
  reader.sees({"start", "medusa"});
  reader.sees({"start", "cllms"});
  reader.sees({"done", "attention", "--takeaway", "attention suffices"});
  reader.sees({"drop", "parallel", "--because", "not needed"});
  reader.sees({"dive", "parallel"});
  reader.sees({"dive", "parallel", "--force"});
  reader.sees({"dive", "cllms"});
  reader.sees({"ask", "jacobi", "--answer", "fixed point of all tokens"});
  reader.sees({"show", "parallel"});
  reader.sees({"done", "cllms"});
  reader.sees({});
  test::check_golden("cli/trail_ends.txt", reader.transcript);
}

TEST_CASE("what is divided or decided away ends its trail, and what is paused is not called read") {
  Reader reader;
  REQUIRE(reader.run({"start", "cllms"}) == 0);
  REQUIRE(reader.run({"pause", "cllms"}) == 0);
  REQUIRE(reader.run({}) == 0);
  CHECK(reader.out.find("\npaused ") != std::string::npos);
  CHECK(reader.out.find("\nreading ") == std::string::npos);
  REQUIRE(reader.run({"start", "cllms"}) == 0);
  REQUIRE(reader.run({"split", "cllms", "theory", "code"}) == 0);
  CHECK(reader.out.find("The trail that began there ends") != std::string::npos);
  REQUIRE(reader.run({"start", "medusa"}) == 0);
  REQUIRE(reader.run({"decide", "medusa", "drop"}) == 0);
  CHECK(reader.out.find("The trail that began there ends") != std::string::npos);
  REQUIRE(reader.run({}) == 0);
  CHECK(reader.out.find("\nreading ") == std::string::npos);
}

TEST_CASE("what was parked and is needed by two is said, and read commands write nothing") {
  AtTheLimit reader;
  REQUIRE(reader.run({"dive", "jointly"}) == 5);
  const std::size_t commands = reader.commands();
  reader.sees({});
  reader.sees({"next"});
  CHECK(reader.json({"next"})["promoted"].at(0)["cited_by_kept"] == 2);
  CHECK(reader.json({})["promoted"].size() == 1);
  CHECK(reader.commands() == commands);
  REQUIRE(reader.run({"keep", "1409.0473"}) == 0);
  CHECK(reader.json({"next"})["promoted"].empty());
  test::check_golden("cli/promotion.txt", reader.transcript);
}

TEST_CASE("the limit is the reader's: a setting moves it, 0 refuses every dive") {
  Reader reader;
  REQUIRE(reader.run({"start", "cllms"}) == 0);
  CHECK(reader.run({"dive", "parallel", "--set", "limits.depth=0"}) == 5);
  CHECK(reader.run({"dive", "parallel"}) == 0);
  CHECK(reader.run({"dive", "attention"}) == 0);
  CHECK(reader.run({"dive", "jointly"}) == 5);
  CHECK(reader.run({"dive", "jointly", "--set", "limits.depth=3"}) == 0);
}

TEST_CASE("limits on reading hold for start, and dives do not look at them") {
  Reader reader;
  REQUIRE(reader.run({"start", "cllms", "--set", "limits.reading=1"}) == 0);
  CHECK(reader.run({"start", "medusa", "--set", "limits.reading=1"}) == 5);
  CHECK(reader.json({"trail"})["aside"].empty());
  CHECK(reader.run({"dive", "parallel", "--set", "limits.reading=1"}) == 0);
  CHECK(reader.run({"start", "medusa", "--force", "--set", "limits.reading=1"}) == 0);
  CHECK(reader.json({"trail"})["aside"].size() == 1);
}

TEST_CASE("the trail in JSON has its steps, its length and its questions") {
  AtTheLimit reader;
  const auto trail = reader.json({"trail"});
  CHECK(trail["depth"] == 2);
  CHECK(trail["limit"] == 2);
  CHECK(trail["years_back"] == 7);
  REQUIRE(trail["items"].size() == 3);
  CHECK(trail["items"][1]["id"] == "arXiv:2305.10427");
  CHECK(trail["items"][1]["step"]["steps_back"] == 1);
  CHECK(trail["items"][1]["step"]["forced"] == false);
  CHECK(trail["items"][1]["step"]["question"]["text"] == "what is a Jacobi iteration?");
  CHECK(trail["items"][0]["step"]["question"].is_null());
  REQUIRE(trail["questions"].size() == 1);
  CHECK(trail["questions"][0]["at"] == "arXiv:2403.00835");
  CHECK(trail["questions"][0]["state"] == "open");
  CHECK(trail["aside"].empty());
}

TEST_CASE("every command on the trail answers in JSON") {
  Reader reader;
  CHECK(reader.json({"trail"})["items"].empty());
  CHECK(reader.json({"start", "cllms"})["trail"]["items"].size() == 1);
  const auto dive = reader.json({"dive", "parallel", "--for", "why?"});
  CHECK(dive["outcome"] == "gone");
  CHECK(dive["meter"]["steps_back"] == 1);
  CHECK(dive["meter"]["cited_by"] == 1);
  CHECK(dive["meter"]["cited_by_current"] == true);
  CHECK(dive["question"]["text"] == "why?");
  CHECK(dive["trail"]["items"].size() == 2);
  const auto refused = reader.json({"dive", "attention", "--set", "limits.depth=1"}, 5);
  CHECK(refused["outcome"] == "refused");
  CHECK(refused["items"][0]["state"] == "parked");
  CHECK(reader.json({"ask", "how?"})["outcome"] == "open");
  CHECK(reader.json({"ask", "how?"})["outcome"] == "known");
  const auto back = reader.json({"back", "--answer", "because"});
  CHECK(back["outcome"] == "back");
  CHECK(back["question"]["answer"] == "because");
  CHECK(back["questions"].size() == 1);
  CHECK(back["items"][0]["state"] == "paused");
  CHECK(reader.json({"back"})["outcome"] == "root");
  const auto why = reader.json({"why", "1409.0473"});
  CHECK(why["depth"] == 1);
  CHECK(why["years_back"] == 10);
  CHECK(why["items"][0]["id"] == "arXiv:2401.10774");
  CHECK(why["cited_by"].size() == 1);
  CHECK(why["kept"] == 3);
  const auto lookup = reader.json({"lookup", "jacobi"});
  CHECK(lookup["items"][0]["where"] == "context");
  CHECK(lookup["items"][0]["position"] == 3);
  CHECK(lookup["searched"]["references"] == 2);
  CHECK(lookup["searched"]["by_title_only"] == 1);
  CHECK(reader.json({"show", "parallel"})["items"][0]["questions"].size() == 2);
  CHECK(reader.json({"done", "cllms"})["trail"].is_null());
  CHECK(reader.json({})["trail"].is_null());
}

TEST_CASE("a dry run of each command shows its effect and changes nothing") {
  AtTheLimit reader;
  const std::size_t commands = reader.commands();
  const auto trail = reader.json({"trail"});
  for (const Words& words : std::vector<Words>{{"start", "medusa", "--force"},
                                               {"dive", "jointly", "--force"},
                                               {"ask", "why?"},
                                               {"ask", "jacobi", "--answer", "x"},
                                               {"back", "--answer", "x"},
                                               {"done", "attention"},
                                               {"drop", "attention"},
                                               {"park", "attention"}}) {
    Words dry = words;
    dry.emplace_back("--dry-run");
    CAPTURE(words.front());
    CHECK(reader.run(dry) == 0);
    CHECK(reader.err.find("nothing was changed") != std::string::npos);
  }
  CHECK(reader.run({"dive", "jointly", "--dry-run"}) == 5);
  CHECK(reader.err.find("nothing was changed") != std::string::npos);
  CHECK(reader.commands() == commands);
  CHECK(reader.json({"trail"}) == trail);
}

TEST_CASE("what makes no sense is refused, with the next step") {
  Reader reader;
  const std::pair<Words, int> without_trail[]{
      {{"dive", "parallel"}, 3}, {{"back"}, 3}, {{"ask", "why?"}, 3}, {{"lookup", "jacobi"}, 3}};
  for (const auto& row : without_trail) {
    const auto& [words, code] = row;
    CAPTURE(row.first.front());
    CHECK(reader.run(words) == code);
    CHECK(reader.err.find("papers start") != std::string::npos);
  }
  REQUIRE(reader.run({"start", "cllms"}) == 0);
  const std::pair<Words, int> refusals[]{{{"ask", ""}, 2},
                                         {{"ask", "q", "--answer", ""}, 2},
                                         {{"ask", "q", "--answer", "a", "--unanswered"}, 2},
                                         {{"ask", "no such question", "--unanswered"}, 3},
                                         {{"back", "--answer", ""}, 2},
                                         {{"back", "--answer", "a", "--unanswered"}, 2},
                                         {{"back", "--answer", "a"}, 3},
                                         {{"lookup", "?!"}, 2},
                                         {{"lookup", "unicorns"}, 3},
                                         {{"lookup", "jacobi", "--in", "1409.0473"}, 3},
                                         {{"why", "unicorns"}, 3},
                                         {{"dive", "iterative solution"}, 3}};
  const std::size_t commands = reader.commands();
  for (const auto& row : refusals) {
    const auto& [words, code] = row;
    CAPTURE(row.first.front());
    CAPTURE(row.first.back());
    CHECK(reader.run(words) == code);
    CHECK(reader.out.empty());
    CHECK(reader.err.find('\n') == reader.err.size() - 1);
  }
  CHECK(reader.commands() == commands);
}

TEST_CASE("diving to where one is says so on one line and succeeds") {
  Reader reader;
  REQUIRE(reader.run({"start", "cllms"}) == 0);
  const std::size_t commands = reader.commands();
  CHECK(reader.run({"dive", "cllms"}) == 0);
  CHECK(reader.out == "You are at CLLMs already; nothing was changed.\n");
  CHECK(reader.json({"dive", "cllms"})["outcome"] == "there");
  CHECK(reader.commands() == commands);
  CHECK(reader.run({"dive", "cllms", "--for", "why?"}) == 0);
  CHECK(reader.out == "You are at CLLMs already; open there: why?\n");
  CHECK(reader.commands() == commands + 1);
}

TEST_CASE("texts from outside stay on their line and off the terminal's controls") {
  Reader reader;
  REQUIRE(reader.run({"start", "cllms"}) == 0);
  REQUIRE(reader.run({"dive", "parallel", "--for", "a\x1b]0;x\x07\nb \xe2\x80\xae c"}) == 0);
  for (const Words& words : std::vector<Words>{{},
                                               {"trail"},
                                               {"show", "parallel"},
                                               {"why", "parallel"},
                                               {"log"},
                                               {"back", "--answer", "d\x1b[2Je"}}) {
    CHECK(reader.run(words) == 0);
    CHECK(reader.out.find('\x1b') == std::string::npos);
    CHECK(reader.out.find('\x07') == std::string::npos);
    CHECK(reader.out.find("\xe2\x80\xae") == std::string::npos);
  }
}

TEST_CASE("the log names at most five items of one command") {
  Reader reader;
  REQUIRE(reader.run({"drop", "2403.00835", "2401.10774", "2305.10427", "1706.03762", "1409.0473"}) == 0);
  REQUIRE(reader.run({"add", "--title", "one more"}) == 0);
  REQUIRE(reader.run({"drop", "2403.00835", "2401.10774", "2305.10427", "1706.03762", "1409.0473",
                      "one more"}) == 0);
  const auto log = reader.json({"log", "-n", "3"})["items"];
  CHECK(log[0]["summary"] ==
        "drop kou2024cllms cai2024medusa santilli2023accelerating vaswani2017attention bahdanau2014neural "
        "and 1 "
        "more");
}

}  // namespace
}  // namespace papers
