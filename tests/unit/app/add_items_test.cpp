#include "app/add_items.hpp"

#include <doctest/doctest.h>

#include "unit/app/desk.hpp"

namespace papers {
namespace {

using app::AddOutcome;
using test::Desk;

app::AddReport add(Desk& desk, const std::vector<std::string>& texts, const app::AddWishes& wishes = {},
                   bool dry_run = false) {
  test::LaidOutSources sources(desk.answers);
  return app::add_items(
      texts, wishes, desk.library, [&sources]() -> Sources& { return sources; }, desk.clock, desk.progress,
      dry_run);
}

TEST_CASE("what is understood and found is added, the rest is named") {
  Desk desk;
  desk.lay_out("2403.00835", "CLLMs");
  const app::AddReport report = add(desk, {"https://arxiv.org/abs/2403.00835v2", "hello", "2401.10774"});
  REQUIRE(report.outcomes.size() == 3);
  CHECK(report.outcomes[0].what == AddOutcome::What::added);
  CHECK(report.outcomes[0].item->title == "CLLMs");
  CHECK(report.outcomes[0].item->number == 1);
  CHECK(report.outcomes[0].item->depth == 0);
  CHECK(report.outcomes[1].what == AddOutcome::What::not_understood);
  CHECK(report.outcomes[2].what == AddOutcome::What::not_found);
  CHECK(report.exit_code() == ExitCode::partly);
}

TEST_CASE("adding twice changes nothing, asks nobody and says so") {
  Desk desk;
  desk.lay_out("2403.00835", "CLLMs");
  static_cast<void>(add(desk, {"2403.00835"}));
  desk.answers.asked.clear();
  const app::AddReport again = add(desk, {"arXiv:2403.00835v4"});
  CHECK(again.outcomes.front().what == AddOutcome::What::known);
  CHECK(again.exit_code() == ExitCode::done);
  CHECK(desk.answers.asked.empty());
  CHECK(desk.library.log(0).size() == 1);
}

TEST_CASE("two names of one work in one command make one item") {
  Desk desk;
  desk.lay_out("2403.00835", "CLLMs");
  const app::AddReport report = add(desk, {"2403.00835", "https://arxiv.org/pdf/2403.00835v3.pdf"});
  CHECK(report.outcomes[1].what == AddOutcome::What::repeated);
  CHECK(desk.library.count(State::queued) == 1);
}

TEST_CASE("facts of the seed data give way to what a service says, the reader's words do not") {
  Desk desk;
  desk.lay_out("2403.00835", "from the seed", "seed");
  app::AddWishes wishes;
  wishes.tags = {"mine"};
  static_cast<void>(add(desk, {"2403.00835"}, wishes));
  desk.lay_out("2403.00835", "from arXiv", "arxiv");
  const app::AddReport report = add(desk, {"2403.00835"});
  CHECK(report.outcomes.front().what == AddOutcome::What::refreshed);
  CHECK(report.outcomes.front().item->title == "from arXiv");
  CHECK(report.outcomes.front().item->tags == std::vector<std::string>{"mine"});
}

TEST_CASE("a title of one's own survives every fetch") {
  Desk desk;
  desk.lay_out("2403.00835", "from the seed", "seed");
  app::AddWishes wishes;
  wishes.title = "my title";
  static_cast<void>(add(desk, {"2403.00835"}, wishes));
  desk.lay_out("2403.00835", "from arXiv", "arxiv");
  CHECK(add(desk, {"2403.00835"}).outcomes.front().item->title == "my title");
}

TEST_CASE("a paper seen as a reference is kept when it is added, with its place in the graph") {
  Desk desk;
  desk.put("2403.00835", "CLLMs");
  desk.cite("2403.00835", {"2305.10427"});
  desk.lay_out("2305.10427", "Parallel Decoding");
  const app::AddReport report = add(desk, {"2305.10427"});
  CHECK(report.outcomes.front().what == AddOutcome::What::kept);
  CHECK(report.outcomes.front().item->cited_by == 1);
  CHECK(report.outcomes.front().item->number == 2);
}

TEST_CASE("papers that cite each other and come together are all added") {
  Desk desk;
  desk.lay_out("2403.00835", "CLLMs");
  desk.lay_out("2305.10427", "Parallel Decoding");
  desk.lay_out_references("2403.00835", {"2305.10427"});
  const app::AddReport report = add(desk, {"2403.00835", "2305.10427"});
  CHECK(report.outcomes[0].what == AddOutcome::What::added);
  CHECK(report.outcomes[1].what == AddOutcome::What::added);
  CHECK(report.outcomes[0].item->references->known == 1);
}

TEST_CASE("what cannot be fetched now is not added, and the exit code says to try later") {
  Desk desk;
  desk.answers.problems["arXiv:2403.00835"] = {
      {}, FetchProblem::Kind::failed, "arXiv", "arXiv: no network", true};
  const app::AddReport report = add(desk, {"2403.00835"});
  CHECK(report.exit_code() == ExitCode::try_later);
  CHECK(desk.library.log(0).empty());
}

TEST_CASE("a dry run shows everything and keeps nothing") {
  Desk desk;
  desk.lay_out("2403.00835", "CLLMs");
  const app::AddReport report = add(desk, {"2403.00835"}, {}, /*dry_run=*/true);
  CHECK(report.outcomes.front().what == AddOutcome::What::added);
  CHECK_FALSE(desk.library.find(*parse_identifier("2403.00835")));
}

TEST_CASE("a title alone makes an item that has a name nowhere else") {
  Desk desk;
  app::AddWishes wishes;
  wishes.title = "Write to the advisor";
  const app::AddReport report = add(desk, {}, wishes);
  REQUIRE(report.outcomes.size() == 1);
  CHECK(report.outcomes.front().item->kind == Kind::task);
  CHECK(report.outcomes.front().item->ids.front().scheme == Scheme::local);
}

}  // namespace
}  // namespace papers
