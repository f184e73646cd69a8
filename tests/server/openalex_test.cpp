// OpenAlex's part of the server.
#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "server/client.hpp"
#include "server/recording.hpp"
#include "server/work_ids.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): a test of this very namespace
using nlohmann::json;

namespace {

std::string address_of(const std::string& id) {
  return "https://openalex.org/" + openalex_id_of(id);
}

/// A preprint that was published, and cites two papers, a deleted one and a string.
Work root() {
  return {.id = "2403.00835",
          .title = "A Root of Things",
          .authors = {"Ada Lovelace"},
          .doi = "10.1000/Root",
          .journal = "Journal of Roots",
          .references = {{.work = "2401.00002"},
                         {.work = "2401.00001"},
                         {.work = "2312.00001"},
                         {.title = "A Book Nobody Parsed"}}};
}

std::vector<Work> small_catalogue() {
  std::vector<Work> works = numbered_works(3);
  works.push_back(root());
  return works;
}

json works_of(const Server& server, const std::string& query) {
  return json_of(get(server, "/works?select=id&" + query)).at("results");
}

std::string many_names(int count) {
  std::string names;
  for (int n = 1; n <= count; ++n) {
    names += (n == 1 ? "" : "|") + openalex_id_of(numbered_id(n));
  }
  return names;
}

}  // namespace

TEST_CASE("a work answers to its id and to its DOI in either spelling") {
  const Server server(small_catalogue());
  for (const std::string& name :
       {openalex_id_of("2403.00835"), address_of("2403.00835"), std::string("doi:10.1000/root"),
        std::string("doi:10.1000%2FROOT"), std::string("https://doi.org/10.1000/root")}) {
    CAPTURE(name);
    CHECK(json_of(get(server, "/works/" + name)).at("id") == address_of("2403.00835"));
  }
  CHECK(json_of(get(server, "/works/doi:10.48550/arxiv.2401.00001")).at("id") == address_of("2401.00001"));
}

TEST_CASE("the references are those that were recognised, deleted works too") {
  const Server server(small_catalogue());
  const json work = json_of(get(server, "/works/doi:10.1000/root?select=id,doi,referenced_works"));
  CHECK(work.size() == 3);
  CHECK(work.at("doi") == "https://doi.org/10.1000/root");
  const json& cited = work.at("referenced_works");
  CHECK(cited.size() == 3);
  std::string names;
  for (const json& name : cited) {
    names += "|" + name.get<std::string>();
  }
  CHECK(holds(names, address_of("2312.00001")));
  CHECK(works_of(server, "filter=openalex:" + names.substr(1)).size() == 2);
  CHECK(works_of(server, "filter=cited_by:" + openalex_id_of("2403.00835")).size() == 2);
}

TEST_CASE("a list has an order of its own, leaves out what is unknown and takes a hundred values") {
  std::vector<Work> works = numbered_works(101);
  const Server server(works);
  const json two = works_of(server, "filter=openalex:" + openalex_id_of(numbered_id(1)) + "%7CW7%7C" +
                                        openalex_id_of(numbered_id(2)));
  REQUIRE(two.size() == 2);
  CHECK(two.at(0).at("id") == address_of(numbered_id(2)));
  CHECK(works_of(server, "filter=doi:10.48550/arxiv.2401.00003|https://doi.org/10.48550/arxiv.2401.00004")
            .size() == 2);
  CHECK(works_of(server, "per_page=100&filter=openalex:" + many_names(100)).size() == 100);
  const Received many = get(server, "/works?filter=openalex:" + many_names(101));
  CHECK(status_of(many) == 400);
  CHECK(json_of(many).at("error") == "Invalid query parameters error.");
}

TEST_CASE("lists come by pages or by cursors") {
  const Server server(numbered_works(5));
  const std::string filter = "/works?select=id&filter=publication_year:2024&per_page=2&";
  const json last = json_of(get(server, filter + "page=3"));
  CHECK(last.at("results").size() == 1);
  CHECK(last.at("meta").at("count") == 5);
  CHECK_FALSE(last.at("meta").contains("next_cursor"));
  std::string cursor = "*";
  std::size_t seen = 0;
  for (int pages = 0; pages < 4; ++pages) {
    const json page = json_of(get(server, filter + "cursor=" + cursor));
    seen += page.at("results").size();
    cursor = page.at("meta").at("next_cursor").is_null()
                 ? ""
                 : page.at("meta").at("next_cursor").get<std::string>();
  }
  CHECK(seen == 5);
  CHECK(cursor.empty());
  CHECK(status_of(get(server, filter + "page=5001")) == 400);
  CHECK(status_of(get(server, "/works?per_page=201")) == 400);
}

TEST_CASE(
    "a search by title has a likeliest hit, and costs more credits than a list, and that more than a work") {
  const Server server(small_catalogue());
  const Received searched = get(server, "/works?filter=title.search:a+root+of+things");
  CHECK(json_of(searched).at("results").at(0).at("title") == "A Root of Things");
  CHECK(holds(searched.text, "X-RateLimit-Credits-Used: 10\r\n"));
  CHECK(json_of(get(server, "/works?search=paper+number+9+of+many&filter=publication_year:2024"))
            .at("results")
            .size() == 3);
  CHECK(holds(get(server, "/works?filter=publication_year:2024").text, "X-RateLimit-Credits-Used: 1\r\n"));
  CHECK(holds(get(server, "/works/doi:10.1000/root").text, "X-RateLimit-Credits-Used: 0\r\n"));
}

