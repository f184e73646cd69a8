#include "app/asking.hpp"

#include <doctest/doctest.h>

#include "unit/app/chain.hpp"

namespace papers {
namespace {

using app::Question;
using test::Chain;
using test::failure_of;
using test::k_cllms;

app::AskReport ask(Chain& chain, const app::AskWishes& wishes, bool dry_run = false) {
  return app::ask(wishes, chain.library, chain.clock, dry_run);
}

TEST_CASE("a question is noted at the item on top of the trail") {
  Chain chain;
  chain.start(k_cllms);
  static_cast<void>(chain.dive("parallel"));
  const auto report = ask(chain, {"is it exact?"});
  CHECK(report.at->title == "Parallel Decoding");
  CHECK(app::open_questions(chain.library) == std::vector<Question>{report.question});
  CHECK(chain.library.log(1).front().summary == "ask: is it exact?");
  chain.undo();
  CHECK(app::questions(chain.library).empty());
}

TEST_CASE("without a trail it is asked at an item, or nowhere") {
  Chain chain;
  CHECK(failure_of([&] { static_cast<void>(ask(chain, {"why?"})); }) == ExitCode::no_match);
  CHECK(ask(chain, {"why?", "parallel"}).at->title == "Parallel Decoding");
  CHECK(failure_of([&] { static_cast<void>(ask(chain, {"why?", "no such item"})); }) == ExitCode::no_match);
}

TEST_CASE("what is open is not asked again") {
  Chain chain;
  chain.start(k_cllms);
  static_cast<void>(ask(chain, {"Why?"}));
  const std::size_t commands = chain.library.log(0).size();
  CHECK(ask(chain, {"why?"}).was_there);
  CHECK(chain.library.log(0).size() == commands);
  CHECK_FALSE(ask(chain, {"why?", "parallel"}).was_there);
}

TEST_CASE("an answer finds its question by words, wherever it was asked") {
  Chain chain;
  chain.start(k_cllms);
  static_cast<void>(ask(chain, {"what is a Jacobi iteration?", "attention"}));
  static_cast<void>(ask(chain, {"is it exact?"}));
  const auto report = ask(chain, {"jacobi", "", "a fixed-point iteration"});
  CHECK(report.question.state == Question::State::answered);
  CHECK(report.at->title == "Attention Is All You Need");
  CHECK(app::open_questions(chain.library).size() == 1);
  CHECK(ask(chain, {"exact", "", "", true}).question.state == Question::State::unanswered);
  CHECK(app::open_questions(chain.library).empty());
}

TEST_CASE("of equal questions the one at the item that one is at is meant") {
  Chain chain;
  static_cast<void>(ask(chain, {"why?", "attention"}));
  chain.start(k_cllms);
  static_cast<void>(ask(chain, {"why?"}));
  CHECK(ask(chain, {"why?", "", "because"}).at->title == "CLLMs: Consistency Large Language Models");
  CHECK(app::open_questions(chain.library).size() == 1);
}

TEST_CASE("an answer without a question brings it along; giving up needs one") {
  Chain chain;
  chain.start(k_cllms);
  const auto report = ask(chain, {"is it exact?", "", "yes"});
  CHECK(report.question.state == Question::State::answered);
  CHECK(app::questions(chain.library).size() == 1);
  CHECK(failure_of([&] {
          static_cast<void>(ask(chain, {"speculation", "", "", true}));
        }) == ExitCode::no_match);
}

TEST_CASE("a dry run asks nothing") {
  Chain chain;
  chain.start(k_cllms);
  CHECK(ask(chain, {"why?"}, /*dry_run=*/true).question.text == "why?");
  CHECK(app::questions(chain.library).empty());
}

}  // namespace
}  // namespace papers
