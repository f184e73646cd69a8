#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/golden.hpp"
#include "unit/cli/shell.hpp"

namespace papers {
namespace {

using test::Shell;

/// One paper whose references two sources list, one that none knows, one that cites nothing, one never asked
/// for.
constexpr const char* k_library = R"({"type":"library","schema":1}
{"type":"paper","id":"arXiv:2403.00001","title":"A citing paper","authors":["Ada Ames"],"year":2024,"state":"reading","root":true}
{"type":"paper","id":"arXiv:2303.00002","title":"A paper that is kept, with a title that goes on and on and does not fit any line","authors":["Ben Bell","Cleo Cole"],"year":2023,"state":"queued"}
{"type":"paper","id":"doi:10.1000/a-long-identifier-of-a-work","title":"Known by a DOI","authors":["Dan Day"],"year":2011}
{"type":"references","id":"arXiv:2403.00001","source":"semantic-scholar","fetched":"2024-11-17T09:00:00Z","stated":5,"complete":true,"beyond":1}
{"type":"cites","from":"arXiv:2403.00001","to":"arXiv:2303.00002","source":"semantic-scholar","position":1}
{"type":"cites","from":"arXiv:2403.00001","to":"arXiv:1706.03762","source":"semantic-scholar","position":2,"title":"Far away","author":"Eve East","year":2017}
{"type":"cites","from":"arXiv:2403.00001","to":"doi:10.1000/a-long-identifier-of-a-work","source":"semantic-scholar","position":4}
{"type":"references","id":"arXiv:2403.00001","source":"openalex","fetched":"2024-11-16T09:00:00Z"}
{"type":"cites","from":"arXiv:2403.00001","to":"arXiv:2303.00002","source":"openalex","position":1}
{"type":"unresolved","from":"arXiv:2403.00001","title":"A handbook","author":"Fay Ford","year":1999,"source":"openalex","position":2}
{"type":"references","id":"arXiv:2303.00002","source":"semantic-scholar","fetched":"2024-11-17T09:00:00Z","answer":"unknown"}
{"type":"references","id":"doi:10.1000/a-long-identifier-of-a-work","source":"semantic-scholar","fetched":"2024-11-17T09:00:00Z","answer":"withheld"}
)";

constexpr int k_no_match = 3;

void fill(Shell& shell) {
  shell.variables["TZ"] = "UTC";
  shell.input = k_library;
  REQUIRE(shell.run({"import", "-"}) == 0);
}

TEST_CASE("references are shown as accepted: position, mark, title, byline, name, sources, and who said so") {
  Shell shell;
  fill(shell);
  REQUIRE(shell.run({"refs", "2403.00001"}) == 0);
  test::check_golden("cli/refs.txt", shell.out + "--\n" + shell.err);
}

TEST_CASE("none, unknown, withheld and not fetched are told apart, and only none is an answer") {
  Shell shell;
  fill(shell);
  CHECK(shell.run({"refs", "2303.00002"}) == k_no_match);
  CHECK(shell.out.empty());
  CHECK(
      shell.err ==
      "papers: bell2023paper: references unknown (Semantic Scholar, 2024-11-17); papers refs 2 --fetch asks "
      "the services\n");
  CHECK(shell.run({"refs", "doi:10.1000/a-long-identifier-of-a-work"}) == k_no_match);
  CHECK(shell.err.starts_with("papers: day2011known: references withheld (Semantic Scholar, 2024-11-17); "));
  shell.input = R"({"type":"paper","id":"arXiv:2401.00009","title":"Never asked"}
{"type":"paper","id":"arXiv:2401.00008","title":"Cites nothing"}
{"type":"paper","id":"url:https://example.org/post","title":"A post","kind":"post"}
{"type":"references","id":"arXiv:2401.00008","source":"openalex","fetched":"2024-11-17T09:00:00Z","answer":"empty"})";
  REQUIRE(shell.run({"import", "-"}) == 0);
  CHECK(shell.run({"refs", "2401.00009", "-q"}) == k_no_match);
  CHECK(shell.err.find("references not fetched; papers refs") != std::string::npos);
  CHECK(shell.run({"refs", "2401.00009", "--offline"}) == k_no_match);
  CHECK(shell.err.find("once online, papers refs") != std::string::npos);
  CHECK(shell.run({"refs", "2401.00008"}) == 0);
  CHECK(shell.err.find("cites nothing (OpenAlex, 2024-11-17)") != std::string::npos);
  CHECK(shell.run({"refs", "https://example.org/post"}) == k_no_match);
  CHECK(shell.err.find("it is a post") != std::string::npos);
}

TEST_CASE("a fetch that is tried out asks nobody and changes nothing") {
  Shell shell;
  fill(shell);
  REQUIRE(shell.run({"refs", "2403.00001", "--fetch", "--dry-run"}) == 0);
  CHECK(shell.err.find("followed 2 steps (dry run: nobody was asked") != std::string::npos);
  CHECK(shell.answers.asked.empty());
}

TEST_CASE("references in JSON say how each is known and by whom") {
  Shell shell;
  fill(shell);
  REQUIRE(shell.run({"refs", "2403.00001", "--json"}) == 0);
  const auto answer = nlohmann::json::parse(shell.out);
  CHECK(answer["item"] == "arXiv:2403.00001");
  CHECK(answer["references"]["known"] == 2);
  REQUIRE(answer["items"].size() == 2);
  CHECK(answer["items"][0]["id"] == "arXiv:2303.00002");
  CHECK(answer["items"][0]["position"] == 1);
  CHECK(answer["items"][0]["sources"] == nlohmann::json::array({"openalex", "semantic-scholar"}));
  REQUIRE(answer["unresolved"].size() == 1);
  CHECK(answer["unresolved"][0]["title"] == "A handbook");
  REQUIRE(answer["beyond"].size() == 1);
  CHECK(answer["beyond"][0]["id"] == "arXiv:1706.03762");
  CHECK(answer["beyond"][0]["year"] == 2017);
  CHECK(answer["sources"].size() == 2);
  CHECK(answer["sources"][1]["answer"] == "listed");
}

TEST_CASE("papers that cite one come with those kept first, and say what is counted") {
  Shell shell;
  fill(shell);
  REQUIRE(shell.run({"cited-by", "2303.00002"}) == 0);
  CHECK(shell.out == "▶  A citing paper  Ames 2024  #1\n");
  CHECK(shell.err == "bell2023paper: cited by 1 paper whose references are known, 1 of them yours\n");
  REQUIRE(shell.run({"cited-by", "2403.00001"}) == 0);
  CHECK(shell.out.empty());
  CHECK(shell.err == "ames2024citing: cited by 0 papers whose references are known\n");
}

}  // namespace
}  // namespace papers