TEST_CASE("an unknown work is a page of HTML, and so is arXiv's DOI of a work that was published") {
  const Server server(small_catalogue());
  for (const char* target : {"/works/W7", "/works/doi:10.9/x", "/works/doi:10.48550/arxiv.2403.00835"}) {
    const Received unknown = get(server, target);
    CHECK(status_of(unknown) == 404);
    CHECK(holds(unknown.text, "Content-Type: text/html"));
    CHECK(body_of(unknown).starts_with("<!doctype html>"));
  }
}

TEST_CASE("a merged work redirects to the one that is left, by DOI too") {
  Server server;
  Work work = root();
  work.former = {"W77", "10.48550/arXiv.2403.00835"};
  server.publish(work);
  for (const char* name : {"w77", "doi:10.48550/arxiv.2403.00835"}) {
    const Received moved = get(server, "/works/" + std::string(name) + "?select=id");
    CHECK(status_of(moved) == 301);
    CHECK(holds(moved.text, "Location: /works/" + openalex_id_of("2403.00835") + "?select=id\r\n"));
  }
  CHECK(works_of(server, "filter=openalex:W77").empty());
}

TEST_CASE("an empty list of references and a null title are what they are") {
  Server server;
  Work work = root();
  work.coverage.openalex = Coverage::bare;
  work.title.clear();
  server.publish(work);
  const json answer = json_of(get(server, "/works/doi:10.1000/root"));
  CHECK(answer.at("referenced_works") == json::array());
  CHECK(answer.at("referenced_works_count") == 0);
  CHECK(answer.at("title").is_null());
  CHECK(answer.at("locations").at(1).at("landing_page_url") == "http://arxiv.org/abs/2403.00835");
  work.coverage.openalex = Coverage::none;
  server.publish(work);
  CHECK(status_of(get(server, "/works/doi:10.1000/root")) == 404);
}

TEST_CASE("a wrong key is worse than none, unless none is refused as well") {
  Server server(small_catalogue());
  const std::string work = "/works/doi:10.1000/root";
  CHECK(status_of(get(server, work + "?api_key=any")) == 200);
  server.set_rules(OpenAlexRules{.key = "opensesame"});
  CHECK(status_of(get(server, work)) == 200);
  CHECK(status_of(get(server, work + "?api_key=opensesame")) == 200);
  CHECK(status_of(get(server, work, "Authorization: Bearer opensesame\r\n")) == 200);
  const Received wrong = get(server, work + "?api_key=wrong");
  CHECK(status_of(wrong) == 401);
  CHECK(json_of(wrong) == json{{"error", "Invalid or missing API key"}, {"message", "API key not found"}});
  CHECK(status_of(get(server, work, "Authorization: Bearer wrong\r\n")) == 401);
  server.set_rules(OpenAlexRules{.key = "opensesame", .keyless = false});
  CHECK(status_of(get(server, work)) == 401);
}

TEST_CASE("parameters and fields that do not exist are refused") {
  const Server server(small_catalogue());
  for (const char* target :
       {"/works?limit=3", "/works?filter=nonsense:1", "/works/W7?select=nonsense", "/works?cursor=c*"}) {
    CAPTURE(target);
    const Received refused = get(server, target);
    CHECK(status_of(refused) == 400);
    CHECK(json_of(refused).at("error") == "Invalid query parameters error.");
  }
  CHECK(status_of(get(server, "/works?filter=openalex:" + std::string(9000, 'W'))) == 400);
}

TEST_CASE("a limit says when to come back, in a second or tomorrow") {
  Server server(small_catalogue());
  server.spoil("/works", instead(openalex_too_many_requests(1)));
  server.spoil("/works", instead(openalex_too_many_requests(40000)));
  server.spoil("/works", instead(openalex_timeout()));
  const Received soon = get(server, "/works/W7");
  CHECK(status_of(soon) == 429);
  CHECK(holds(soon.text, "Retry-After: 1\r\n"));
  CHECK(json_of(get(server, "/works/W7")).at("retryAfter") == 40000);
  CHECK(json_of(get(server, "/works/W7")) == json{{"reason", "query_timeout"}});
}

TEST_CASE("answers have keys of the recorded ones") {
  const Server server(small_catalogue());
  const Recordings recordings("openalex");
  const auto same = [&](const std::string& name, const std::string& target) {
    recordings.with(name, [&](const std::string& body) {
      CAPTURE(name);
      CHECK(keys_of(json_of(get(server, target))) == keys_of(json::parse(body)));
    });
  };
  const std::string work = "/works/doi:10.1000/root";
  same("works_W4385245566_attention.select-refs.json",
       work + "?select=id,title,referenced_works,referenced_works_count");
  same("works_bad-select.400.json", work + "?select=nonsense");
  same("works_bad-filter.400.json", "/works?filter=nonsense:1");
  same("works_openalex-or-2.cursor1.json", "/works?filter=openalex:W1&cursor=*");
  recordings.with("works_openalex-or-2.cursor1.json", [&](const std::string& body) {
    const json ours = json_of(get(server, "/works?filter=publication_year:2024&cursor=*"));
    CHECK(keys_of(ours.at("meta")) == keys_of(json::parse(body).at("meta")));
  });
  recordings.with("works_W2741809807.2025.json", [&](const std::string& body) {
    const json theirs = json::parse(body);
    const json ours = json_of(get(server, work));
    const auto keys = keys_of(theirs);
    for (const std::string& key : keys_of(ours)) {
      CAPTURE(key);
      CHECK(keys.contains(key));
    }
    const auto part_of = [](const json& few, const json& many) {
      const auto all = keys_of(many);
      return std::ranges::all_of(keys_of(few), [&](const auto& key) { return all.contains(key); });
    };
    CHECK(part_of(ours.at("authorships").at(0), theirs.at("authorships").at(0)));
    CHECK(part_of(ours.at("locations").at(0), theirs.at("locations").at(0)));
    CHECK(part_of(ours.at("ids"), theirs.at("ids")));
  });
}
