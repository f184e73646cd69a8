#include "app/log_works.hpp"

#include <doctest/doctest.h>

#include "app/reader_name.hpp"
#include "unit/app/log_desk.hpp"

namespace papers {
namespace {

using test::LogDesk;

struct Identified {
  weekly::WeeklyLog log;
  app::LogContent content;
  app::LogWorks works;

  /// The identity of the work that each thing is, one after the other.
  [[nodiscard]] std::string ids() const {
    std::string text;
    for (const std::size_t work : works.of_things) {
      const Identifier& id = works.works[work].item.ids.front();
      text += (text.empty() ? "" : " ") + (id.scheme == Scheme::local ? "-" : format(id));
    }
    return text;
  }
};

Identified identify(LogDesk& desk, const std::string& papers) {
  Identified found;
  found.log = weekly::parse_log("# 2024.11.17\n## Done\n- reading papers\n" + papers);
  found.content = app::content_of(found.log);
  test::LaidOutSources sources(desk.answers);
  const app::SourcesOpener open = [&]() -> Sources& { return sources; };
  found.works =
      app::identify_works(found.content.things, {desk.library, desk.clock, desk.settings, desk.today, open,
                                                 desk.progress, false, desk.shipped_facts()});
  return found;
}

TEST_CASE("an address in any form is certain, and its link a name for later lines and earlier ones") {
  LogDesk desk;
  desk.lay_out("2410.01699",
               "Accelerating Auto-regressive Text-to-Image Generation with Training-free "
               "Speculative Jacobi Decoding");
  const Identified found = identify(desk,
                                    "  - TRAINING-FREE SPECULATIVE JACOBI DECODING\n"
                                    "  - [SJD for short](https://arxiv.org/pdf/2410.01699v2)\n"
                                    "  - SJD for short\n"
                                    "  - ACCELERATING AUTO-REGRESSIVE TEXT-TO-IMAGE GENERATION WITH "
                                    "TRAINING-FREE SPECULATIVE JA COBI DECODING\n");
  CHECK(found.ids() == "arXiv:2410.01699 arXiv:2410.01699 arXiv:2410.01699 arXiv:2410.01699");
  CHECK(found.works.works.size() == 1);
}

TEST_CASE("works of the library and shipped works are known by their titles") {
  LogDesk desk;
  desk.put("2302.01318", "Accelerating Large Language Model Decoding with Speculative Sampling");
  desk.ship("2401.10774", "Medusa: Simple LLM Inference Acceleration Framework with Multiple Decoding Heads");
  const Identified found =
      identify(desk,
               "  - accelerating large language model decoding with speculative sampling\n"
               "  - Medusa: Simple Framework for Accelerating LLM Generation with Multiple Decoding Heads\n");
  CHECK(found.ids() == "arXiv:2302.01318 arXiv:2401.10774");
  REQUIRE(found.works.guesses.size() == 1);
  CHECK(found.works.guesses[0].line == 5);
}

TEST_CASE("a shipped work that the library has is that of the library") {
  LogDesk desk;
  const Item own = desk.put("2401.10774", "my own title for Medusa");
  desk.ship("2401.10774", "Medusa: Simple LLM Inference Acceleration Framework with Multiple Decoding Heads");
  const Identified found = identify(desk, "  - [x](https://arxiv.org/abs/2401.10774)\n");
  CHECK(found.works.works[0].item.row == own.row);
}

TEST_CASE("two works of one name: a line that has the name alone is neither") {
  LogDesk desk;
  desk.lay_out("2403.00001", "The First of Two Works on Topology");
  desk.lay_out("2403.00002", "Another Work on Simplices and Graphs");
  const Identified found = identify(desk,
                                    "  - [topological](https://arxiv.org/abs/2403.00001)\n"
                                    "  - [topological](https://arxiv.org/abs/2403.00002)\n"
                                    "  - topological nets\n");
  CHECK(found.ids() == "arXiv:2403.00001 arXiv:2403.00002 -");
}

TEST_CASE("a work that nobody knows is one work under its several spellings") {
  LogDesk desk;
  const Identified found = identify(desk,
                                    "  - An Unheard of Paper about Nothing in Particular\n"
                                    "  - AN UNHEARD-OF PAPER ABOUT NOTHING IN PARTICULAR\n");
  CHECK(found.works.of_things[0] == found.works.of_things[1]);
  CHECK(found.works.works[0].by_name_alone);
  CHECK(found.works.works[0].sought);
}

TEST_CASE("two names that turn out to be one work are one") {
  LogDesk desk;
  Item work;
  work.ids = {*parse_identifier("2302.01318")};
  work.title = "Speculative Sampling of Large Language Models";
  work.source = "arxiv";
  desk.answers.titles[work.title] = {TitleAnswer::Match::same, work, "", ""};
  desk.answers.titles["The Sampling Paper of Last Year"] = {TitleAnswer::Match::same, work, "", ""};
  const Identified found = identify(desk,
                                    "  - Speculative Sampling of Large Language Models\n"
                                    "  - The Sampling Paper of Last Year\n");
  CHECK(found.ids() == "arXiv:2302.01318 arXiv:2302.01318");
}

TEST_CASE("a name that was understood before means the same when another work of that name turns up") {
  LogDesk desk;
  desk.put("2401.10774", "Medusa: Simple LLM Inference Acceleration");
  desk.put("2505.00001", "Medusa: On Jellyfish");
  Change change = desk.library.begin("test", "test");
  change.save(app::record_of({"Medusa paper", *parse_identifier("2401.10774")}));
  change.commit();
  CHECK(identify(desk, "  - Medusa paper\n").ids() == "arXiv:2401.10774");
}

TEST_CASE("a page with a name is not fetched, one without is") {
  LogDesk desk;
  desk.lay_out("https://example.org/b", "The Title of the Page");
  const Identified found = identify(desk, "  - [a post](https://example.org/a)\n  - https://example.org/b\n");
  CHECK(found.works.works[0].item.title == "a post");
  CHECK(found.works.works[0].item.kind == Kind::post);
  CHECK(found.works.works[1].item.title == "The Title of the Page");
  CHECK(desk.answers.asked == std::vector<std::string>{"url:https://example.org/b"});
}

TEST_CASE("courses and work are told by the very name alone") {
  LogDesk desk;
  const Identified found = identify(desk,
                                    "- 完成mit6.5940的lec3\n- MIT 6.5940 lecture 4\n"
                                    "- 学习vllm的code\n- 学习vllm的code，测试\n");
  REQUIRE(found.works.of_things.size() == 4);
  CHECK(found.works.of_things[0] == found.works.of_things[1]);
  CHECK(found.works.of_things[2] != found.works.of_things[3]);
}

TEST_CASE("a service that cannot be reached leaves the work with the name that the log gives it") {
  LogDesk desk;
  desk.answers.problems["arXiv:2403.00835"] = {
      {}, FetchProblem::Kind::failed, "arXiv", "arXiv could not be reached", true};
  const Identified found = identify(desk, "  - [CLLM](https://arxiv.org/abs/2403.00835)\n");
  CHECK(found.works.facts.later);
  CHECK(found.works.works[0].item.title == "CLLM");
  CHECK(found.works.works[0].problem == "arXiv could not be reached");
}

}  // namespace
}  // namespace papers
