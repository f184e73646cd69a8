#include "app/dive.hpp"

#include <doctest/doctest.h>

#include "unit/app/chain.hpp"

namespace papers {
namespace {

using test::Chain;
using test::failure_of;
using test::k_attention;
using test::k_bahdanau;
using test::k_cllms;
using test::k_parallel;
using Cited = app::BacktrackMeter::Cited;

/// At the limit: two steps back from CLLMs.
struct AtTheLimit : Chain {
  AtTheLimit() {
    start(k_cllms);
    static_cast<void>(dive("parallel", "what is a Jacobi iteration?"));
    static_cast<void>(dive("attention"));
  }
};

TEST_CASE("a dive within the limit goes one step back and remembers the question") {
  Chain chain;
  chain.start(k_cllms);
  const auto report = chain.dive("parallel", "what is a Jacobi iteration?");
  CHECK_FALSE(report.refused);
  CHECK(report.meter.steps == 1);
  CHECK(report.meter.years == 1);
  CHECK(report.meter.kept_citing == 1);
  CHECK(report.meter.by_current == Cited::yes);
  CHECK(report.item.state == State::reading);
  CHECK_FALSE(report.item.root);
  CHECK(chain.where() == "CLLMs: Co > Parallel ");
  REQUIRE(report.stops.back().question);
  CHECK(report.stops.back().question->text == "what is a Jacobi iteration?");
  CHECK(report.stops.back().question->at == *parse_identifier(k_cllms));
  CHECK(report.stops.back().question->dived == *parse_identifier(k_parallel));
  CHECK(chain.library.log(1).front().summary ==
        "dive itemparallel: 1 step back, limit 2, for: what is a Jacobi iteration?");
}

TEST_CASE("beyond the limit the paper is parked, its question kept, and the reader stays") {
  AtTheLimit chain;
  const auto report = chain.dive("jointly", "where does attention come from?");
  CHECK(report.refused);
  CHECK(report.meter.steps == 3);
  CHECK(report.meter.years == 10);
  CHECK(report.item.state == State::parked);
  CHECK(report.item.number);
  CHECK(chain.where() == "CLLMs: Co > Parallel  > Attention");
  const auto open = app::questions_about(chain.library, chain.item(k_bahdanau));
  REQUIRE(open.size() == 1);
  CHECK(open.front().text == "where does attention come from?");
  CHECK(open.front().at == *parse_identifier(k_attention));
  CHECK(chain.library.log(1).front().summary ==
        "dive itemneural: 3 steps back, limit 2, refused and parked, for: where does attention come from?");
}

TEST_CASE("the same refusal twice changes nothing the second time") {
  AtTheLimit chain;
  static_cast<void>(chain.dive("jointly", "where from?"));
  const std::size_t commands = chain.library.log(0).size();
  CHECK(chain.dive("jointly", "Where from?").refused);
  CHECK(chain.dive("jointly").question->text == "where from?");
  CHECK(chain.library.log(0).size() == commands);
}

TEST_CASE("what the reader keeps is not parked") {
  AtTheLimit chain;
  chain.put("2401.10774", "Medusa");
  const auto report = chain.dive("medusa");
  CHECK(report.refused);
  CHECK(report.item.state == State::queued);
}

TEST_CASE("force goes beyond the limit, and log and trail say so") {
  AtTheLimit chain;
  const auto report = chain.dive("jointly", "", /*force=*/true);
  CHECK_FALSE(report.refused);
  CHECK(report.item.state == State::reading);
  CHECK(report.stops.size() == 4);
  CHECK(report.stops.back().step.forced);
  CHECK_FALSE(report.stops[2].step.forced);
  CHECK(chain.library.log(1).front().summary == "dive itemneural: 3 steps back, limit 2, forced");
}

TEST_CASE("with a limit of 0 every dive is refused and parked") {
  Chain chain;
  chain.start(k_cllms);
  const auto report = chain.dive("parallel", "", /*force=*/false, /*limit=*/0);
  CHECK(report.refused);
  CHECK(report.item.state == State::parked);
  CHECK(chain.where() == "CLLMs: Co");
}

TEST_CASE("a parked paper with its question is taken up again by a dive that the limit allows") {
  Chain chain;
  chain.start(k_cllms);
  static_cast<void>(chain.dive("parallel", "what is it?", /*force=*/false, /*limit=*/0));
  const auto report = chain.dive("parallel");
  CHECK(report.item.state == State::reading);
  REQUIRE(report.question);
  CHECK(report.question->text == "what is it?");
  CHECK(app::questions(chain.library).size() == 1);
}

TEST_CASE("a question noted before is the one that leads there") {
  Chain chain;
  chain.start(k_cllms);
  const auto noted = app::new_question("what is it?", chain.item(k_cllms), chain.clock.now());
  Change change = chain.library.begin("ask", "ask");
  change.save(app::record_of(noted));
  change.commit();
  CHECK(chain.dive("parallel", "What is it?").question->id == noted.id);
}

TEST_CASE("diving to where one is changes nothing, at the limit too, and parks nothing") {
  AtTheLimit chain;
  const std::size_t commands = chain.library.log(0).size();
  for (const bool force : {false, true}) {
    const app::DiveReport report = chain.dive(k_attention, "", force);
    CHECK(report.there);
    CHECK_FALSE(report.refused);
    CHECK(report.meter.steps == 2);
    CHECK(report.item.state == State::reading);
    CHECK(report.stops.size() == 3);
  }
  CHECK(chain.library.log(0).size() == commands);
  CHECK(chain.library.count(State::parked) == 0);
}

TEST_CASE("a question that comes with a dive to where one is, is noted there") {
  AtTheLimit chain;
  const std::size_t before = app::questions(chain.library).size();
  const app::DiveReport report = chain.dive(k_attention, "what is a head?");
  CHECK(report.there);
  REQUIRE(report.question);
  CHECK(app::is_named(chain.item(k_attention), report.question->at));
  CHECK_FALSE(report.question->dived);
  CHECK(app::questions(chain.library).size() == before + 1);
  CHECK(chain.library.log(1).front().summary == "ask: what is a head?");
  static_cast<void>(chain.dive(k_attention, "what is a head?"));
  CHECK(app::questions(chain.library).size() == before + 1);
}

TEST_CASE("what is further up the trail is no step back") {
  AtTheLimit chain;
  const std::size_t commands = chain.library.log(0).size();
  for (const char* text : {k_parallel, k_cllms}) {
    for (const bool force : {false, true}) {
      CAPTURE(text);
      CHECK(failure_of([&] { static_cast<void>(chain.dive(text, "why?", force)); }) == ExitCode::refused);
    }
  }
  CHECK(chain.library.log(0).size() == commands);
  CHECK(chain.where() == "CLLMs: Co > Parallel  > Attention");
}

TEST_CASE("what was dropped is taken up by force alone, and its reason is said") {
  Chain chain;
  chain.start(k_cllms);
  Item dropped = chain.item(k_parallel);
  dropped.state = State::dropped;
  dropped.notes = {{"2024-11-01T00:00:00Z", "reason", "superseded"}};
  Change change = chain.library.begin("drop", "drop");
  change.save(dropped);
  change.commit();
  CHECK_THROWS_WITH_AS(static_cast<void>(chain.dive("parallel")),
                       "Parallel Decoding: you dropped it (\"superseded\"); add --force to take it up again",
                       Failure);
  CHECK(chain.item(k_parallel).state == State::dropped);
  CHECK(chain.dive("parallel", "", /*force=*/true).item.state == State::reading);
  CHECK_FALSE(app::current_trail(chain.library)->steps.back().forced);
}

TEST_CASE("what was read is looked up without being unread") {
  Chain chain;
  chain.start(k_cllms);
  Item read = chain.item(k_parallel);
  read.state = State::read;
  read.finished = "2024-11-02T00:00:00Z";
  Change change = chain.library.begin("done", "done");
  change.save(read);
  change.commit();
  const auto report = chain.dive("parallel");
  CHECK(report.before == State::read);
  CHECK(report.item.state == State::read);
  CHECK(report.item.finished == "2024-11-02T00:00:00Z");
  CHECK(chain.back().left.state == State::read);
}

TEST_CASE("a paper that the current one does not cite may be opened, and that is said") {
  Chain chain;
  chain.put("2401.10774", "Medusa");
  chain.start(k_cllms);
  CHECK(chain.dive("medusa").meter.by_current == Cited::no);
}

TEST_CASE("of what is cited nothing is known for posts, nor where no references are") {
  Chain chain;
  Item post = chain.put("https://example.org/jacobi", "A post on Jacobi");
  post.kind = Kind::post;
  Change change = chain.library.begin("set", "set");
  change.save(post);
  change.commit();
  chain.start(k_cllms);
  const auto report = chain.dive("post on");
  CHECK(report.meter.by_current == Cited::unknown);
  CHECK(report.item.state == State::reading);
  CHECK(chain.dive("attention").meter.by_current == Cited::unknown);
}

TEST_CASE("words are looked for among the references before the library") {
  Chain chain;
  chain.put("2401.10774", "Parallel Worlds");
  chain.start(k_cllms);
  CHECK(chain.dive("PARALLEL").item.title == "Parallel Decoding");
}

TEST_CASE("words that several references share choose none of them") {
  Chain chain;
  chain.put("2401.10774", "Parallel Worlds", State::found);
  chain.cite(k_cllms, {k_parallel, "2401.10774"});
  chain.start(k_cllms);
  CHECK(failure_of([&] { static_cast<void>(chain.dive("parallel")); }) == ExitCode::no_match);
  CHECK(chain.dive("parallel worlds").item.title == "Parallel Worlds");
}

TEST_CASE("what nobody knows is named with what would do") {
  Chain chain;
  chain.start(k_cllms);
  ReferenceList list;
  list.citing = *parse_identifier(k_cllms);
  list.source = "other";
  list.fetched = "2024-11-01T00:00:00Z";
  list.entries = {{1, std::nullopt, "Iterative Solution of Nonlinear Equations", 1970, "Ortega"}};
  Change change = chain.library.begin("refs", "refs");
  change.save(list);
  change.commit();
  CHECK_THROWS_WITH_AS(static_cast<void>(chain.dive("iterative solution")),
                       "iterative solution: known by its title alone (\"Iterative Solution of Nonlinear "
                       "Equations\"); find its address and `papers dive` that",
                       Failure);
  CHECK_THROWS_WITH_AS(static_cast<void>(chain.dive("hello world")),
                       "hello world: no reference of CLLMs: Consistency Large Language Models and no item of "
                       "the library; give an arXiv id, a DOI or a web address to fetch it",
                       Failure);
  CHECK(failure_of([&] { static_cast<void>(chain.dive("local:nothing")); }) == ExitCode::no_match);
  CHECK(failure_of([&] { static_cast<void>(chain.dive("  ")); }) == ExitCode::usage);
}

TEST_CASE("without a trail there is nowhere to go back from") {
  Chain chain;
  CHECK(failure_of([&] { static_cast<void>(chain.dive("parallel")); }) == ExitCode::no_match);
}

TEST_CASE("an address that the library does not know is fetched, with what it cites") {
  Chain chain;
  chain.start(k_cllms);
  chain.lay_out("2302.01318", "Speculative Sampling");
  chain.lay_out_references("2302.01318", {"1811.03115"});
  const auto report = chain.dive("https://arxiv.org/abs/2302.01318v1", "what is a draft model?");
  CHECK(report.item.title == "Speculative Sampling");
  CHECK(report.item.state == State::reading);
  CHECK_FALSE(report.item.root);
  CHECK(report.item.references->known == 1);
  CHECK(chain.library.find(*parse_identifier("1811.03115")));
  chain.undo();
  CHECK_FALSE(chain.library.find(*parse_identifier("2302.01318")));
  CHECK_FALSE(chain.library.find(*parse_identifier("1811.03115")));
  CHECK(chain.where() == "CLLMs: Co");
}

TEST_CASE("at the limit the references of what is fetched are listed, and bring nothing in") {
  Chain chain;
  chain.start(k_cllms);
  chain.lay_out("2302.01318", "Speculative Sampling");
  chain.lay_out_references("2302.01318", {"1811.03115"});
  const auto report = chain.dive("2302.01318", "", /*force=*/false, /*limit=*/1);
  CHECK_FALSE(report.refused);
  CHECK(chain.library.reference_lists(report.item.row).size() == 1);
  CHECK_FALSE(chain.library.find(*parse_identifier("1811.03115")));
}

TEST_CASE("beyond the limit an address is fetched to be parked, and its references are not") {
  AtTheLimit chain;
  chain.lay_out("2302.01318", "Speculative Sampling");
  const auto report = chain.dive("2302.01318");
  CHECK(report.refused);
  CHECK(report.item.state == State::parked);
  CHECK(report.item.title == "Speculative Sampling");
  CHECK(chain.answers.asked == std::vector<std::string>{"arXiv:2302.01318"});
}

TEST_CASE("what cannot be fetched changes nothing, and says whether trying again helps") {
  Chain chain;
  chain.start(k_cllms);
  const std::size_t commands = chain.library.log(0).size();
  CHECK(failure_of([&] { static_cast<void>(chain.dive("2302.01318")); }) == ExitCode::no_match);
  chain.answers.problems["arXiv:2302.01318"] = {
      {}, FetchProblem::Kind::failed, "arXiv", "arXiv: no network", true};
  CHECK(failure_of([&] { static_cast<void>(chain.dive("2302.01318")); }) == ExitCode::try_later);
  chain.answers.problems["arXiv:2302.01318"].later = false;
  CHECK(failure_of([&] { static_cast<void>(chain.dive("2302.01318")); }) == ExitCode::failed);
  CHECK(chain.library.log(0).size() == commands);
}

TEST_CASE("beyond the limit a name is enough to be parked when nobody can be asked") {
  AtTheLimit chain;
  CHECK(failure_of([&] { static_cast<void>(chain.dive("2302.01318")); }) == ExitCode::no_match);
  chain.answers.problems["arXiv:2302.01318"] = {
      {}, FetchProblem::Kind::failed, "arXiv", "arXiv: no network", true};
  CHECK(failure_of([&] { static_cast<void>(chain.dive("2302.01318", "", /*force=*/true)); }) ==
        ExitCode::try_later);
  const auto report = chain.dive("2302.01318", "what is a draft model?");
  CHECK(report.refused);
  CHECK(report.warnings == std::vector<std::string>{"arXiv:2302.01318: arXiv: no network"});
  CHECK(report.item.state == State::parked);
  CHECK(report.item.title.empty());
  CHECK(app::questions_about(chain.library, report.item).size() == 1);
}

TEST_CASE("what the library knows by its name alone is fetched if that can be") {
  Chain chain;
  chain.start(k_cllms);
  chain.put("2302.01318", "", State::found);
  CHECK(chain.dive("2302.01318").item.title.empty());
  chain.undo();
  chain.lay_out("2302.01318", "Speculative Sampling");
  CHECK(chain.dive("2302.01318").item.title == "Speculative Sampling");
}

TEST_CASE("papers that the library knows are opened without asking anybody") {
  Chain chain;
  chain.start(k_cllms);
  static_cast<void>(chain.dive(k_parallel));
  CHECK(chain.answers.asked.empty());
}

TEST_CASE("a dry run shows where it would lead and stays") {
  Chain chain;
  chain.start(k_cllms);
  const std::size_t commands = chain.library.log(0).size();
  const auto report = chain.dive("parallel", "why?", /*force=*/false, /*limit=*/2, /*dry_run=*/true);
  CHECK(report.stops.size() == 2);
  CHECK(report.item.state == State::reading);
  CHECK(chain.where() == "CLLMs: Co");
  CHECK(app::questions(chain.library).empty());
  CHECK(chain.library.log(0).size() == commands);
}

TEST_CASE("one undo takes back the step, the state and the question") {
  AtTheLimit chain;
  static_cast<void>(chain.dive("jointly", "where from?"));
  chain.undo();
  CHECK(chain.item(k_bahdanau).state == State::found);
  chain.undo();
  CHECK(chain.where() == "CLLMs: Co > Parallel ");
  CHECK(chain.item(k_attention).state == State::found);
  chain.undo();
  CHECK(chain.where() == "CLLMs: Co");
  CHECK(app::questions(chain.library).empty());
}

TEST_CASE("far and for the sake of one paper: the meter says so") {
  app::BacktrackMeter meter{.steps = 2, .limit = 2, .years = 16, .kept_citing = 1};
  CHECK(meter.is_far_fetched());
  CHECK_FALSE(meter.beyond());
  meter.years = 15;
  CHECK_FALSE(meter.is_far_fetched());
  meter.years = 16;
  meter.kept_citing = 2;
  CHECK_FALSE(meter.is_far_fetched());
}

}  // namespace
}  // namespace papers
