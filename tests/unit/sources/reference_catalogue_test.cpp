#include "sources/reference_catalogue.hpp"

#include <map>

#include <doctest/doctest.h>

#include "reference_fixture.hpp"
#include "sources/cited_works.hpp"
#include "sources/seed.hpp"
#include "sources/service_problem.hpp"
#include "support/temp_folder.hpp"

using namespace papers;
using sources::ReferenceCatalogue;
using test::lines;
using test::names;
using Lines = std::vector<std::string>;

namespace {

/// What a source says of each paper, by the paper's first id.
struct Script {
  std::map<std::string, ReferenceAnswer> answers;
  std::map<std::string, std::string> more_ids;  ///< further names it has for papers
  std::string interrupted_at;
  bool in_batches = true;
  Scheme scheme = Scheme::arxiv;
  Lines asked;  ///< every paper with all its names
};

class FakeSource final : public ReferenceSource {
 public:
  FakeSource(std::string name, Script& script) : m_name(std::move(name)), m_script(script) {}

  [[nodiscard]] std::string_view name() const override { return m_name; }
  [[nodiscard]] bool handles(const Item& paper) const override {
    return std::any_of(paper.ids.begin(), paper.ids.end(),
                       [this](const Identifier& id) { return id.scheme == m_script.scheme; });
  }
  [[nodiscard]] bool in_batches() const override { return m_script.in_batches; }
  FetchedReferenceLists fetch(std::span<const Item> papers, Progress& /*progress*/) override {
    FetchedReferenceLists fetched;
    for (const Item& paper : papers) {
      const std::string first = format(paper.ids.front());
      m_script.asked.push_back(fmt::format("{}", fmt::join(names(paper.ids), " ")));
      if (first == m_script.interrupted_at) {
        fetched.interrupted = true;
        break;
      }
      const auto answer = m_script.answers.find(first);
      if (answer == m_script.answers.end()) {
        fetched.problems.push_back(sources::failed(paper.ids.front(), m_name, {m_name + " is away", true}));
        continue;
      }
      fetched.answers.push_back(sources::no_list(paper.ids.front(), m_name, "", answer->second));
      if (answer->second == ReferenceAnswer::listed) {
        fetched.answers.back().list.entries = {{1, {}, "Something", {}, ""}};
      }
      if (const auto more = m_script.more_ids.find(first); more != m_script.more_ids.end()) {
        fetched.answers.back().ids = test::ids({more->second});
      }
    }
    return fetched;
  }

 private:
  std::string m_name;
  Script& m_script;
};

constexpr const char* k_seed =
    R"({"type":"paper","id":"arXiv:2101.00002","ids":{"arxiv":"2101.00002","doi":"10.1/two"},"title":"Seed two","authors":["A","B"],"source":"seed"}
{"type":"references","citing":"arXiv:2101.00001","source":"seed","fetched":"2026-11-22T00:00:00Z","stated":9,"complete":false,"entries":[{"position":1,"id":"doi:10.1/two","title":"two","year":null,"author":null},{"position":4,"id":"arXiv:2101.00003","title":"Three","year":2021,"author":"C. Three"},{"position":5,"id":null,"title":"Four","year":null,"author":null}]}
)";

struct World {
  test::TempFolder folder;
  Script first;
  Script second;
  test::FakeProgress progress;
  Effort effort = Effort::batches;
  Lines answered;
  bool offline = false;

  FetchedReferenceLists fetch(const std::vector<std::string_view>& papers) {
    const auto file = folder.path() / "seed.jsonl";
    util::write_file(file, k_seed);
    sources::Seed seed(file);
    std::vector<std::unique_ptr<ReferenceSource>> services;
    services.push_back(std::make_unique<FakeSource>("first", first));
    services.push_back(std::make_unique<FakeSource>("second", second));
    std::vector<ReferenceQuestion> questions;
    for (const Item& paper : test::papers_named(papers)) {
      questions.push_back({paper, effort, answered});
    }
    return ReferenceCatalogue(std::move(services), seed, offline).fetch(questions, progress);
  }
};

/// "first: arXiv:2101.00007 listed 1/?"
Lines told(const FetchedReferenceLists& fetched) {
  Lines result = lines(fetched.answers);
  for (std::size_t n = 0; n < result.size(); ++n) {
    result[n] = fetched.answers[n].list.source + ": " + result[n];
  }
  return result;
}

}  // namespace

TEST_CASE(
    "a source is asked for the papers of which none before it gave entries, and all answers come back") {
  World world;
  world.first.answers = {{"arXiv:2101.00005", ReferenceAnswer::listed},
                         {"arXiv:2101.00006", ReferenceAnswer::empty},
                         {"arXiv:2101.00007", ReferenceAnswer::unknown},
                         {"arXiv:2101.00008", ReferenceAnswer::withheld}};
  world.second.answers = {{"arXiv:2101.00006", ReferenceAnswer::listed},
                          {"arXiv:2101.00007", ReferenceAnswer::unknown},
                          {"arXiv:2101.00008", ReferenceAnswer::listed}};
  const auto fetched =
      world.fetch({"arXiv:2101.00005", "arXiv:2101.00006", "arXiv:2101.00007", "arXiv:2101.00008"});
  CHECK(world.second.asked == Lines{"arXiv:2101.00006", "arXiv:2101.00007", "arXiv:2101.00008"});
  CHECK(told(fetched) == Lines{"first: arXiv:2101.00005 listed 1/?", "first: arXiv:2101.00006 empty 0/?",
                               "first: arXiv:2101.00007 unknown 0/?", "first: arXiv:2101.00008 withheld 0/?",
                               "second: arXiv:2101.00006 listed 1/?", "second: arXiv:2101.00007 unknown 0/?",
                               "second: arXiv:2101.00008 listed 1/?"});
  CHECK(fetched.problems.empty());
}

