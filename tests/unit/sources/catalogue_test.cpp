#include "sources/catalogue.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "fixture.hpp"
#include "sources/seed.hpp"
#include "sources/service_problem.hpp"
#include "support/temp_folder.hpp"

using namespace papers;
using sources::Catalogue;
using sources::Seed;
using test::FakeProgress;
using test::id;
using test::ids;
using test::lines;
using test::TempFolder;
using Lines = std::vector<std::string>;

namespace {

/// Knows some papers, cannot be asked about others, and remembers what it was asked.
struct Script {
  std::set<std::string> known;
  std::map<std::string, std::string> broken;  ///< id -> message
  std::string interrupted_at;
  std::optional<ReferenceList> references;
  Lines asked;
};

class FakeSource final : public MetadataSource {
 public:
  FakeSource(std::string name, Scheme scheme, Script& script)
      : m_name(std::move(name)), m_scheme(scheme), m_script(script) {}

  [[nodiscard]] std::string_view name() const override { return m_name; }
  [[nodiscard]] bool handles(const Identifier& paper) const override { return paper.scheme == m_scheme; }
  Fetched fetch(std::span<const Identifier> papers, Progress& /*progress*/) override {
    Fetched fetched;
    for (const Identifier& paper : papers) {
      const std::string name = format(paper);
      m_script.asked.push_back(name);
      if (name == m_script.interrupted_at) {
        fetched.interrupted = true;
        break;
      }
      if (m_script.known.count(name) > 0) {
        FetchedWork work{paper, {}, m_script.references};
        work.item.ids = {paper};
        work.item.title = m_name;
        fetched.works.push_back(std::move(work));
      } else if (m_script.broken.count(name) > 0) {
        fetched.problems.push_back(sources::failed(paper, m_name, {m_script.broken.at(name), true}));
      } else {
        fetched.problems.push_back(sources::unknown(paper, m_name, m_name + " does not know it"));
      }
    }
    return fetched;
  }

 private:
  std::string m_name;
  Scheme m_scheme;
  Script& m_script;
};

constexpr const char* k_seed =
    R"({"type":"paper","id":"arXiv:2101.00001","title":"Seed one","source":"seed"}
{"type":"paper","id":"arXiv:2101.00002","title":"Seed two","source":"seed"}
{"type":"references","citing":"arXiv:2101.00001","source":"seed","fetched":"2026-11-22T00:00:00Z","stated":1,"complete":true,"entries":[{"position":1,"id":"arXiv:2101.00002","title":"Seed two","year":null,"author":null}]}
)";

struct World {
  TempFolder folder;
  Script first;
  Script second;
  FakeProgress progress;
  std::string damage;  ///< lines in front of the seed data

  Fetched fetch(const std::vector<std::string_view>& papers, bool offline = false) {
    const auto file = folder.path() / "seed.jsonl";
    util::write_file(file, damage + k_seed);
    std::vector<std::unique_ptr<MetadataSource>> services;
    services.push_back(std::make_unique<FakeSource>("First", Scheme::arxiv, first));
    services.push_back(std::make_unique<FakeSource>("Second", Scheme::doi, second));
    Catalogue catalogue(std::move(services), std::make_unique<Seed>(file), offline);
    return catalogue.fetch(ids(papers), progress);
  }
};

Lines titles(const Fetched& fetched) {
  Lines result;
  for (const FetchedWork& work : fetched.works) {
    result.push_back(work.item.title);
  }
  return result;
}

}  // namespace

TEST_CASE("each id goes to the source that handles it, and works come in the order asked") {
  World world;
  world.first.known = {"arXiv:2101.00007", "arXiv:2101.00008"};
  world.second.known = {"doi:10.1/x"};
  const Fetched fetched = world.fetch({"arXiv:2101.00007", "doi:10.1/x", "arXiv:2101.00008"});
  CHECK(titles(fetched) == Lines{"First", "Second", "First"});
  CHECK(fetched.problems.empty());
  CHECK(fetched.warnings.empty());
  CHECK(world.first.asked == Lines{"arXiv:2101.00007", "arXiv:2101.00008"});
}

TEST_CASE("a paper that its service does not know comes from the seed data without a word") {
  World world;
  const Fetched fetched = world.fetch({"arXiv:2101.00001"});
  CHECK(titles(fetched) == Lines{"Seed one"});
  CHECK(fetched.warnings.empty());
}

TEST_CASE("damaged seed data is said once and costs no answer") {
  World world;
  world.first.known = {"arXiv:2101.00007"};
  world.damage = "{\n";
  const Fetched fetched = world.fetch({"arXiv:2101.00007", "arXiv:2101.00001"});
  CHECK(titles(fetched) == Lines{"First", "Seed one"});
  REQUIRE(fetched.warnings.size() == 1);
  CHECK(fetched.warnings[0].find("seed.jsonl, line 1: ") != std::string::npos);
}

