// All sources together, over real HTTP, against services on a port of this machine.
#include <set>

#include <doctest/doctest.h>

#include "net/http_stack.hpp"
#include "reference_fixture.hpp"
#include "server/network.hpp"
#include "server/server.hpp"
#include "sources/catalogue.hpp"
#include "support/temp_folder.hpp"

using namespace papers;
using test::lines;
using test::Server;
using test::Work;
using Lines = std::vector<std::string>;

namespace {

constexpr const char* k_s2_key = "key-of-semantic-scholar";
constexpr const char* k_openalex_key = "key-of-openalex";

struct World {
  test::TempFolder folder;
  test::FakeClock clock;
  test::FakeProgress progress;
  test::MemoryCache cache;
  Server server;
  SourceSettings settings;

  explicit World(const std::vector<Work>& works) : server(works) {
    settings.clock = &clock;
    settings.cache = &cache;
    settings.gate_dir = folder.path();
    settings.arxiv_interval = 0;
    settings.retry_base = 0;
    settings.reference_sources = {"semantic-scholar", "openalex", "arxiv-html", "crossref"};
    for (auto url : {&SourceSettings::arxiv_url, &SourceSettings::crossref_url, &SourceSettings::s2_url,
                     &SourceSettings::openalex_url}) {
      settings.*url = server.address();
    }
  }

  FetchedReferenceLists fetch(const std::vector<Item>& papers, Effort effort = Effort::batches) {
    std::vector<ReferenceQuestion> questions;
    for (const Item& paper : papers) {
      questions.push_back({paper, effort});
    }
    const auto http = net::make_http_stack(settings);
    return sources::make_catalogue(settings, *http)->fetch_references(questions, progress);
  }
  FetchedReferenceLists fetch(const std::vector<std::string_view>& papers, Effort effort = Effort::batches) {
    return fetch(test::papers_named(papers), effort);
  }
  std::vector<TitleAnswer> find(const std::vector<TitleQuestion>& questions) {
    const auto http = net::make_http_stack(settings);
    return sources::make_catalogue(settings, *http)->find_titles(questions, progress);
  }

  /// Everything that was said or kept, in one text.
  [[nodiscard]] std::string everything(const FetchedReferenceLists& fetched) const {
    std::string text = fmt::format("{}", fmt::join(lines(fetched.problems), "\n"));
    for (const std::string& warning : fetched.warnings) {
      text += warning;
    }
    for (const auto& [key, entry] : cache.entries) {
      text += key + entry.response.url + entry.response.body + entry.etag;
      for (const auto& [name, value] : entry.response.headers) {
        text += name + value;
      }
    }
    return text;
  }
};

/// One paper that cites two others.
std::vector<Work> small_network(test::CoverageByService coverage = {}) {
  Work root;
  root.id = "2401.00001";
  root.title = "A paper that cites";
  root.authors = {"Ada Adams"};
  root.references = {{"2301.00002"}, {"2301.00003"}, {"", "A string that nobody knows", "Eve", "1999"}};
  root.coverage = coverage;
  Work second;
  second.id = "2301.00002";
  second.title = "The second paper of a series";
  second.authors = {"Bo Baker", "Cy Clark"};
  second.published = "2023-01-02T03:04:05Z";
  Work third = second;
  third.id = "2301.00003";
  third.title = "The third paper of a series";
  return {root, second, third};
}

Lines sources_of(const FetchedReferenceLists& fetched) {
  Lines result;
  for (const FetchedReferences& answer : fetched.answers) {
    result.push_back(answer.list.source + " " + std::string(name_of(answer.list.answer)));
  }
  return result;
}

}  // namespace

TEST_CASE("the lists of a hundred papers take two requests at most") {
  World world(test::numbered_works(100));
  std::vector<Item> papers;
  for (int n = 1; n <= 100; ++n) {
    papers.push_back(test::paper({"arXiv:" + test::numbered_id(n)}));
  }
  world.settings.reference_sources = {"semantic-scholar"};
  CHECK(world.fetch(papers).answers.size() == 100);
  CHECK(world.server.requests().count() <= 2);
}

