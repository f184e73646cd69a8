#include "config/config_file.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "support/hostile_strings.hpp"
#include "support/temp_folder.hpp"
#include "terms.hpp"
#include "util/atomic_file.hpp"

namespace papers::config {
namespace {

using test::failure;

std::string with_depth(std::string_view text, std::string_view value = "7") {
  return set_in_toml(text, "c.toml", "limits.depth", value);
}

TEST_CASE("a value is replaced where it stands, nothing else moves") {
  CHECK(with_depth("# mine\n[limits] # here\n  depth   =  2   # two steps\nreading = 3\n\n# end") ==
        "# mine\n[limits] # here\n  depth   =  7   # two steps\nreading = 3\n\n# end");
  CHECK(with_depth("limits.depth = 2\n") == "limits.depth = 7\n");
  CHECK(with_depth("limits = { depth = 2, reading = 3 }\n") == "limits = { depth = 7, reading = 3 }\n");
  CHECK(with_depth("[limits]\r\ndepth = 2\r\nreading = 1\r\n") == "[limits]\r\ndepth = 7\r\nreading = 1\r\n");
  CHECK(with_depth("lang = \"中文é\" # 解码\n\"limits\".\"depth\" = 2 # 步\n") ==
        "lang = \"中文é\" # 解码\n\"limits\".\"depth\" = 7 # 步\n");
  CHECK(with_depth("limits = { reading = 3, depth = 2 } # 解码\n") ==
        "limits = { reading = 3, depth = 7 } # 解码\n");
  CHECK(with_depth("\xEF\xBB\xBFlimits.depth = 2\n") == "\xEF\xBB\xBFlimits.depth = 7\n");
}

TEST_CASE("lists over several lines and long strings are replaced whole") {
  CHECK(set_in_toml("[sources]\nreferences = [\n  \"openalex\", # first\n  \"crossref\",\n] # who\nx = 1\n",
                    "c", "sources.references",
                    "[\"crossref\"]") == "[sources]\nreferences = [\"crossref\"] # who\nx = 1\n");
  CHECK(set_in_toml("lang = \"\"\"\nen\"\"\"\n# end\n", "c", "lang", "\"zh\"") == "lang = \"zh\"\n# end\n");
}

TEST_CASE("a new value goes to its section, as the section is written") {
  CHECK(with_depth("[limits]\n  reading = 3 # few\n\n[week]\nhours = 5\n") ==
        "[limits]\n  reading = 3 # few\n  depth = 7\n\n[week]\nhours = 5\n");
  CHECK(with_depth("limits.reading = 3\nlang = \"zh\"\n") ==
        "limits.reading = 3\nlimits.depth = 7\nlang = \"zh\"\n");
  CHECK(with_depth("[limits]\n# nothing yet\n[week]\nhours = 5\n") ==
        "[limits]\ndepth = 7\n# nothing yet\n[week]\nhours = 5\n");
  CHECK(with_depth("limits = { reading = 3 }\n") == "limits = { reading = 3, depth = 7 }\n");
  CHECK(with_depth("limits = {}\n") == "limits = { depth = 7 }\n");
  CHECK(with_depth("[limits]\nreading = 3") == "[limits]\nreading = 3\ndepth = 7\n");
}

TEST_CASE("a new section goes to the end") {
  CHECK(with_depth("") == "[limits]\ndepth = 7\n");
  CHECK(with_depth("lang = \"zh\"") == "lang = \"zh\"\n\n[limits]\ndepth = 7\n");
  CHECK(with_depth("[week]\r\nhours = 5\r\n") == "[week]\r\nhours = 5\r\n\r\n[limits]\r\ndepth = 7\r\n");
}

TEST_CASE("a new value outside of sections comes before them") {
  const auto with_lang = [](std::string_view text) { return set_in_toml(text, "c", "lang", "\"zh\""); };
  CHECK(with_lang("[week]\nhours = 5\n") == "lang = \"zh\"\n[week]\nhours = 5\n");
  CHECK(with_lang("# My settings\n# of long ago\n\n# the week\n[week]\nhours = 5\n") ==
        "# My settings\n# of long ago\n\nlang = \"zh\"\n# the week\n[week]\nhours = 5\n");
  CHECK(with_lang("other = 1\n[week]\nhours = 5\n") == "other = 1\nlang = \"zh\"\n[week]\nhours = 5\n");
  CHECK(with_lang("") == "lang = \"zh\"\n");
}

TEST_CASE("a document that cannot be changed safely is left alone") {
  CHECK(failure([] { (void)with_depth("a = 1\n[limits"); }).starts_with("c.toml:2: not valid TOML"));
  CHECK(failure([] {
          (void)with_depth("\xEF\xBB\xBF\xEF\xBB\xBF# x\n");
        }).starts_with("c.toml:1: not valid TOML"));
  CHECK(failure([] { (void)with_depth("limits = 3\n"); }).find("limits.depth") != std::string::npos);
  CHECK(failure([] { (void)with_depth("[[limits]]\nreading = 3\n"); }).find("limits.depth") !=
        std::string::npos);
}

TEST_CASE("setting twice is setting once, and the last value holds") {
  for (const char* text :
       {"", "[limits]\n", "limits.reading = 1", "limits = {}\n", "# x\n\n[a.b]\nc = 1\n"}) {
    CAPTURE(text);
    const std::string once = with_depth(text);
    CHECK(with_depth(once) == once);
    CHECK(with_depth(with_depth(text, "5")) == once);
  }
}

TEST_CASE("hostile text in the file survives untouched or is refused") {
  for (const test::HostileString& hostile : test::hostile_strings()) {
    CAPTURE(hostile.name);
    const std::string text = "# " + hostile.text + "\n";
    std::string changed;
    if (failure([&] { changed = with_depth(text); }).empty()) {
      CHECK(changed.find(hostile.text) != std::string::npos);
    }
  }
}

TEST_CASE("a file is made, changed and read again") {
  const test::TempFolder folder;
  const auto path = folder.path() / "papers" / "config.toml";
  Settings settings(test::k_terms);
  read_config_file(path, settings);
  CHECK(settings.origin("lang") == "default");

  set_in_config_file(path, settings, "lang", "zh");
  set_in_config_file(path, settings, "rank.due", "20");
  set_in_config_file(path, settings, "sources.references", "crossref");
  CHECK(util::read_file(path) ==
        "lang = \"zh\"\n\n[rank]\ndue = 20\n\n[sources]\nreferences = [\"crossref\"]\n");

  read_config_file(path, settings);
  CHECK(settings.text("lang") == "zh");
  CHECK(settings.origin("lang") == path.string() + ":1");
  CHECK(settings.weights().at("due") == 20);
}

TEST_CASE("a file that is made is the reader's alone; one that is there stays as open as it is") {
  const test::TempFolder folder;
  const auto path = folder.path() / "config.toml";
  const Settings settings(test::k_terms);
  const mode_t before = ::umask(0002);
  set_in_config_file(path, settings, "lang", "zh");
  ::umask(before);
  const auto open_to = [&path] {
    return std::filesystem::status(path).permissions() & std::filesystem::perms(0777);
  };
  CHECK(open_to() == std::filesystem::perms(0600));
  std::filesystem::permissions(path, std::filesystem::perms(0644));
  set_in_config_file(path, settings, "lang", "en");
  CHECK(open_to() == std::filesystem::perms(0644));
}

TEST_CASE("a wrong key or value leaves the file as it was") {
  const test::TempFolder folder;
  const auto path = folder.path() / "config.toml";
  const Settings settings(test::k_terms);
  util::write_file(path, "lang = \"en\"\n");
  CHECK(failure([&] { set_in_config_file(path, settings, "lnag", "zh"); }).find("did you mean lang?") !=
        std::string::npos);
  CHECK(failure([&] { set_in_config_file(path, settings, "lang", "de"); }).find("one of auto, en, zh") !=
        std::string::npos);
  CHECK(util::read_file(path) == "lang = \"en\"\n");

  util::write_file(path, "lang = \n");
  CHECK(
      failure([&] { set_in_config_file(path, settings, "lang", "zh"); }).starts_with(path.string() + ":1: "));
  CHECK(util::read_file(path) == "lang = \n");
}

}  // namespace
}  // namespace papers::config
