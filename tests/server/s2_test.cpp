// Semantic Scholar's part of the server.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "server/client.hpp"
#include "server/recording.hpp"
#include "server/work_ids.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): a test of this very namespace
using nlohmann::json;

namespace {

const std::string k_batch = "/graph/v1/paper/batch";
const std::string k_paper = "/graph/v1/paper/";

/// A root that cites two papers and a book that nobody recognised.
Work root() {
  return {.id = "2403.00835",
          .title = "A Root of Things",
          .authors = {"Ada Beatrice Lovelace", "Ben Beta"},
          .references = {{.work = "2401.00002", .contexts = {"As shown before [2]."}},
                         {.title = "A Book Nobody Parsed", .year = "1984"},
                         {.work = "2401.00001"}}};
}

std::vector<Work> small_catalogue() {
  std::vector<Work> works = numbered_works(3);
  works.push_back(root());
  return works;
}

Received ask_batch(const Server& server, const std::vector<std::string>& ids, const std::string& fields) {
  return post(server, k_batch + "?fields=" + fields, json{{"ids", ids}}.dump());
}

json titles(const json& papers) {
  json list = json::array();
  for (const json& paper : papers) {
    list.push_back(paper.is_null() ? paper : paper.at("title"));
  }
  return list;
}

}  // namespace

TEST_CASE("a batch comes in the order asked, with null for what is unknown") {
  const Server server(small_catalogue());
  const Received received = ask_batch(
      server,
      {"ARXIV:2401.00002", "ARXIV:9999.99999", "DOI:10.48550/arxiv.2401.00001", "ARXIV:2401.00002v1",
       s2_id_of("2401.00003"), "CorpusId:" + std::to_string(corpus_id_of("2403.00835"))},
      "title");
  CHECK(status_of(received) == 200);
  CHECK(body_of(received).ends_with("}]\n"));
  CHECK(titles(json_of(received)) == json::array({"Paper Number 2 of Many", nullptr, "Paper Number 1 of Many",
                                                  nullptr, "Paper Number 3 of Many", "A Root of Things"}));
}

TEST_CASE("a batch of which nothing is known is an error, not a list of nulls") {
  const Server server(small_catalogue());
  const Received received = ask_batch(server, {"ARXIV:9999.99999"}, "title");
  CHECK(status_of(received) == 400);
  CHECK(body_of(received) == "{\"error\":\"No valid paper ids given\"}\n");
  CHECK(status_of(post(server, k_batch, "no JSON")) == 400);
  CHECK(status_of(ask_batch(server, std::vector<std::string>(501, "ARXIV:2401.00001"), "title")) == 400);
}

TEST_CASE("only the fields that were asked for come, and unknown ones are refused") {
  const Server server(small_catalogue());
  const json paper = json_of(get(server, k_paper + "ARXIV:2403.00835?fields=title,year,externalIds,authors," +
                                             "referenceCount,references.title,references.authors"));
  CHECK(paper.at("year") == 2024);
  CHECK(paper.at("externalIds").at("ArXiv") == "2403.00835");
  CHECK(paper.at("externalIds").at("CorpusId").is_number());
  CHECK(paper.at("authors").at(0).at("name") == "Ada Beatrice Lovelace");
  CHECK(paper.at("authors").at(1).at("name") == "B. Beta");
  CHECK(paper.at("referenceCount") == 3);
  CHECK_FALSE(paper.contains("abstract"));
  CHECK_FALSE(paper.at("references").at(0).contains("year"));
  CHECK(paper.at("references").at(1) ==
        json{{"paperId", nullptr}, {"title", "A Book Nobody Parsed"}, {"authors", json::array()}});
  CHECK(json_of(get(server, k_paper + "ARXIV:2403.00835")).size() == 2);

  const Received bad = get(server, k_paper + "ARXIV:2403.00835?fields=title,unknown,references.contexts");
  CHECK(status_of(bad) == 400);
  CHECK(json_of(bad).at("error") == "Unrecognized or unsupported fields: [unknown, references.contexts]");
  CHECK(json_of(get(server, k_paper + "ARXIV:2403.00835?limit=3")).at("error") ==
        "Unacceptable query params: [limit=3]");
}

TEST_CASE("lists beyond the cap of a batch come back empty without a word") {
  Server server(small_catalogue());
  const std::vector<std::string> ids{"ARXIV:2403.00835", "ARXIV:2401.00001", "ARXIV:2403.00835"};
  const std::string fields = "title,referenceCount,references.title";
  const json whole = json_of(ask_batch(server, ids, fields));
  CHECK(whole.at(2).at("references").size() == 3);
  server.set_rules(S2Rules{.nested_cap = 5});
  const json capped = json_of(ask_batch(server, ids, fields));
  CHECK(capped.at(0).at("references").size() == 3);
  CHECK(capped.at(2).at("references").empty());
  CHECK(capped.at(2).at("referenceCount") == 3);
}

