#include "app/trail.hpp"

#include <doctest/doctest.h>

#include "unit/app/chain.hpp"

namespace papers {
namespace {

using app::Trail;
using test::Chain;
using test::k_attention;
using test::k_cllms;
using test::k_parallel;

TEST_CASE("a trail reads back as it was written") {
  Trail trail;
  trail.id = "1";
  trail.steps = {{*parse_identifier(k_cllms), "2024-11-17T09:00:00Z"},
                 {*parse_identifier(k_parallel), "2024-11-17T10:00:00Z", "q1", true}};
  CHECK(*app::trail_of(app::record_of(trail)) == trail);
  trail.aside = "2024-11-18T09:00:00Z";
  trail.ended = "2024-11-19T09:00:00Z";
  CHECK(*app::trail_of(app::record_of(trail)) == trail);
}

TEST_CASE("the body of a trail is what its header says") {
  Trail trail;
  trail.steps = {{*parse_identifier(k_cllms), "2024-11-17T09:00:00Z"}};
  CHECK(app::record_of(trail).body ==
        R"({"steps":[{"item":"arXiv:2403.00835","at":"2024-11-17T09:00:00Z","question":null,)"
        R"("forced":false}],"aside":null,"ended":null})");
}

TEST_CASE("bodies that make no sense are refused by name, and left out of the library's trails") {
  Chain chain;
  const std::pair<const char*, const char*> bodies[]{
      {R"({})", "steps"},
      {R"({"steps":[]})", "steps"},
      {R"({"steps":["arXiv:2403.00835"]})", "steps"},
      {R"({"steps":[{"item":"hello world"}]})", "item"},
      {R"({"steps":[{"item":"arXiv:2403.00835","forced":"yes"}]})", "forced"},
      {R"({"steps":[{"item":"arXiv:2403.00835"}],"ended":"soon"})", "ended"},
  };
  for (const auto& row : bodies) {
    const auto& [body, field] = row;
    CAPTURE(row.first);
    const auto trail = app::trail_of({"trail", "x", body});
    REQUIRE_FALSE(trail.ok());
    CHECK(trail.error().message.find(field) != std::string::npos);
    Change change = chain.library.begin("test", "test");
    change.save(Record{"trail", "x", body});
    change.commit();
    CHECK_FALSE(app::current_trail(chain.library));
  }
}

TEST_CASE("a trail begins where reading begins, and begins once") {
  Chain chain;
  CHECK_FALSE(chain.start(k_cllms).resumed);
  CHECK(chain.where() == "CLLMs: Co");
  CHECK(chain.start(k_cllms).resumed);
  CHECK(app::unfinished_trails(chain.library).size() == 1);
}

TEST_CASE("another beginning sets the trail aside; its root and its top bring it back") {
  Chain chain;
  chain.start(k_cllms);
  static_cast<void>(chain.dive("parallel"));
  const auto other = chain.start(k_attention);
  REQUIRE(other.aside);
  CHECK(other.aside->steps.size() == 2);
  CHECK(chain.where() == "Attention");
  for (const char* id : {k_cllms, k_parallel}) {
    const auto again = chain.start(id);
    CHECK(again.resumed);
    CHECK(again.aside);
    CHECK(chain.where() == "CLLMs: Co > Parallel ");
    chain.start(k_attention);
  }
  CHECK(app::unfinished_trails(chain.library).size() == 2);
}

TEST_CASE("an item in the middle of the current trail is on it; of one set aside it is a beginning") {
  Chain chain;
  chain.start(k_cllms);
  static_cast<void>(chain.dive("parallel"));
  static_cast<void>(chain.dive("attention"));
  CHECK(chain.start(k_parallel).resumed);
  CHECK(chain.where() == "CLLMs: Co > Parallel  > Attention");
  chain.put("2401.10774", "Medusa");
  chain.start("2401.10774");
  CHECK_FALSE(chain.start(k_parallel).resumed);
  CHECK(chain.where() == "Parallel ");
}

TEST_CASE("what is finished leaves the top of trails; the root ends them; the middle stays") {
  Chain chain;
  chain.start(k_cllms);
  static_cast<void>(chain.dive("parallel"));
  static_cast<void>(chain.dive("attention"));
  const auto leave = [&chain](const char* id) {
    Change change = chain.library.begin("done", "done");
    const auto departures = app::TrailKeeper(change, chain.clock.now()).leave(chain.item(id));
    change.commit();
    return departures;
  };
  CHECK(leave(k_parallel).empty());
  REQUIRE(leave(k_attention).size() == 1);
  CHECK(chain.where() == "CLLMs: Co > Parallel ");
  const auto ended = leave(k_cllms);
  REQUIRE(ended.size() == 1);
  CHECK(ended.front().ended);
  CHECK(chain.where() == "");
  CHECK(leave(k_cllms).empty());
}

TEST_CASE("a step whose item is gone keeps its id") {
  Chain chain;
  Trail trail;
  trail.id = "1";
  trail.steps = {{*parse_identifier("2501.00001"), "2024-11-17T09:00:00Z"}};
  Change change = chain.library.begin("test", "test");
  change.save(app::record_of(trail));
  change.commit();
  const auto stops = app::stops_of(chain.library, *app::current_trail(chain.library));
  REQUIRE(stops.size() == 1);
  CHECK(stops.front().item.row == 0);
  CHECK(display_title(stops.front().item) == "[arXiv:2501.00001]");
}

TEST_CASE("of two current trails the newest is the one") {
  Chain chain;
  Change change = chain.library.begin("import", "import");
  for (const char* id : {"1", "2"}) {
    Trail trail;
    trail.id = id;
    trail.steps = {{*parse_identifier(k_cllms), "2024-11-17T09:00:00Z"}};
    change.save(app::record_of(trail));
  }
  change.commit();
  CHECK(app::current_trail(chain.library)->id == "2");
}

TEST_CASE("without a trail it is said how to begin one, at what is being read if anything is") {
  Chain chain;
  const auto message = [&chain] {
    try {
      static_cast<void>(app::required_trail(chain.library));
    } catch (const Failure& failure) {
      return std::string(failure.what());
    }
    return std::string();
  };
  CHECK(message().find("papers start ITEM") != std::string::npos);
  chain.put("2401.10774", "Medusa", State::reading);
  CHECK(message().find("papers start " + chain.item("2401.10774").key) != std::string::npos);
}

TEST_CASE("years are those of the works, else of their arXiv ids") {
  Item newer;
  newer.ids = {*parse_identifier("2403.00835")};
  Item older;
  older.ids = {*parse_identifier("doi:10.1/x")};
  CHECK_FALSE(app::years_back(newer, older));
  older.year = 2014;
  CHECK(app::years_back(newer, older) == 10);
  CHECK(app::years_back(older, newer) == -10);
}

}  // namespace
}  // namespace papers
