#include "app/places.hpp"

#include <map>

#include <doctest/doctest.h>

namespace papers {
namespace {

app::Places places(const std::map<std::string, std::string>& variables) {
  const auto variable = [&variables](std::string_view name) {
    const auto place = variables.find(std::string(name));
    return place == variables.end() ? std::nullopt : std::optional(place->second);
  };
  return app::find_places(variable, "/opt/x/bin/papers");
}

TEST_CASE("one folder holds everything when it is named") {
  const app::Places all = places({{"PAPERS_HOME", "/p"}, {"HOME", "/h"}, {"XDG_DATA_HOME", "/d"}});
  CHECK(all.config_file() == "/p/config/config.toml");
  CHECK(all.library().file == "/p/data/library.sqlite");
  CHECK(all.library().backups == "/p/state/backups");
  CHECK(all.http_cache() == "/p/cache/http.sqlite");
}

TEST_CASE("else the folders of the desktop hold each its kind") {
  const app::Places xdg = places({{"HOME", "/h"}, {"XDG_DATA_HOME", "/d"}, {"XDG_CACHE_HOME", "relative"}});
  CHECK(xdg.library().file == "/d/papers/library.sqlite");
  CHECK(xdg.config_file() == "/h/.config/papers/config.toml");
  CHECK(xdg.http_cache() == "/h/.cache/papers/http.sqlite");
}

TEST_CASE("what is shipped lies beside the program") {
  CHECK(places({{"HOME", "/h"}}).seed_file() == "/opt/x/share/papers/seed.jsonl");
}

TEST_CASE("without a home there is a word on what to do") {
  CHECK_THROWS_AS(places({}), Failure);
}

}  // namespace
}  // namespace papers
