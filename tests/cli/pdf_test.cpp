// Downloading PDFs, with all that goes wrong on the way.
#include <filesystem>
#include <fstream>
#include <thread>

#include <doctest/doctest.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): SIGINT is POSIX here

#include "cli/world.hpp"
#include "server/arxiv_pdf.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

using std::chrono::seconds;

namespace {

/// Two papers in the library, and the server that has their PDFs.
struct Shelf {
  Server server{numbered_works(2)};
  World world{server};

  Shelf() { REQUIRE(world.papers({"add", "--no-refs", "2401.00001", "2401.00002"}).status == 0); }

  [[nodiscard]] std::filesystem::path folder() const { return world.home() / "data" / "pdf"; }
  /// What lies in the folder, each name with the size of its file; but for the lock.
  [[nodiscard]] std::map<std::string, std::string> pdfs() const {
    std::map<std::string, std::string> found;
    for (const auto& [name, content] : world.files()) {
      if (name.starts_with("data/pdf/") && !name.ends_with(".lock")) {
        found[name.substr(9)] = content;
      }
    }
    return found;
  }
};

const std::string k_first = pdf_of("2401.00001v1");
const std::string k_second = pdf_of("2401.00002v1");

std::string key_of(const World& world, int number) {
  return world.json({"show", std::to_string(number)}).at("items").at(0).at("key");
}

/// The first `bytes` of the answer, then nothing for long.
Fault stall_after(std::size_t bytes) {
  return [bytes](const Answer& good) {
    return Script{{Step::Act::send, wire(good).substr(0, bytes), {}},
                  {Step::Act::pause, "", std::chrono::minutes(10)}};
  };
}

}  // namespace

TEST_CASE("PDFs come under their citation keys, and are shown where they lie") {
  const Shelf shelf;
  const ProgramResult result = shelf.world.papers({"pdf", "1", "2"});
  CAPTURE(result.err);
  REQUIRE(result.status == 0);
  const std::string name = key_of(shelf.world, 1) + "-v1.pdf";
  CHECK(holds(result.out, "+  #1  " + name));
  CHECK(holds(result.out, "300 kB"));
  CHECK(shelf.pdfs().at(name) == k_first);
  CHECK(shelf.pdfs().size() == 2);
  CHECK(holds(shelf.world.papers({"show", "1"}).out, "data/pdf/" + name));
  CHECK(shelf.world.json({"show", "1"}).at("items").at(0).at("pdfs").at(0).at("version") == 1);
  CHECK(shelf.world.json({"paths"}).at("pdfs") == shelf.folder().string());
  shelf.world.check_is_clean();
}

TEST_CASE("a PDF that is there is not asked for again without --again") {
  Shelf shelf;
  REQUIRE(shelf.world.papers({"pdf", "1"}).status == 0);
  shelf.server.requests().clear();
  const ProgramResult again = shelf.world.papers({"pdf", "1"});
  CHECK(again.status == 0);
  CHECK(holds(again.out, "is there already"));
  CHECK(shelf.server.requests().count() == 0);
  CHECK(shelf.world.papers({"pdf", "1", "--again"}).status == 0);
  CHECK(shelf.server.requests().count("/pdf/2401.00001v1") == 1);
}

TEST_CASE("a dry run names address and file, and offline says what is missing; neither asks anybody") {
  Shelf shelf;
  shelf.server.requests().clear();
  const ProgramResult dry = shelf.world.papers({"pdf", "1", "--dry-run"});
  CHECK(dry.status == 0);
  CHECK(holds(dry.out, "https://export.arxiv.org/pdf/2401.00001v1"));
  const ProgramResult offline = shelf.world.papers({"--offline", "pdf", "1"});
  CHECK(offline.status == 75);
  CHECK(holds(offline.err, "has not been downloaded yet"));
  CHECK(shelf.server.requests().count() == 0);
  CHECK(shelf.pdfs().empty());
}

TEST_CASE("what fails is named, the others come, and the exit code says so") {
  Shelf shelf;
  struct Row {
    const char* name;
    Fault fault;
    int times;
    int status;  ///< of asking for this one alone
    const char* words;
  };
  for (const Row& row :
       {Row{"withdrawn", instead({404, {}, "gone"}), 1, 3, "arXiv has no PDF of arXiv:2401.00001v1"},
        Row{"page", instead({200, {{"Content-Type", "text/html"}}, "<html>wait</html>"}), 1, 1,
            "a web page came instead of a PDF"},
        Row{"no PDF", with_body([](const std::string&) { return "hello"; }), 1, 1, "what came is no PDF"},
        Row{"too large", with_headers({{"Content-Length", "200000000"}}), 1, 1, "larger than 100 MiB"},
        Row{"elsewhere", redirect(302, "https://example.org/a.pdf"), 1, 1, "which is another service"},
        Row{"truncated", with_body([](const std::string& body) { return body.substr(0, 1000); }), 1, 1,
            "half a PDF"},
        Row{"busy", instead({429, {}, "Rate exceeded."}), 4, 75, "slow down"},
        Row{"down", hang_up(), 4, 75, "could not be reached"}}) {
    CAPTURE(row.name);
    shelf.server.spoil("/pdf/2401.00001", row.fault, row.times);
    const ProgramResult alone = shelf.world.papers({"pdf", "1"});
    CAPTURE(alone.err);
    CHECK(alone.status == row.status);
    CHECK(holds(alone.err, row.words));
    shelf.server.heal();
    CHECK(shelf.pdfs().empty());
  }
  shelf.server.spoil("/pdf/2401.00001", instead({404, {}, "gone"}));
  CHECK(shelf.world.papers({"pdf", "nothing-of-that-name", "1", "2"}).status == 4);
  CHECK(shelf.pdfs().size() == 1);
  shelf.world.check_is_clean();
}

