#include "sources/module.hpp"

#include <memory>

#include <dlfcn.h>
#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace papers;

namespace {

sources::OpenSources* open_function() {
  void* part = dlopen(PAPERS_ONLINE_PART, RTLD_NOW | RTLD_LOCAL);
  const char* error = part == nullptr ? dlerror() : "";
  REQUIRE_MESSAGE(part != nullptr, error);
  void* symbol = dlsym(part, sources::k_open_sources_symbol);
  REQUIRE(symbol != nullptr);
  return reinterpret_cast<sources::OpenSources*>(symbol);
}

}  // namespace

TEST_CASE("the loadable part answers offline from the seed data") {
  test::FakeClock clock;
  test::FakeProgress progress;
  SourceSettings settings;
  settings.clock = &clock;
  settings.offline = true;
  settings.seed_file = PAPERS_SEED_FILE;
  const std::unique_ptr<Sources> sources(open_function()(settings));
  const Fetched fetched =
      sources->fetch(test::ids({"2403.00835", "2101.00001", "https://a.test/"}), progress);
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
  CHECK_THROWS_AS((void)open_function()(settings), Failure);
}
