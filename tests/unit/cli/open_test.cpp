// papers open: what is handed to the desktop, and what is said when it is not the PDF.
#include <doctest/doctest.h>

#include "unit/cli/shell.hpp"
#include "util/atomic_file.hpp"

namespace papers {
namespace {

using test::Shell;
using Words = std::vector<std::string>;

/// One paper, of which version 4 has been downloaded.
struct Desktop : Shell {
  Desktop() {
    lay_out("2403.00835", "CLLMs");
    answers.works.begin()->second.item.version = 4;
    answers.pdfs["arXiv:2403.00835v4"] = "%PDF-";
    REQUIRE(run({"add", "-q", "--no-refs", "2403.00835"}) == 0);
    REQUIRE(run({"pdf", "1"}) == 0);
  }
  [[nodiscard]] bool says(std::string_view words) const { return err.find(words) != std::string::npos; }
};

}  // namespace

TEST_CASE("the PDF goes to the desktop, in the version that is named") {
  Desktop desktop;
  REQUIRE(desktop.run({"open", "1"}) == 0);
  REQUIRE(desktop.opened.size() == 2);
  CHECK(desktop.opened[0] == "xdg-open");
  CHECK(desktop.opened[1].ends_with("-v4.pdf"));
  CHECK(desktop.err.empty());
  desktop.opened.clear();
  REQUIRE(desktop.run({"open", "2403.00835v4"}) == 0);
  CHECK(desktop.opened.at(1).ends_with("-v4.pdf"));
}

TEST_CASE("a version that is not there opens as the page of that version, and the advice fetches it") {
  Desktop desktop;
  REQUIRE(desktop.run({"open", "2403.00835v1"}) == 0);
  CHECK(desktop.opened == Words{"xdg-open", "https://arxiv.org/abs/2403.00835v1"});
  CHECK(desktop.says("papers pdf arXiv:2403.00835v1"));
  desktop.answers.pdfs["arXiv:2403.00835v1"] = "%PDF-";
  REQUIRE(desktop.run({"pdf", "arXiv:2403.00835v1"}) == 0);
  REQUIRE(desktop.run({"open", "2403.00835v1"}) == 0);
  CHECK(desktop.opened.at(1).ends_with("-v1.pdf"));
  REQUIRE(desktop.run({"open", "2403.00835v1", "--page"}) == 0);
  CHECK(desktop.opened.at(1) == "https://arxiv.org/abs/2403.00835v1");
  CHECK(desktop.err.empty());
}

TEST_CASE("what is said is on the terminal before the desktop takes over") {
  Desktop desktop;
  desktop.terminal = {true, true, true, 80, 10};
  desktop.variables["TERM"] = "xterm";
  REQUIRE(desktop.run({"open", "2403.00835v1"}) == 0);
  CHECK(desktop.said_before.find("no PDF of arXiv:2403.00835v1 is there") != std::string::npos);
}

TEST_CASE("an opener that fails or is not there is a failure, whatever it meant by its exit code") {
  Desktop desktop;
  for (const int status : {1, 2, 3, 4, 130}) {
    CAPTURE(status);
    desktop.opener_status = status;
    CHECK(desktop.run({"open", "1"}) == 1);
    CHECK(desktop.says("xdg-open: exit code " + std::to_string(status)));
  }
  desktop.opener_status = Error{ExitCode::failed, "xdg-open: no such program"};
  CHECK(desktop.run({"open", "1"}) == 1);
  CHECK(desktop.says("install xdg-utils"));
}

TEST_CASE("a document that is given instead of a command goes to the desktop, too") {
  Shell shell;
  const std::string file = (shell.folder.path() / "-a.pdf").string();
  util::write_file(file, "%PDF-");
  REQUIRE(shell.run({file}) == 0);
  CHECK(shell.opened == Words{"xdg-open", file});
}

}  // namespace papers
