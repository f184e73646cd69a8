// Crossref's part of the server.
#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "server/client.hpp"
#include "server/recording.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): a test of this very namespace
using nlohmann::json;

namespace {

Work root() {
  return {.id = "10.1000/root",
          .title = "A Root of Things",
          .authors = {"Ada Lovelace", "Plato"},
          .journal = "Journal of Roots",
          .references = {{.work = "10.1000/y"},
                         {.work = "2401.00001"},
                         {.work = "2403.00835"},
                         {.title = "A Book Nobody Parsed", .author = "Scribe", .year = "1984"},
                         {.title = "Notes of a Workshop"}}};
}

Work published_preprint() {
  return {.id = "2403.00835", .title = "A Later Thing", .authors = {"Ben Beta"}, .doi = "10.1000/Later"};
}

std::vector<Work> small_catalogue() {
  std::vector<Work> works = numbered_works(1);
  works.push_back(root());
  works.push_back(published_preprint());
  return works;
}

json message_of(const Server& server, const std::string& target) {
  return json_of(get(server, target)).at("message");
}

}  // namespace

TEST_CASE("Crossref knows published works, and says in plain text when it does not") {
  const Server server(small_catalogue());
  const json message = message_of(server, "/works/10.1000%2Froot");
  CHECK(message.at("DOI") == "10.1000/root");
  CHECK(message.at("author").at(0).at("family") == "Lovelace");
  CHECK(message.at("author").at(1).at("name") == "Plato");
  CHECK(message_of(server, "/works/10.1000/LATER").at("title").at(0) == "A Later Thing");
  for (const char* doi : {"10.48550%2Farxiv.2401.00001", "10.48550%2Farxiv.2403.00835", "10.9%2Fx"}) {
    const Received absent = get(server, "/works/" + std::string(doi));
    CHECK(status_of(absent) == 404);
    CHECK(holds(absent.text, "Content-Type: text/plain"));
    CHECK(body_of(absent) == "Resource not found.");
  }
}

TEST_CASE("deposited references are taken apart or one string, and arXiv has no field") {
  const Server server(small_catalogue());
  const json message = message_of(server, "/works/10.1000%2Froot");
  CHECK(message.at("reference-count") == 5);
  const json& references = message.at("reference");
  REQUIRE(references.size() == 5);
  CHECK(references.at(0) == json{{"key", "ref1"}, {"doi-asserted-by", "publisher"}, {"DOI", "10.1000/y"}});
  CHECK(
      references.at(1) ==
      json{{"key", "ref2"},
           {"unstructured", "Ada Author1: Paper Number 1 of Many. arXiv preprint arXiv:2401.00001 (2024)"}});
  CHECK(references.at(2).at("DOI") == "10.1000/Later");
  CHECK(references.at(3) == json{{"key", "ref4"},
                                 {"article-title", "A Book Nobody Parsed"},
                                 {"author", "Scribe"},
                                 {"year", "1984"}});
  CHECK(references.at(4).at("unstructured") == "Notes of a Workshop.");
}

TEST_CASE("a publisher that deposits no references leaves no trace of them") {
  Server server;
  Work work = root();
  work.coverage.crossref = Coverage::bare;
  server.publish(work);
  const json message = message_of(server, "/works/10.1000%2Froot");
  CHECK(message.at("reference-count") == 0);
  CHECK_FALSE(message.contains("reference"));
  work.coverage.crossref = Coverage::none;
  server.publish(work);
  CHECK(status_of(get(server, "/works/10.1000%2Froot")) == 404);
}

TEST_CASE("a search by title has a likeliest hit, which may be another work") {
  const Server server(small_catalogue());
  const json wrong = message_of(server, "/works?rows=1&query.title=A+Thing+of+Paper");
  REQUIRE(wrong.at("items").size() == 1);
  CHECK(wrong.at("items").at(0).at("title").at(0) != "A Thing of Paper");
  const json right = message_of(server, "/works?query.bibliographic=root+things");
  CHECK(right.at("items").at(0).at("DOI") == "10.1000/root");
  CHECK(message_of(server, "/works?rows=2&query.title=Paper+Number+1").at("items").empty());
}

TEST_CASE("Crossref's answers have keys of the recorded ones") {
  const Server server(small_catalogue());
  const Recordings recordings("crossref");
  const json ours = json_of(get(server, "/works/10.1000%2Froot"));
  const auto part_of = [](const json& few, const json& many) {
    const auto all = keys_of(many);
    return std::ranges::all_of(keys_of(few), [&](const auto& key) { return all.contains(key); });
  };
  recordings.with("works_10.1038_s42256-024-00832-8.json", [&](const std::string& body) {
    const json theirs = json::parse(body);
    CHECK(keys_of(ours) == keys_of(theirs));
    CHECK(part_of(ours.at("message"), theirs.at("message")));
    CHECK(part_of(ours.at("message").at("reference").at(1), theirs.at("message").at("reference").at(0)));
    CHECK(keys_of(ours.at("message").at("author").at(0)) == keys_of(theirs.at("message").at("author").at(1)));
  });
  recordings.with("works_with_one_id.json", [&](const std::string& body) {
    const json theirs = json::parse(body).at("message").at("reference").at(0);
    CHECK(part_of(ours.at("message").at("reference").at(0), theirs));
    CHECK(part_of(ours.at("message").at("reference").at(3), theirs));
  });
  recordings.with("works_query.title_attention.json", [&](const std::string& body) {
    const json list = json_of(get(server, "/works?rows=1&query.title=root"));
    CHECK(keys_of(list) == keys_of(json::parse(body)));
    CHECK(keys_of(list.at("message")) == keys_of(json::parse(body).at("message")));
  });
  recordings.with("works_10.48550_arxiv.2312.07559.404.txt", [&](const std::string& body) {
    CHECK(body_of(get(server, "/works/10.48550%2Farxiv.2312.07559")) == body);
  });
}