TEST_CASE("references come by pages, and the last one has no next") {
  Server server(small_catalogue());
  const std::string page = k_paper + "ARXIV:2403.00835/references?limit=2&fields=title,contexts&offset=";
  const json first = json_of(get(server, page + "0"));
  CHECK(first.at("next") == 2);
  CHECK(first.at("data").at(0).at("contexts").at(0) == "As shown before [2].");
  const json all =
      json_of(get(server, k_paper + "ARXIV:2403.00835/references?fields=title,contextsWithIntent"));
  CHECK(all.at("data").at(0).at("contextsWithIntent") ==
        json::array({{{"context", "As shown before [2]."}, {"intents", json::array({"background"})}}}));
  CHECK(first.at("data").at(0).at("citedPaper").at("paperId") == s2_id_of("2401.00002"));
  CHECK(first.at("data").at(1).at("citedPaper").at("paperId").is_null());
  const json last = json_of(get(server, page + "2"));
  CHECK_FALSE(last.contains("next"));
  CHECK(last.at("offset") == 2);
  CHECK(last.at("data").size() == 1);
  CHECK(json_of(get(server, page + "10")).at("data").empty());
  CHECK(status_of(get(server, page + "9998")) == 400);
  CHECK(status_of(get(server, k_paper + "ARXIV:2403.00835/references?limit=1001")) == 400);
}

TEST_CASE("what may not be told is null and not empty") {
  Server server;
  Work work = root();
  work.coverage.s2 = Coverage::withheld;
  server.publish(work);
  const json page = json_of(get(server, k_paper + "ARXIV:2403.00835/references"));
  CHECK(page.at("data").is_null());
  CHECK(holds(page.at("citingPaperInfo").at("openAccessPdf").at("disclaimer"), "'references'"));
  const json papers = json_of(ask_batch(server, {"ARXIV:2403.00835"}, "referenceCount,references.title"));
  CHECK(papers.at(0).at("references").is_null());
  CHECK(papers.at(0).at("referenceCount") == 3);
}

TEST_CASE("a paper that was not parsed yet has no references, and one that is not known is a 404") {
  Server server;
  Work work = root();
  work.coverage.s2 = Coverage::bare;
  server.publish(work);
  const json paper = json_of(get(server, k_paper + "ARXIV:2403.00835?fields=referenceCount,references"));
  CHECK(paper.at("referenceCount") == 0);
  CHECK(paper.at("references").empty());
  work.coverage.s2 = Coverage::none;
  server.publish(work);
  const Received unknown = get(server, k_paper + "ARXIV:2403.00835?fields=title");
  CHECK(status_of(unknown) == 404);
  CHECK(body_of(unknown) == "{\"error\":\"Paper with id ARXIV:2403.00835 not found\"}\n");
}

TEST_CASE("a merged paper answers to its old name with its new one") {
  Server server;
  const std::string old_name(40, 'a');
  server.publish({.id = "2401.00001", .title = "T", .authors = {"A B"}, .former = {old_name}});
  CHECK(json_of(get(server, k_paper + old_name)).at("paperId") == s2_id_of("2401.00001"));
}

TEST_CASE("a match by title is the likeliest paper, right or wrong") {
  const Server server(small_catalogue());
  const auto match = [&server](const std::string& title) {
    return get(server, "/graph/v1/paper/search/match?fields=title,year&query=" + title);
  };
  const json right = json_of(match("a+ROOT+of+things"));
  CHECK(right.at("data").size() == 1);
  CHECK(right.at("data").at(0).at("title") == "A Root of Things");
  CHECK(right.at("data").at(0).at("matchScore").is_number());
  CHECK(json_of(match("Paper+Number+17+of+Many")).at("data").at(0).at("title") == "Paper Number 3 of Many");
  CHECK(status_of(match("quite+something+else")) == 404);
  CHECK(body_of(match("quite+something+else")) == "{\"error\":\"Title match not found\"}\n");
}

TEST_CASE("a key is asked for when the test says so") {
  Server server(small_catalogue());
  server.set_rules(S2Rules{.key = "opensesame"});
  const Received without = get(server, k_paper + "ARXIV:2401.00001");
  CHECK(status_of(without) == 403);
  CHECK(holds(without.text, "x-amzn-ErrorType: ForbiddenException\r\n"));
  CHECK(body_of(without) == R"({"message": "Forbidden"})");
  CHECK(status_of(get(server, k_paper + "ARXIV:2401.00001", "x-api-key: wrong\r\n")) == 403);
  CHECK(status_of(get(server, k_paper + "ARXIV:2401.00001", "x-api-key: opensesame\r\n")) == 200);
}

