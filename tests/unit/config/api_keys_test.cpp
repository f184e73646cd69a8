#include "config/api_keys.hpp"

#include <map>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "papers/error.hpp"

#include "support/temp_folder.hpp"
#include "util/atomic_file.hpp"

namespace papers::config {
namespace {

constexpr const char* k_secret = "s3cr3t-of-a-reader";

struct World {
  test::TempFolder folder;
  std::map<std::string, std::string, std::less<>> variables;

  [[nodiscard]] std::filesystem::path file() const { return folder.path() / "keys.toml"; }
  void write(const std::string& content, mode_t mode = 0600) {
    util::write_file(file(), content, /*is_private=*/true);
    REQUIRE(chmod(file().c_str(), mode) == 0);
  }
  ApiKeys find() {
    return find_api_keys(
        [this](std::string_view name) {
          const auto found = variables.find(name);
          return found == variables.end() ? std::nullopt : std::optional(found->second);
        },
        file());
  }
  /// What is said instead of keys; "" when keys were found.
  std::string complaint() {
    try {
      static_cast<void>(find());
      return "";
    } catch (const Failure& failure) {
      return failure.what();
    }
  }
};

TEST_CASE("without a word about keys there are none") {
  World world;
  CHECK(world.find().s2.empty());
  CHECK(world.find().openalex.empty());
}

TEST_CASE("keys come from the environment, blanks around them ignored") {
  World world;
  world.variables = {{"PAPERS_S2_API_KEY", " abc \n"}, {"PAPERS_OPENALEX_API_KEY", "def"}};
  CHECK(world.find().s2 == "abc");
  CHECK(world.find().openalex == "def");
}

TEST_CASE("keys come from a file of the reader's own, and the environment goes before it") {
  World world;
  world.write("# mine\nsemantic-scholar = \"abc\"\nopenalex = 'def'\n");
  CHECK(world.find().s2 == "abc");
  CHECK(world.find().openalex == "def");
  world.variables = {{"PAPERS_S2_API_KEY", "ghi"}};
  CHECK(world.find().s2 == "ghi");
  CHECK(world.find().openalex == "def");
}

TEST_CASE("a file that others can read is refused with what helps, and its keys are not shown") {
  for (const mode_t mode : {0640U, 0604U, 0644U, 0660U, 0666U, 0610U}) {
    CAPTURE(mode);
    World world;
    world.write(std::string("openalex = \"") + k_secret + "\"\n", mode);
    const std::string complaint = world.complaint();
    CHECK(complaint == world.file().string() + " holds API keys, and others can read it; run: chmod 600 " +
                           world.file().string());
  }
  World world;
  world.write("openalex = \"abc\"\n", 0400);
  CHECK(world.find().openalex == "abc");
}

TEST_CASE("a file that is not needed is not looked at") {
  World world;
  world.write("nonsense", 0644);
  world.variables = {{"PAPERS_S2_API_KEY", "abc"}, {"PAPERS_OPENALEX_API_KEY", "def"}};
  CHECK(world.find().s2 == "abc");
}

TEST_CASE("what is no file is refused") {
  World world;
  std::filesystem::create_directory(world.file());
  CHECK(world.complaint().find("is no file of yours") != std::string::npos);
}

TEST_CASE("a file that makes no sense is refused without showing what is in it") {
  for (const std::string& content :
       {std::string("semantic-scholar = ") + k_secret, std::string(k_secret),
        std::string("openalex = \"") + k_secret, std::string("scholar = \"") + k_secret + "\"",
        std::string("openalex = [\"") + k_secret + "\"]", std::string("openalex = 5 # ") + k_secret,
        std::string("openalex = \"two words ") + k_secret + "\"",
        std::string("openalex = \"") + k_secret + "\\r\\nx: y\"",
        std::string("openalex.") + k_secret + " = 1"}) {
    CAPTURE(content);
    World world;
    world.write(content);
    const std::string complaint = world.complaint();
    CHECK_FALSE(complaint.empty());
    CHECK(complaint.find("keys.toml") != std::string::npos);
    CHECK(complaint.find(k_secret) == std::string::npos);
  }
}

TEST_CASE("a variable that holds no key is named, and not shown") {
  World world;
  world.variables = {{"PAPERS_S2_API_KEY", std::string(k_secret) + " and more"}};
  CHECK(world.complaint() ==
        "PAPERS_S2_API_KEY is no key: it holds blanks or other characters that keys do not have");
}

}  // namespace
}  // namespace papers::config