TEST_CASE("papers taken from the seed data because a service failed are said in one line") {
  World world;
  world.first.broken = {{"arXiv:2101.00001", "First could not be reached (x)"},
                        {"arXiv:2101.00002", "First could not be reached (x)"}};
  const Fetched fetched = world.fetch({"arXiv:2101.00001", "arXiv:2101.00002"});
  CHECK(titles(fetched) == Lines{"Seed one", "Seed two"});
  CHECK(fetched.problems.empty());
  CHECK(fetched.warnings == Lines{"First could not be reached (x): 2 papers taken from the seed data"});
}

TEST_CASE("one paper is not called papers, and each reason has its line") {
  World world;
  world.first.broken = {{"arXiv:2101.00001", "a"}, {"arXiv:2101.00002", "b"}};
  CHECK(world.fetch({"arXiv:2101.00001", "arXiv:2101.00002"}).warnings ==
        Lines{"a: 1 paper taken from the seed data", "b: 1 paper taken from the seed data"});
}

TEST_CASE("a failure is reported as one when the seed data do not help") {
  World world;
  world.first.broken = {{"arXiv:2101.00007", "First could not be reached (x)"}};
  const Fetched fetched = world.fetch({"arXiv:2101.00007", "arXiv:2101.00008"});
  CHECK(fetched.works.empty());
  CHECK(lines(fetched.problems) == Lines{"arXiv:2101.00007 failed, later: First could not be reached (x)",
                                         "arXiv:2101.00008 unknown: First does not know it"});
}

TEST_CASE("offline, what is missing is named and worth another try, and nobody is blamed") {
  World world;
  world.first.broken = {{"arXiv:2101.00001", "offline"}, {"arXiv:2101.00007", "offline"}};
  const Fetched fetched = world.fetch({"arXiv:2101.00001", "arXiv:2101.00007"}, /*offline=*/true);
  CHECK(titles(fetched) == Lines{"Seed one"});
  CHECK(fetched.warnings.empty());
  CHECK(lines(fetched.problems) ==
        Lines{"arXiv:2101.00007 failed, later: arXiv:2101.00007 is not in the cache or "
              "the seed data; go online to fetch it"});
}

TEST_CASE("a work without references gets those of the seed data") {
  World world;
  world.first.known = {"arXiv:2101.00001", "arXiv:2101.00002"};
  const Fetched fetched = world.fetch({"arXiv:2101.00001", "arXiv:2101.00002"});
  CHECK(titles(fetched) == Lines{"First", "First"});
  REQUIRE(fetched.works.at(0).references);
  CHECK(fetched.works[0].references->source == "seed");
  CHECK(fetched.works[0].references->complete);
  CHECK(fetched.works[0].references->entries.size() == 1);
  CHECK_FALSE(fetched.works.at(1).references);
}

TEST_CASE("references that a source gave are left alone") {
  World world;
  world.first.known = {"arXiv:2101.00001"};
  world.first.references = ReferenceList{id("arXiv:2101.00001"), "first", "", {}, false, {}};
  CHECK(world.fetch({"arXiv:2101.00001"}).works.at(0).references->source == "first");
}

TEST_CASE("an id of which no source knows anything is said to be one") {
  World world;
  CHECK(
      lines(world.fetch({"acl:P05-1001"}).problems) ==
      Lines{
          "acl:P05-1001 unknown: no source describes acl:P05-1001; name the work by its arXiv id, DOI or web "
          "address"});
}

TEST_CASE("an id asked twice is answered once") {
  World world;
  world.first.known = {"arXiv:2101.00007"};
  CHECK(world.fetch({"arXiv:2101.00007", "arXiv:2101.00007v2"}).works.size() == 1);
  CHECK(world.first.asked.size() == 1);
}

TEST_CASE("Ctrl-C keeps what arrived and asks no further source") {
  World world;
  world.first.known = {"arXiv:2101.00007"};
  world.first.interrupted_at = "arXiv:2101.00001";
  const Fetched fetched = world.fetch({"arXiv:2101.00007", "arXiv:2101.00001", "doi:10.1/x"});
  CHECK(fetched.interrupted);
  CHECK(titles(fetched) == Lines{"First"});
  CHECK(fetched.problems.empty());
  CHECK(world.second.asked.empty());
}

TEST_CASE("nothing asked, nothing answered") {
  World world;
  const Fetched fetched = world.fetch({});
  CHECK(fetched.works.empty());
  CHECK(fetched.problems.empty());
}