TEST_CASE("the gateway's own words name no time to wait") {
  Server server(small_catalogue());
  server.spoil(k_paper, instead(s2_too_many_requests()));
  const Received busy = get(server, k_paper + "ARXIV:2401.00001");
  CHECK(status_of(busy) == 429);
  CHECK_FALSE(holds(busy.text, "Retry-After"));
  CHECK(json_of(busy).at("code") == "429");
  server.spoil(k_paper, instead(s2_timeout()));
  CHECK(status_of(get(server, k_paper + "ARXIV:2401.00001")) == 504);
}

TEST_CASE("a batch can be spoiled for one of its ids, and its body is recorded") {
  Server server(small_catalogue());
  server.spoil_asking(k_batch, "2401.00003", hang_up());
  CHECK(status_of(ask_batch(server, {"ARXIV:2401.00001"}, "title")) == 200);
  CHECK(ask_batch(server, {"ARXIV:2401.00002", "ARXIV:2401.00003"}, "title").text.empty());
  CHECK(status_of(ask_batch(server, {"ARXIV:2401.00003"}, "title")) == 200);
  const auto requests = server.requests().to(k_batch);
  REQUIRE(requests.size() == 3);
  CHECK(requests.at(1).method == "POST");
  CHECK(batch_ids(requests.at(1)) == std::vector<std::string>{"ARXIV:2401.00002", "ARXIV:2401.00003"});
  server.spoil(k_batch, cut_without_length());
  CHECK(json_of(ask_batch(server, {"ARXIV:2401.00003"}, "title")).is_discarded());
}

TEST_CASE("answers have the keys of the recorded ones") {
  const Server server(small_catalogue());
  const Recordings recordings("semantic-scholar");
  const std::string fields =
      "?fields=abstract,authors,citationCount,citationStyles,corpusId,externalIds,fieldsOfStudy,"
      "influentialCitationCount,isOpenAccess,journal,openAccessPdf,paperId,publicationDate,publicationTypes,"
      "publicationVenue,referenceCount,s2FieldsOfStudy,title,url,venue,year";
  const auto compare = [&](const std::string& name, const std::string& target, const std::string& pointer) {
    recordings.with(name, [&](const std::string& body) {
      CAPTURE(name);
      const json::json_pointer at(pointer);
      CHECK(keys_of(json_of(get(server, target)).at(at)) == keys_of(json::parse(body).at(at)));
    });
  };
  const std::string root_paper = k_paper + "ARXIV:2403.00835";
  compare("paper_10.1093_mind_lix.236.433.title.json", root_paper + "?fields=title", "");
  compare("paper_DOI-10.48550_arxiv.2312.07559.min.json", root_paper + "?fields=externalIds,title", "");
  compare("references_10.2139_ssrn.2250500.offset0.json", root_paper + "/references?fields=title&limit=2",
          "");
  compare("references_10.2139_ssrn.2250500.offset0.json", root_paper + "/references?fields=title&limit=2",
          "/data/0");
  compare("references_10.2139_ssrn.2250500.offset50.json", root_paper + "/references?fields=title", "");
  compare("paper_0.404.json", k_paper + "0?fields=title", "");
  compare("paper_bad-field.400.json", root_paper + "?fields=unknown", "");
  compare("match_no-hit.404.json", k_paper + "search/match?query=zzz", "");
  compare("match_mining-association-rules.json", k_paper + "search/match?query=a+root+of+things&fields=title",
          "/data/0");
  recordings.with("batch_allfields_with-null.json", [&](const std::string& body) {
    const json ours = json_of(post(server, k_batch + fields, R"({"ids":["ARXIV:2403.00835","0"]})"));
    CHECK(keys_of(ours.at(0)) == keys_of(json::parse(body).at(1)));
    CHECK(ours.at(1).is_null());
  });
  recordings.with("fragments/reference-item.json", [&](const std::string& body) {
    const std::string all = "?fields=title,contexts,intents,contextsWithIntent,isInfluential";
    const json ours = json_of(get(server, root_paper + "/references" + all)).at("data").at(0);
    CHECK(keys_of(ours) == keys_of(json::parse(body)));
    CHECK(keys_of(ours.at("contextsWithIntent").at(0)) ==
          keys_of(json::parse(body).at("contextsWithIntent").at(0)));
  });
}
