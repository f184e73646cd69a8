#include "sources/module.hpp"

#include <filesystem>
#include <memory>

#include <dlfcn.h>
#include <doctest/doctest.h>

#include "fixture.hpp"
#include "support/temp_folder.hpp"

using namespace papers;

namespace {

sources::Open* open_function() {
  void* part = dlopen(PAPERS_ONLINE_PART, RTLD_NOW | RTLD_LOCAL);
  const char* error = part == nullptr ? dlerror() : "";
  REQUIRE_MESSAGE(part != nullptr, error);
  void* symbol = dlsym(part, sources::k_open_symbol);
  REQUIRE(symbol != nullptr);
  return reinterpret_cast<sources::Open*>(symbol);
}

}  // namespace

TEST_CASE("the loadable part answers offline from the seed data") {
  test::FakeClock clock;
  test::FakeProgress progress;
  SourceSettings settings;
  settings.clock = &clock;
  settings.offline = true;
  settings.seed_file = PAPERS_SEED_FILE;
  Error refusal;
  const std::unique_ptr<sources::Online> online(open_function()(settings, refusal));
  REQUIRE(online);
  const auto answer = online->fetch(test::ids({"2403.00835", "2101.00001", "https://a.test/"}), progress);
  REQUIRE(answer);
  const Fetched& fetched = *answer;
  REQUIRE(fetched.works.size() == 1);
  CHECK(fetched.works[0].item.title == "CLLMs: Consistency Large Language Models");
  CHECK(fetched.works[0].references->entries.size() == 8);
  CHECK(test::lines(fetched.problems) ==
        std::vector<std::string>{
            "arXiv:2101.00001 failed, later: arXiv:2101.00001 is not in the cache or the seed data; go "
            "online to "
            "fetch it",
            "url:https://a.test/ failed, later: url:https://a.test/ is not in the cache or the seed data; go "
            "online to fetch it"});
}

TEST_CASE("a service address that makes no sense is refused when the part is opened") {
  test::FakeClock clock;
  SourceSettings settings;
  settings.clock = &clock;
  settings.arxiv_url = "nonsense";
  Error refusal;
  CHECK(open_function()(settings, refusal) == nullptr);
  CHECK(refusal.code == ExitCode::usage);
  CHECK(refusal.message.find("nonsense") != std::string::npos);
}

TEST_CASE("what fails inside comes out as an error, not as an exception") {
  test::TempFolder folder;
  test::FakeClock clock;
  test::FakeProgress progress;
  SourceSettings settings;
  settings.clock = &clock;
  settings.arxiv_url = "http://127.0.0.1:1";  // nobody is asked, but should somebody be, then nobody is there
  Error refusal;
  const std::unique_ptr<sources::Online> online(open_function()(settings, refusal));
  REQUIRE(online);
  std::filesystem::create_directory(folder.path() / "paper.pdf.part");  // in the way
  const auto answer =
      online->fetch_pdf({*parse_identifier("2403.00835"), folder.path() / "paper.pdf"}, progress);
  REQUIRE_FALSE(answer);
  CHECK(answer.error().code == ExitCode::failed);
  CHECK(answer.error().message.find("paper.pdf.part: cannot be written") != std::string::npos);
}