TEST_CASE("what a paper cites, and what that cites in turn, takes three requests at most") {
  World world(test::network({}));
  const auto first = world.fetch({"arXiv:" + test::network_root()});
  REQUIRE(first.answers.size() == 1);
  CHECK(first.answers[0].list.entries.size() == 60);
  REQUIRE(first.answers[0].cited.size() == 60);
  const auto second = world.fetch(first.answers[0].cited);
  CHECK(second.answers.size() == 60);
  CHECK(second.problems.empty());
  std::set<Identifier> cited;
  for (const FetchedReferences& answer : second.answers) {
    CHECK(answer.list.entries.size() == 12);
    for (const Item& work : answer.cited) {
      CHECK_FALSE(work.title.empty());
      CHECK(work.year);
      cited.insert(work.ids.front());
    }
  }
  CHECK(cited.size() == 720);
  CHECK(world.server.requests().count() <= 3);
}

TEST_CASE("lists that a full batch crowded out come all the same") {
  World world(test::network({}));
  world.server.set_rules(test::S2Rules{"", 100});
  const auto first = world.fetch({"arXiv:" + test::network_root()});
  REQUIRE(first.answers.size() == 1);
  const auto& cited = first.answers[0].cited;
  const auto second = world.fetch(std::vector<Item>(cited.begin(), cited.begin() + 20));
  CHECK(second.answers.size() == 20);
  for (const FetchedReferences& answer : second.answers) {
    CHECK(answer.list.entries.size() == 12);
  }
}

TEST_CASE("a paper without a list at one service gets it from the next") {
  using test::Coverage;
  struct Row {
    test::CoverageByService coverage;
    Effort effort;
    Lines sources;
  };
  for (const Row& row : std::vector<Row>{
           {{}, Effort::batches, {"semantic-scholar listed"}},
           {{Coverage::withheld}, Effort::batches, {"semantic-scholar withheld", "openalex listed"}},
           {{Coverage::none, Coverage::bare},
            Effort::batches,
            {"semantic-scholar unknown", "openalex unknown"}},
           {{Coverage::none, Coverage::none},
            Effort::all,
            {"semantic-scholar unknown", "openalex unknown", "arxiv-html listed"}},
           {{Coverage::bare, Coverage::none, Coverage::none, Coverage::none},
            Effort::all,
            {"semantic-scholar empty", "openalex unknown", "arxiv-html unknown"}},
       }) {
    World world(small_network(row.coverage));
    const auto fetched = world.fetch({"arXiv:2401.00001"}, row.effort);
    CHECK(sources_of(fetched) == row.sources);
    CHECK(fetched.problems.empty());
    const FetchedReferences& last = fetched.answers.back();
    if (last.list.answer == ReferenceAnswer::listed) {
      CHECK(last.list.entries.at(0).id == test::id("arXiv:2301.00002"));
      CHECK(last.cited.size() == 2);
    }
  }
}

TEST_CASE("each key goes to its own service alone, and is found nowhere afterwards") {
  World world(small_network({test::Coverage::none, test::Coverage::none}));
  world.settings.s2_key = k_s2_key;
  world.settings.openalex_key = k_openalex_key;
  world.server.set_rules(test::S2Rules{k_s2_key});
  world.server.set_rules(test::OpenAlexRules{k_openalex_key, false});
  const auto fetched = world.fetch({"arXiv:2401.00001"}, Effort::all);
  CHECK(fetched.problems.empty());
  CHECK(fetched.answers.size() == 3);
  int s2 = 0;
  int openalex = 0;
  for (const auto& request : world.server.requests().to("")) {
    CHECK(request.target.find("key-of") == std::string::npos);
    CHECK(request.body.find("key-of") == std::string::npos);
    for (const auto& [name, value] : request.headers) {
      s2 += value == k_s2_key ? 1 : 0;
      openalex += value == std::string("Bearer ") + k_openalex_key ? 1 : 0;
      CHECK((value.find("key-of") == std::string::npos ||
             (name == "x-api-key" && request.target.find("/graph/") == 0) ||
             (name == "authorization" && request.target.find("/works") == 0)));
    }
  }
  CHECK(s2 == 1);
  CHECK(openalex == 1);
  CHECK(world.everything(fetched).find("key-of") == std::string::npos);
}

