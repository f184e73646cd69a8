#include "cli/context.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "unit/cli/shell.hpp"
#include "util/atomic_file.hpp"

namespace papers {
namespace {

using test::Shell;

std::filesystem::path key_file(const Shell& shell) {
  return shell.folder.path() / "home" / "config" / "keys.toml";
}

TEST_CASE("sources are opened with the services' addresses, keys and order") {
  Shell shell;
  shell.lay_out("2403.00835", "CLLMs");
  shell.variables["PAPERS_S2_URL"] = "http://127.0.0.1:1001";
  shell.variables["PAPERS_OPENALEX_URL"] = "http://127.0.0.1:1002";
  shell.variables["PAPERS_S2_API_KEY"] = "key-of-s2";
  shell.variables["PAPERS_OPENALEX_API_KEY"] = "key-of-openalex";
  REQUIRE(shell.run({"--set", "sources.references=openalex", "add", "2403.00835"}) == 0);
  CHECK(shell.source_settings.s2_url == "http://127.0.0.1:1001");
  CHECK(shell.source_settings.openalex_url == "http://127.0.0.1:1002");
  CHECK(shell.source_settings.s2_key == "key-of-s2");
  CHECK(shell.source_settings.openalex_key == "key-of-openalex");
  CHECK(shell.source_settings.reference_sources == std::vector<std::string>{"openalex"});
  CHECK(shell.out.find("key-of") == std::string::npos);
  CHECK(shell.err.find("key-of") == std::string::npos);
}

TEST_CASE("a file of keys that others can read stops the command before anything is asked") {
  Shell shell;
  shell.lay_out("2403.00835", "CLLMs");
  std::filesystem::create_directories(key_file(shell).parent_path());
  util::write_file(key_file(shell), "openalex = \"key-of-openalex\"\n");
  REQUIRE(chmod(key_file(shell).c_str(), 0644) == 0);
  CHECK(shell.run({"add", "2403.00835"}) == 1);
  CHECK(shell.err.find("chmod 600 ") != std::string::npos);
  CHECK(shell.err.find("key-of") == std::string::npos);
  CHECK(shell.answers.asked.empty());
  CHECK(shell.run({"--offline", "add", "2403.00835"}) == 0);
  CHECK(shell.source_settings.openalex_key.empty());
  REQUIRE(chmod(key_file(shell).c_str(), 0600) == 0);
  CHECK(shell.run({"add", "2401.10774"}) != 1);
  CHECK(shell.source_settings.openalex_key == "key-of-openalex");
}

TEST_CASE("keys are no settings: neither arguments nor config.toml take them") {
  Shell shell;
  CHECK(shell.run({"--set", "semantic-scholar=key-of-s2", "list"}) == 2);
  CHECK(shell.run({"paths"}) == 0);
  CHECK(shell.out.find("keys.toml") != std::string::npos);
}

}  // namespace
}  // namespace papers
