#include "cli/world.hpp"

#include <array>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

namespace papers::test {
namespace {

/// Port 9 ("discard") of this machine: refused at once.
constexpr const char* k_nobody = "http://127.0.0.1:9";

/// Every service that the program may ask has its variable.
constexpr std::array k_services{"PAPERS_ARXIV_URL", "PAPERS_CROSSREF_URL", "PAPERS_S2_URL",
                                "PAPERS_OPENALEX_URL"};

/// Options of sanitizers reach the program too, so that what they find has their exit code.
constexpr const char* k_sanitizer = "abort_on_error=0:exitcode=99";

}  // namespace

World::World() {
  m_environment = {{"PAPERS_HOME", m_home.path().string()},
                   {"HOME", m_home.path().string()},
                   {"PAPERS_NOW", "2024-11-17T09:00:00Z"},
                   {"TZ", "UTC"},
                   {"LC_ALL", "C.UTF-8"},
                   {"ASAN_OPTIONS", k_sanitizer},
                   {"UBSAN_OPTIONS", k_sanitizer}};
  set_services(k_nobody);
  set_pace("0");
}

World::World(const Server& server) : World() {
  set_services(server.address());
}

void World::set_services(const std::string& address) {
  for (const char* name : k_services) {
    m_environment[name] = address;
  }
}

void World::set_pace(const std::string& arxiv_interval) {
  m_settings = {"--set", "fetch.arxiv_interval=" + arxiv_interval, "--set", "fetch.retry_base=0.01"};
}

ProgramCall World::call(const Words& words, const std::string& input) const {
  Words argv{PAPERS_PROGRAM};
  argv.insert(argv.end(), words.begin(), words.end());
  argv.insert(argv.end(), m_settings.begin(), m_settings.end());
  return {.argv = argv, .environment = m_environment, .input = input, .folder = m_home.path().string()};
}

ProgramResult World::papers(const Words& words, const std::string& input) const {
  return run_program(call(words, input));
}

nlohmann::json World::json(const Words& words) const {
  Words with_json = words;
  with_json.emplace_back("--json");
  const ProgramResult result = papers(with_json);
  CAPTURE(words.front());
  CAPTURE(result.err);
  REQUIRE(result.status == 0);
  nlohmann::json object = nlohmann::json::parse(result.out, nullptr, /*allow_exceptions=*/false);
  REQUIRE(object.is_object());
  REQUIRE(object.value("schema", 0) == 1);
  return object;
}

nlohmann::json World::items() const {
  return json({"list", "state:any"}).at("items");
}

void World::check_is_clean() const {
  const ProgramResult result = papers({"check"});
  CAPTURE(result.out);
  CAPTURE(result.err);
  CHECK(result.status == 0);
}

std::map<std::string, std::string> World::files() const {
  std::map<std::string, std::string> contents;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(home())) {
    const std::string name = std::filesystem::relative(entry.path(), home()).string();
    if (entry.is_directory()) {
      contents[name] = "(folder)";
    } else if (!name.ends_with("-shm")) {
      std::ifstream file(entry.path(), std::ios::binary);
      contents[name] = std::string(std::istreambuf_iterator<char>(file), {});
    }
  }
  return contents;
}

std::string changed(const std::map<std::string, std::string>& before,
                    const std::map<std::string, std::string>& after) {
  std::string names;
  for (const auto& [name, content] : before) {
    const auto found = after.find(name);
    names += found != after.end() && found->second == content ? "" : name + " ";
  }
  for (const auto& [name, content] : after) {
    names += before.contains(name) ? "" : name + " ";
  }
  return names;
}

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace papers::test
