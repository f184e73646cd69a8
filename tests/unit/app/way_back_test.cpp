#include "app/way_back.hpp"

#include <doctest/doctest.h>

#include "app/asking.hpp"
#include "unit/app/chain.hpp"

namespace papers {
namespace {

using app::Question;
using test::Chain;
using test::failure_of;
using test::k_cllms;
using test::k_parallel;

struct OneStepBack : Chain {
  OneStepBack() {
    start(k_cllms);
    static_cast<void>(dive("parallel", "what is a Jacobi iteration?"));
  }
};

TEST_CASE("the way back answers the question and pauses what was left") {
  OneStepBack chain;
  const auto report = chain.back("a fixed-point iteration");
  CHECK_FALSE(report.at_root);
  CHECK(report.left.state == State::paused);
  REQUIRE(report.question);
  CHECK(report.question->state == Question::State::answered);
  CHECK(report.question->answer == "a fixed-point iteration");
  CHECK(chain.where() == "CLLMs: Co");
  CHECK(chain.item(k_cllms).state == State::reading);
  CHECK(chain.library.log(1).front().summary ==
        "back to itemcllms, answered: a fixed-point iteration (to: what is a Jacobi iteration?)");
  CHECK(app::open_questions(chain.library).empty());
}

TEST_CASE("a question may be given up, or stay open") {
  OneStepBack chain;
  CHECK(chain.back("", /*unanswered=*/true).question->state == Question::State::unanswered);
  chain.undo();
  CHECK(chain.back().question->state == Question::State::open);
  CHECK(app::open_questions(chain.library).size() == 1);
}

TEST_CASE("the root is no way back: nothing ends, and an answer has no question") {
  Chain chain;
  chain.start(k_cllms);
  const std::size_t commands = chain.library.log(0).size();
  CHECK(chain.back().at_root);
  CHECK(failure_of([&] { static_cast<void>(chain.back("because")); }) == ExitCode::no_match);
  CHECK(failure_of([&] { static_cast<void>(chain.back("", /*unanswered=*/true)); }) == ExitCode::no_match);
  CHECK(chain.library.log(0).size() == commands);
  CHECK(chain.where() == "CLLMs: Co");
}

TEST_CASE("without a trail there is no way back") {
  Chain chain;
  CHECK(failure_of([&] { static_cast<void>(chain.back()); }) == ExitCode::no_match);
}

TEST_CASE("an answer to no question becomes a note of the item left") {
  Chain chain;
  chain.start(k_cllms);
  static_cast<void>(chain.dive("parallel"));
  const auto report = chain.back("it is older than I thought");
  CHECK(report.noted);
  CHECK(chain.item(k_parallel).notes ==
        std::vector<Note>{{"2024-11-17T09:00:00Z", "note", "it is older than I thought"}});
}

TEST_CASE("what is returned to is read on, unless it was read meanwhile") {
  OneStepBack chain;
  for (const auto& [state, after] :
       {std::pair{State::paused, State::reading}, std::pair{State::read, State::read}}) {
    Item root = chain.item(k_cllms);
    root.state = state;
    Change change = chain.library.begin("set", "set");
    change.save(root);
    change.commit();
    static_cast<void>(chain.back());
    CHECK(chain.item(k_cllms).state == after);
    chain.undo();
  }
}

TEST_CASE("what was asked at the item left stays open and is told") {
  OneStepBack chain;
  static_cast<void>(app::ask({"is the code public?", "", "", false}, chain.library, chain.clock, false));
  const auto report = chain.back("done");
  REQUIRE(report.open.size() == 1);
  CHECK(report.open.front().text == "is the code public?");
}

TEST_CASE("a question asked twice at one item is answered once for all") {
  OneStepBack chain;
  chain.put("2401.10774", "Medusa");
  static_cast<void>(chain.back());
  static_cast<void>(chain.dive("medusa", "What is a Jacobi iteration?"));
  CHECK(app::open_questions(chain.library).size() == 2);
  static_cast<void>(chain.back("a fixed-point iteration"));
  CHECK(app::open_questions(chain.library).empty());
}

TEST_CASE("three times back ends at the root with every question in the log") {
  Chain chain;
  chain.start(k_cllms);
  for (const char* text : {"parallel", "attention", "jointly"}) {
    static_cast<void>(chain.dive(text, std::string("why ") + text, /*force=*/false, /*limit=*/3));
  }
  static_cast<void>(chain.back("one"));
  static_cast<void>(chain.back("", /*unanswered=*/true));
  static_cast<void>(chain.back("three"));
  CHECK(chain.where() == "CLLMs: Co");
  CHECK(chain.back().at_root);
  std::string states;
  for (const Question& question : app::questions(chain.library)) {
    states += std::string(app::name_of(question.state)) + " ";
  }
  CHECK(states == "answered unanswered answered ");
}

TEST_CASE("undo goes there again") {
  OneStepBack chain;
  static_cast<void>(chain.back("an answer"));
  chain.undo();
  CHECK(chain.where() == "CLLMs: Co > Parallel ");
  CHECK(chain.item(k_parallel).state == State::reading);
  CHECK(app::open_questions(chain.library).size() == 1);
}

TEST_CASE("a step whose item is gone is a way back all the same") {
  Chain chain;
  chain.start(k_cllms);
  app::Trail trail = *app::current_trail(chain.library);
  trail.steps.push_back({*parse_identifier("2501.00001"), "2024-11-17T09:00:00Z"});
  Change change = chain.library.begin("test", "test");
  change.save(app::record_of(trail));
  change.commit();
  CHECK(chain.back("noted nowhere").stops.size() == 1);
  CHECK_FALSE(chain.library.find(*parse_identifier("2501.00001")));
}

}  // namespace
}  // namespace papers
