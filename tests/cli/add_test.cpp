// Adding papers, as the services see it and as the reader sees it.
#include <doctest/doctest.h>

#include "cli/world.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

Words numbered_ids(int count) {
  Words ids;
  for (int n = 1; n <= count; ++n) {
    ids.push_back(numbered_id(n));
  }
  return ids;
}

Words add(Words refs) {
  refs.insert(refs.begin(), "add");
  return refs;
}

std::string lines(const Words& words) {
  std::string text;
  for (const std::string& word : words) {
    text += word + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("a hundred ids make one request") {
  Server server(numbered_works(100));
  const World world(server);
  const ProgramResult result = world.papers(add(numbered_ids(100)));
  CAPTURE(result.err);
  CHECK(result.status == 0);
  CHECK(server.requests().count("/api/query") == 1);
  const auto items = world.items();
  REQUIRE(items.size() == 100);
  CHECK(items[6]["id"] == "arXiv:2401.00007");
  CHECK(items[6]["title"] == "Paper Number 7 of Many");
  CHECK(items[6]["number"] == 7);
}

TEST_CASE("more than a hundred come in batches, from standard input too") {
  Server server(numbered_works(250));
  const World world(server);
  CHECK(world.papers({"add", "-"}, "# my list\n\n" + lines(numbered_ids(250))).status == 0);
  CHECK(server.requests().count("/api/query") == 3);
  CHECK(world.items().size() == 250);
}

TEST_CASE("one paper in many spellings is one paper and one request") {
  Server server(numbered_works(1));
  const World world(server);
  const ProgramResult result =
      world.papers({"add", "https://arxiv.org/abs/2401.00001", "http://www.arxiv.org/pdf/2401.00001v1.pdf",
                    "arXiv:2401.00001", "10.48550/arXiv.2401.00001"});
  CAPTURE(result.err);
  CHECK(result.status == 0);
  CHECK(server.requests().count("/api/query") == 1);
  CHECK(world.items().size() == 1);
}

TEST_CASE("one bad REF does not stop the others: it is named, and the exit code says so") {
  Server server(numbered_works(2));
  const World world(server);
  const ProgramResult result = world.papers({"add", "2401.00001", "hello", "2401.99999", "2401.00002"});
  CHECK(result.status == 4);
  CHECK(holds(result.err, "hello"));
  CHECK(holds(result.err, "2401.99999"));
  CHECK(holds(result.out, "Paper Number 1 of Many"));
  CHECK(holds(result.out, "Paper Number 2 of Many"));
  CHECK(world.items().size() == 2);
}

TEST_CASE("a service address that makes no sense ends the command, from the part that uses the network") {
  World world;
  world.set_variable("PAPERS_OFFLINE", "0");
  world.set_variable("PAPERS_ARXIV_URL", "nonsense");
  const ProgramResult result = world.papers(add({"2412.00001"}));
  CHECK(result.status == 2);
  CHECK(result.err ==
        "papers: 'nonsense' is no service address; expected one like \"http://127.0.0.1:8080\"\n");
  CHECK(world.items().empty());
}

TEST_CASE("an id that the service calls malformed fails alone") {
  Server server(numbered_works(1));
  server.spoil("/api/query", [](const Answer&) {
    return instead(answer_arxiv("id_list=abc", {}, FeedStyle::current))({});
  });
  const World world(server);
  const ProgramResult result = world.papers({"add", "2401.00001"});
  CHECK(result.status == 1);
  CHECK(holds(result.err, "incorrect id format for abc"));
  CHECK(world.items().empty());
}

TEST_CASE("adding twice says so, asks nobody and changes nothing") {
  Server server(numbered_works(1));
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001"}).status == 0);
  const auto before = world.items();
  const auto log = world.json({"log"});
  server.requests().clear();
  const ProgramResult again = world.papers({"add", "https://arxiv.org/abs/2401.00001v1"});
  CHECK(again.status == 0);
  CHECK(holds(again.out, "in the library already"));
  CHECK(server.requests().count() == 0);
  CHECK(world.items() == before);
  CHECK(world.json({"log"}) == log);
}

TEST_CASE("what the reader set survives what a service says later") {
  Server server(numbered_works(1));
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001", "--title", "My own title", "--tag", "mine"}).status == 0);
  CHECK(world.items().at(0)["title"] == "My own title");
  REQUIRE(world.papers({"set", "1", "--priority", "H", "--due", "2024-12-01"}).status == 0);
  REQUIRE(world.papers({"add", "2401.00001"}).status == 0);
  const auto item = world.items().at(0);
  CHECK(item["title"] == "My own title");
  CHECK(item["tags"] == nlohmann::json::array({"mine"}));
  CHECK(item["priority"] == "H");
  CHECK(item["due"] == "2024-12-01");
}

TEST_CASE("the feed of before 2025-11 is read as well as today's") {
  const Work work{.id = "2404.00001",
                  .title = "A Paper in Four Versions",
                  .authors = {"Siqi Kou", "Lanxiang Hu"},
                  .versions = 4,
                  .doi = "10.1000/four",
                  .journal = "ICML 2024"};
  Server current({work});
  Server old({work}, FeedStyle::before_2025);
  const World one(current);
  const World other(old);
  REQUIRE(one.papers({"add", "2404.00001"}).status == 0);
  REQUIRE(other.papers({"add", "2404.00001"}).status == 0);
  CHECK(one.items().at(0)["title"] == work.title);
  CHECK(one.items().at(0)["authors"] == work.authors);
  CHECK(one.items().at(0)["version"] == 4);
  CHECK(one.items() == other.items());
}

TEST_CASE("a published work comes from Crossref") {
  Server server({{.id = "10.1000/x",
                  .title = "A Published Work",
                  .authors = {"Ada Lovelace"},
                  .journal = "J. Results"}});
  const World world(server);
  const ProgramResult result = world.papers({"add", "https://doi.org/10.1000/x"});
  CAPTURE(result.err);
  CHECK(result.status == 0);
  CHECK(server.requests().count("/works/10.1000") == 1);
  CHECK(world.items().at(0)["title"] == "A Published Work");
  CHECK(world.items().at(0)["id"] == "doi:10.1000/x");
}

TEST_CASE("a page of this machine is fetched when the reader types its address, and no other private one") {
  Server services;
  Server own;
  own.serve("/notes", {200, {{"Content-Type", "text/html"}}, "<title>notes</title>"});
  const World world(services);
  CHECK(world.papers({"add", own.address() + "/notes"}).status == 0);
  CHECK(own.requests().count() == 1);
  for (const char* address :
       {"http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://0x7f.1/",
        "http://2130706433/", "http://[::ffff:127.0.0.1]/", "http://0/"}) {
    CAPTURE(address);
    CHECK(world.papers({"add", address}).status != 0);
  }
  CHECK(world.items().size() == 1);
}

TEST_CASE("a dry run shows what would be and keeps nothing") {
  Server server(numbered_works(1));
  const World world(server);
  const ProgramResult result = world.papers({"add", "2401.00001", "--dry-run"});
  CHECK(result.status == 0);
  CHECK(holds(result.out, "Paper Number 1 of Many"));
  CHECK(world.items().empty());
}