TEST_CASE("a wrong key is said so, once for each paper, and shown nowhere") {
  World world(small_network());
  world.settings.s2_key = k_s2_key;
  world.settings.openalex_key = k_openalex_key;
  world.server.set_rules(test::S2Rules{"another"});
  world.server.set_rules(test::OpenAlexRules{"another", false});
  const auto fetched = world.fetch({"arXiv:2401.00001"});
  CHECK(fetched.answers.empty());
  REQUIRE(fetched.problems.size() == 2);
  CHECK(fetched.problems[0].message.find("check PAPERS_S2_API_KEY") != std::string::npos);
  CHECK(fetched.problems[1].message.find("check PAPERS_OPENALEX_API_KEY") != std::string::npos);
  CHECK(world.everything(fetched).find("key-of") == std::string::npos);
  CHECK(world.server.requests().count() == 2);
}

TEST_CASE("what was asked before is answered offline, and nobody is asked") {
  World world(small_network());
  CHECK(world.fetch({"arXiv:2401.00001"}).answers.size() == 1);
  world.server.requests().clear();
  world.settings.offline = true;
  CHECK(sources_of(world.fetch({"arXiv:2401.00001"})) == Lines{"semantic-scholar listed"});
  const auto missing = world.fetch({"arXiv:2301.00002"}, Effort::all);
  CHECK(missing.answers.empty());
  CHECK(missing.problems.empty());
  CHECK(world.server.requests().count() == 0);
}

TEST_CASE(
    "a rate limit is waited for and is then no news; one that lasts is a problem, and the next is asked") {
  World world(small_network());
  world.settings.reference_sources = {"semantic-scholar", "openalex"};
  world.server.spoil("/graph/", test::instead(test::s2_too_many_requests()), 2);
  CHECK(sources_of(world.fetch({"arXiv:2401.00001"})) == Lines{"semantic-scholar listed"});
  CHECK(world.server.requests().count("/graph/") == 3);
  world.cache.entries.clear();
  world.server.requests().clear();
  world.server.spoil("/graph/", test::instead(test::s2_too_many_requests()), Server::k_always);
  const auto fetched = world.fetch({"arXiv:2401.00001"});
  CHECK(sources_of(fetched) == Lines{"openalex listed"});
  CHECK(world.server.requests().count("/graph/") == 4);
  REQUIRE(fetched.problems.size() == 1);
  CHECK(fetched.problems[0].later);
}

TEST_CASE("a budget that is empty for the day is not waited for") {
  World world(small_network());
  world.settings.reference_sources = {"openalex"};
  world.server.spoil("/works", test::instead(test::openalex_too_many_requests(36'000)), Server::k_always);
  const auto fetched = world.fetch({"arXiv:2401.00001"});
  CHECK(world.server.requests().count() == 1);
  CHECK(world.clock.sleeps.empty());
  REQUIRE(fetched.problems.size() == 1);
  CHECK(fetched.problems[0].message.find("OpenAlex asks to be left alone until 2024-11-17T19:00:00Z") == 0);
}

TEST_CASE("a work that was merged into another is found under its former name") {
  std::vector<Work> works = small_network();
  works[0].former = {"W4000000077"};
  World world(works);
  world.settings.reference_sources = {"openalex"};
  const auto fetched = world.fetch({"openalex:W4000000077"});
  REQUIRE(sources_of(fetched) == Lines{"openalex listed"});
  CHECK(std::find(fetched.answers[0].ids.begin(), fetched.answers[0].ids.end(),
                  test::id("arXiv:2401.00001")) != fetched.answers[0].ids.end());
}

TEST_CASE("titles are found, and what is not there is nowhere") {
  World world(small_network());
  const auto answers = world.find(
      {{"The Second Paper of a Series", "B. Baker", 2023}, {"A title that nobody ever gave", "", {}}});
  REQUIRE(answers.size() == 2);
  REQUIRE(answers[0].match == TitleAnswer::Match::same);
  CHECK(answers[0].work->ids.front() == test::id("arXiv:2301.00002"));
  CHECK(answers[1].match == TitleAnswer::Match::none);
}
