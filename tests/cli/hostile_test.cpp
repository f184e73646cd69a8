// Titles that aim at terminals, parsers and pictures, all the way from a service to every output.
#include <algorithm>
#include <iostream>

#include <doctest/doctest.h>

#include "cli/world.hpp"
#include "support/hostile_strings.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

constexpr std::size_t k_longest_argument = 100'000;  // Linux takes 128 KiB for one

const std::vector<HostileString>& strings() {
  static const std::vector<HostileString> k_strings = hostile_strings();
  return k_strings;
}

/// The offset of the first byte that does not belong on a terminal: C0 but for line ends, DEL, C1,
/// bidirectional controls, broken UTF-8. npos when there is none.
std::size_t first_unprintable(const std::string& text) {
  const auto byte = [&text](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  for (std::size_t i = 0; i < text.size();) {
    const unsigned first = byte(i);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    const bool control =
        (first < 0x20 && first != '\n') || first == 0x7F || (first == 0xC2 && byte(i + 1) < 0xA0);
    const bool embedding = first == 0xE2 && byte(i + 1) == 0x80 && byte(i + 2) >= 0xAA && byte(i + 2) <= 0xAE;
    const bool isolate = first == 0xE2 && byte(i + 1) == 0x81 && byte(i + 2) >= 0xA6 && byte(i + 2) <= 0xA9;
    bool broken = (first >= 0x80 && first < 0xC2) || first > 0xF4;
    for (std::size_t k = 1; k < length; ++k) {
      broken = broken || (byte(i + k) & 0xC0U) != 0x80;
    }
    if (control || embedding || isolate || broken) {
      return i;
    }
    i += length;
  }
  return std::string::npos;
}

void check_printable(const ProgramResult& result) {
  CHECK(first_unprintable(result.out) == std::string::npos);
  CHECK(first_unprintable(result.err) == std::string::npos);
}

void check_json(const std::string& text) {
  CHECK_FALSE(nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false).is_discarded());
}

/// All that shows titles, for people and for programs.
void check_every_output(const World& world) {
  for (const Words& words :
       {Words{"list", "state:any"}, {"next", "-n", "500"}, {"next"}, {"log", "-n", "0"}, {}}) {
    CAPTURE(words.size());
    const ProgramResult result = world.papers(words);
    CAPTURE(result.err);
    CHECK(result.status == 0);
    check_printable(result);
  }
  for (const Words& words : {Words{"list", "state:any", "--json"},
                             {"next", "-n", "500", "--json"},
                             {"log", "-n", "0", "--json"},
                             {"export", "json"}}) {
    const ProgramResult result = world.papers(words);
    CHECK(result.status == 0);
    check_json(result.out);
  }
  for (const char* format : {"csv", "gexf", "graphml", "html", "mermaid"}) {
    CAPTURE(format);
    const ProgramResult result = world.papers({"export", format, "--full"});
    CHECK(result.status == 0);
    CHECK(first_unprintable(result.out) == std::string::npos);
    CHECK((std::string_view(format) == "csv" || !holds(result.out, "<script>alert")));  // in csv it is text
  }
  const ProgramResult dot = world.papers({"export", "dot", "--full"});
  CHECK(dot.status == 0);
  CHECK(first_unprintable(dot.out) == std::string::npos);
  const ProgramResult drawn = run_program({.argv = {"dot", "-Tsvg"}, .input = dot.out});
  CAPTURE(drawn.err);
  CHECK(drawn.status == 0);
  CHECK_FALSE(holds(drawn.out, "href=\"javascript:"));
}

/// One paper prints as many lines as any other, whatever its title says.
void check_each_item(const World& world) {
  const std::size_t items = world.items().size();
  const std::string list = world.papers({"list", "state:any"}).out;
  CHECK(static_cast<std::size_t>(std::ranges::count(list, '\n')) == items);
  for (std::size_t number = 1; number <= items; ++number) {
    CAPTURE(number);
    const ProgramResult shown = world.papers({"show", std::to_string(number)});
    CHECK(shown.status == 0);
    check_printable(shown);
  }
}

void check_round_trip(const World& world) {
  const ProgramResult exported = world.papers({"export", "jsonl"});
  REQUIRE(exported.status == 0);
  const World other;
  const ProgramResult imported = other.papers({"import", "-"}, exported.out);
  CHECK(imported.status == 0);
  check_printable(imported);
  CHECK(other.papers({"export", "jsonl"}).out == exported.out);
  other.check_is_clean();
}

}  // namespace

TEST_CASE("hostile titles from a service reach no terminal, and break no format") {
  Server server;
  const World world(server);
  int number = 0;
  int added = 0;
  for (const HostileString& hostile : strings()) {
    CAPTURE(hostile.name);
    const std::string id = numbered_id(++number);
    server.publish({.id = id, .title = hostile.text, .authors = {hostile.text}, .abstract = hostile.text});
    const ProgramResult result = world.papers({"add", id});
    CAPTURE(result.err);
    // Either it is there, or it is said why not: some titles are no XML at all.
    CHECK((result.status == 0 || result.status == 1 || result.status == 75));
    CHECK((result.status == 0 || holds(result.err, id)));
    check_printable(result);
    added += result.status == 0 ? 1 : 0;
  }
  CHECK(added > number / 2);
  CHECK(world.items().size() == static_cast<std::size_t>(added));
  check_every_output(world);
  check_each_item(world);
  check_round_trip(world);
  world.check_is_clean();
}

TEST_CASE("hostile titles, tags and questions from the command line do no harm either") {
  World world;
  world.set_variable("PAPERS_OFFLINE", "1");
  for (const HostileString& hostile : strings()) {
    if (hostile.text.size() > k_longest_argument || hostile.text.find('\0') != std::string::npos) {
      continue;
    }
    CAPTURE(hostile.name);
    for (const Words& words : {Words{"add", "--title", hostile.text},
                               {"add", hostile.text},
                               {"show", hostile.text},
                               {"list", hostile.text},
                               {hostile.text}}) {
      const ProgramResult result = world.papers(words);
      CAPTURE(words.front());
      CAPTURE(result.err);
      CHECK((result.status <= 5 || result.status == 75));
      check_printable(result);
    }
  }
  check_every_output(world);
  check_each_item(world);
  check_round_trip(world);
  world.check_is_clean();
}