TEST_CASE("a source that fails is a problem for each paper, and the next one is asked") {
  World world;
  world.second.answers = {{"arXiv:2101.00007", ReferenceAnswer::listed}};
  const auto fetched = world.fetch({"arXiv:2101.00007", "arXiv:2101.00008"});
  CHECK(told(fetched) == Lines{"second: arXiv:2101.00007 listed 1/?"});
  CHECK(lines(fetched.problems) == Lines{"arXiv:2101.00007 failed, later: first is away",
                                         "arXiv:2101.00008 failed, later: first is away",
                                         "arXiv:2101.00008 failed, later: second is away"});
}

TEST_CASE("sources that take a request for each paper serve only those that are worth it") {
  World world;
  world.first.answers = {{"arXiv:2101.00007", ReferenceAnswer::unknown}};
  world.second.answers = {{"arXiv:2101.00007", ReferenceAnswer::listed}};
  world.second.in_batches = false;
  CHECK(world.fetch({"arXiv:2101.00007"}).answers.size() == 1);
  CHECK(world.second.asked.empty());
  world.effort = Effort::all;
  CHECK(world.fetch({"arXiv:2101.00007"}).answers.size() == 2);
}

TEST_CASE("nobody is asked twice") {
  World world;
  world.answered = {"first", "seed"};
  world.second.answers = {{"arXiv:2101.00001", ReferenceAnswer::unknown}};
  CHECK(told(world.fetch({"arXiv:2101.00001"})) == Lines{"second: arXiv:2101.00001 unknown 0/?"});
  CHECK(world.first.asked.empty());
}

TEST_CASE("names that one source has for a paper serve to ask the next one") {
  World world;
  world.first.answers = {{"arXiv:2101.00007", ReferenceAnswer::withheld}};
  world.first.more_ids = {{"arXiv:2101.00007", "doi:10.1/seven"}};
  world.second.scheme = Scheme::doi;
  world.second.answers = {{"arXiv:2101.00007", ReferenceAnswer::listed}};
  CHECK(world.fetch({"arXiv:2101.00007"}).answers.size() == 2);
  CHECK(world.second.asked == Lines{"arXiv:2101.00007 doi:10.1/seven"});
}

TEST_CASE("the seed data come last, with what they know of the works") {
  World world;
  world.first.answers = {{"arXiv:2101.00001", ReferenceAnswer::unknown}};
  world.second.answers = {{"arXiv:2101.00001", ReferenceAnswer::empty}};
  const auto fetched = world.fetch({"arXiv:2101.00001"});
  REQUIRE(told(fetched).back() == "seed: arXiv:2101.00001 listed 3/9");
  const FetchedReferences& answer = fetched.answers.back();
  CHECK(lines(answer.list) ==
        Lines{"1 arXiv:2101.00002 two ( 0)", "4 arXiv:2101.00003 Three (C. Three 2021)", "5 - Four ( 0)"});
  REQUIRE(answer.cited.size() == 2);
  CHECK(answer.cited[0].title == "Seed two");
  CHECK(answer.cited[0].authors == Lines{"A", "B"});
  CHECK(answer.cited[1].title == "Three");
  CHECK(answer.cited[1].authors == Lines{"C. Three"});
}

TEST_CASE("the seed data are not needed where a service gave entries") {
  World world;
  world.first.answers = {{"arXiv:2101.00001", ReferenceAnswer::listed}};
  CHECK(told(world.fetch({"arXiv:2101.00001"})) == Lines{"first: arXiv:2101.00001 listed 1/?"});
}

TEST_CASE("offline, what is not there is not news") {
  World world;
  world.offline = true;
  world.second.answers = {{"arXiv:2101.00008", ReferenceAnswer::listed}};  // from its cache
  const auto fetched = world.fetch({"arXiv:2101.00001", "arXiv:2101.00007", "arXiv:2101.00008"});
  CHECK(told(fetched) == Lines{"second: arXiv:2101.00008 listed 1/?", "seed: arXiv:2101.00001 listed 3/9"});
  CHECK(fetched.problems.empty());
  CHECK(fetched.warnings.empty());
}

TEST_CASE("Ctrl-C keeps what arrived and asks nobody else") {
  World world;
  world.first.answers = {{"arXiv:2101.00007", ReferenceAnswer::listed}};
  world.first.interrupted_at = "arXiv:2101.00001";
  const auto fetched = world.fetch({"arXiv:2101.00007", "arXiv:2101.00001"});
  CHECK(fetched.interrupted);
  CHECK(told(fetched) == Lines{"first: arXiv:2101.00007 listed 1/?"});
  CHECK(world.second.asked.empty());
}

TEST_CASE("sources are made by name, in the order of the settings") {
  test::SourceWorld world;
  const Lines wanted{"crossref", "semantic-scholar", "arxiv-html", "openalex"};
  world.settings.reference_sources = wanted;
  Lines made;
  for (const auto& service : sources::make_reference_sources(world.settings, world.http)) {
    made.emplace_back(service->name());
  }
  CHECK(made == wanted);
  world.settings.reference_sources = {"nobody"};
  CHECK_THROWS_WITH_AS((void)sources::make_reference_sources(world.settings, world.http),
                       "sources.references: there is no source nobody", Failure);
}
