// arXiv's HTML pages in the server.
#include <algorithm>
#include <regex>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "server/client.hpp"
#include "server/recording.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): a test of this very namespace

namespace {

Work root() {
  return {.id = "2403.00835",
          .title = "A Root of Things",
          .authors = {"Ada Lovelace"},
          .versions = 2,
          .references = {{.work = "2401.00001"},
                         {.work = "2401.00002"},
                         {.work = "2401.00003", .prints_id = false},
                         {.work = "10.1000/y", .title = "Fish & Chips <again>", .author = "Cy Gamma"},
                         {.title = "A Book Nobody Parsed", .author = "Cy Scribe", .year = "1984"}}};
}

Server& with(Server& server, const Work& work) {
  for (const Work& other : numbered_works(3)) {
    server.publish(other);
  }
  server.publish(work);
  return server;
}

/// The classes of a page that have to do with its bibliography.
std::set<std::string> classes_of(const std::string& html) {
  static const std::regex k_class(
      "ltx_(bib[a-z]*(_cited)?|title_bibliography|tag_bibitem|role_refnum|ref)\\b");
  return {std::sregex_token_iterator(html.begin(), html.end(), k_class), {}};
}

}  // namespace

TEST_CASE("papers of cs.CL have labels with name and year") {
  Server server;
  const std::string html = get(with(server, root()), "/html/2403.00835v2").text;
  CHECK(count(html, "class=\"ltx_bibitem\"") == 5);
  CHECK(holds(html, ">Author1 et al. (2024)<"));
  CHECK(holds(html, "Ada Author1, and Ben Beta."));
  CHECK(holds(html, "arXiv preprint arXiv:2401.00001."));
  CHECK(holds(html, "href=\"https://arxiv.org/abs/2401.00002\""));
  CHECK_FALSE(holds(html, "2401.00003"));
  CHECK(holds(html, "Paper Number 3 of Many."));
  CHECK(holds(html, "Fish &amp; Chips &lt;again&gt;."));
  CHECK(holds(html, "href=\"https://doi.org/10.1000/y\""));
  CHECK(holds(html, ">Scribe (1984)<"));
}

TEST_CASE(
    "papers of other categories have numbers, classes in another order and notes of where a work is cited") {
  Server server;
  Work work = root();
  work.categories = {"cs.LG"};
  const std::string html = get(with(server, work), "/html/2403.00835").text;
  CHECK(count(html, "class=\"ltx_role_article ltx_bibitem\"") == 5);
  CHECK(holds(html, "[5]"));
  CHECK(holds(html,
              "\xE2\x80\x9C"
              "A Book Nobody Parsed,\xE2\x80\x9D"));
  CHECK(count(html, "ltx_bib_cited") == 5);
}

TEST_CASE("a page may have no bibliography, and a paper no page") {
  Server server;
  Work work = root();
  work.coverage.html = Coverage::bare;
  const std::string html = get(with(server, work), "/html/2403.00835").text;
  CHECK(holds(html, "ltx_document"));
  CHECK_FALSE(holds(html, "ltx_bib"));
  work.coverage.html = Coverage::none;
  server.publish(work);
  CHECK(status_of(get(server, "/html/2403.00835")) == 404);
  CHECK(status_of(get(server, "/html/2401.00001v2")) == 404);
  CHECK(status_of(get(server, "/html/nonsense")) == 404);
  CHECK(status_of(get(server, "/html/2401.00001v1")) == 200);
}

TEST_CASE("the bibliography has the classes of a recorded one") {
  Server server;
  Work work = root();
  work.categories = {"cs.LG"};
  const std::string html = get(with(server, work), "/html/2403.00835").text;
  const Recordings recordings("arxiv/html");
  recordings.with("ar5iv_2307.00235.html", [&](const std::string& body) {
    const std::set<std::string> theirs = classes_of(body);
    std::set<std::string> ours = classes_of(html);
    CHECK(ours.erase("ltx_bib_cited") == 1);  // of files made by BibTeX; the recorded one is written by hand
    for (const std::string& name : ours) {
      CAPTURE(name);
      CHECK(theirs.contains(name));
    }
    CHECK(ours.size() >= 6);
  });
}