TEST_CASE("a connection that breaks is gone on with where it broke") {
  Shelf shelf;
  shelf.server.spoil("/pdf/", reset_in_body());
  shelf.server.spoil("/pdf/", cut_without_length());
  REQUIRE(shelf.world.papers({"pdf", "1"}).status == 0);
  CHECK(shelf.pdfs().begin()->second == k_first);
  const auto requests = shelf.server.requests().to("/pdf/");
  REQUIRE(requests.size() == 3);
  CHECK(requests.back().headers.contains("range"));
}

TEST_CASE("after Ctrl-C, or a kill, the next download goes on from there") {
  int signal = SIGINT;
  SUBCASE("Ctrl-C") {}
  SUBCASE("kill") {
    signal = SIGKILL;
  }
  Shelf shelf;
  shelf.server.spoil("/pdf/", stall_after(100'000));
  Program program(shelf.world.call({"pdf", "1", "2"}));
  REQUIRE(shelf.server.requests().wait_for("/pdf/", 1, seconds(60)));
  const auto part = shelf.folder() / (key_of(shelf.world, 1) + "-v1.pdf.part");
  std::error_code none_yet;
  for (int i = 0; i < 1000 && !(std::filesystem::file_size(part, none_yet) > 50'000 && !none_yet); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  program.send_signal(signal);
  CHECK(program.wait(seconds(30)).status == (signal == SIGINT ? 130 : 128 + SIGKILL));
  CHECK(shelf.pdfs().contains(part.filename().string()));
  shelf.server.requests().clear();
  REQUIRE(shelf.world.papers({"pdf", "1", "2"}).status == 0);
  CHECK(shelf.server.requests().to("/pdf/2401.00001").front().headers.contains("range"));
  CHECK(shelf.pdfs().size() == 2);
  CHECK(shelf.pdfs().begin()->second == k_first);
  CHECK(shelf.pdfs().rbegin()->second == k_second);
  shelf.world.check_is_clean();
}

TEST_CASE("a part that is a link is refused, and the others come") {
  const Shelf shelf;
  std::filesystem::create_directories(shelf.folder());
  std::filesystem::create_symlink(shelf.world.home() / "precious",
                                  shelf.folder() / (key_of(shelf.world, 1) + "-v1.pdf.part"));
  const ProgramResult result = shelf.world.papers({"pdf", "1", "2"});
  CHECK(result.status == 4);
  CHECK(holds(result.err, "-v1.pdf.part: cannot be written"));
  CHECK(std::filesystem::exists(shelf.folder() / (key_of(shelf.world, 2) + "-v1.pdf")));
  CHECK_FALSE(std::filesystem::exists(shelf.world.home() / "precious"));
}

TEST_CASE("arXiv's pace is kept between PDFs") {
  Shelf shelf;
  shelf.world.set_pace("1");
  REQUIRE(shelf.world.papers({"pdf", "1", "2"}).status == 0);
  CHECK(shelf.server.requests().closest("/pdf/") > std::chrono::milliseconds(900));
}

TEST_CASE("open hands the PDF to the desktop, or the page where there is no PDF") {
  Shelf shelf;
  const auto opener = shelf.world.home() / "xdg-open";
  std::ofstream(opener) << "#!/bin/sh\necho \"opened $1\"\n";
  std::filesystem::permissions(opener, std::filesystem::perms::owner_all);
  shelf.world.set_variable("PATH", shelf.world.home().string() + ":/usr/bin:/bin");
  CHECK(shelf.world.papers({"open", "1"}).out == "opened https://arxiv.org/abs/2401.00001\n");
  REQUIRE(shelf.world.papers({"pdf", "1"}).status == 0);
  const std::string path = (shelf.folder() / (key_of(shelf.world, 1) + "-v1.pdf")).string();
  CHECK(shelf.world.papers({"open", "1"}).out == "opened " + path + "\n");
  CHECK(shelf.world.papers({"open", "1", "--page"}).out == "opened https://arxiv.org/abs/2401.00001\n");
  CHECK(shelf.world.papers({path}).out == "opened " + path + "\n");
  REQUIRE(shelf.world.papers({"add", "--title", "A task"}).status == 0);
  CHECK(shelf.world.papers({"open", "3"}).status == 3);
  shelf.world.set_variable("PATH", shelf.world.home().string() + "/none");
  const ProgramResult none = shelf.world.papers({"open", "1"});
  CHECK(none.status == 1);
  CHECK(holds(none.err, "xdg-utils"));
}
