// Weekly logs come in: offline with the shipped facts, and with titles that services are asked for.
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "cli/world.hpp"
#include "support/shared_folder.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

constexpr int k_try_later = 75;

constexpr const char* k_log = R"(# 2024.11.10
## 本周进度
+ 读论文
  + MEDUSA: Simple LLMInference Acceleration Framework with Multiple Decoding Heads
+ 联系了学长，还没有回复
## 下周规划
1. [CLLM](https://arxiv.org/pdf/2403.00835)
2. 跑一些典型模型的code
## 问题
+ 感觉效率太低
)";

/// A work that is nowhere but at the server, and a log that has its title alone.
std::vector<Work> one_work() {
  return {
      {.id = "2406.00001", .title = "Reading Logs of People Who Read Too Much", .authors = {"Ada Example"}}};
}

const std::string k_title_alone =
    "# 2024.11.10\n## 本周进度\n+ 读论文\n  + reading logs of people who read too much\n";

std::string item_with(const World& world, const std::string& id, const std::string& field) {
  for (const auto& item : world.items()) {
    if (item.at("id") == id) {
      return item.at(field).is_null() ? "null" : item.at(field).get<std::string>();
    }
  }
  return "no such item";
}

TEST_CASE("a log comes in offline: shipped facts tell which work a name means, and prose is no failure") {
  const World world;
  const ProgramResult result = world.papers({"--offline", "import", "-"}, k_log);
  CAPTURE(result.err);
  CHECK(result.status == 0);
  CHECK(holds(result.err, "line 5: left as it is: 联系了学长"));
  CHECK(holds(result.err, "1 question noted"));
  CHECK(world.items().size() == 3);
  CHECK(item_with(world, "arXiv:2401.10774", "state") == "read");
  CHECK(item_with(world, "arXiv:2403.00835", "title") == "CLLMs: Consistency Large Language Models");
  CHECK(holds(world.papers({"trail"}).out, "感觉效率太低"));
  world.check_is_clean();
}

TEST_CASE("importing again changes nothing, and one undo takes all of it back") {
  const World world;
  REQUIRE(world.papers({"--offline", "import", "-"}, k_log).status == 0);
  const auto before = world.papers({"export", "jsonl"}).out;
  REQUIRE(world.papers({"--offline", "import", "-"}, k_log).status == 0);
  CHECK(world.papers({"export", "jsonl"}).out == before);
  CHECK(world.json({"log"}).at("items").size() == 1);
  CHECK(world.papers({"undo"}).status == 0);
  CHECK(world.items().empty());
}

TEST_CASE("a log survives the way out in JSON Lines: the copy knows its lines too") {
  const World world;
  const World copy;
  REQUIRE(world.papers({"--offline", "import", "-"}, k_log).status == 0);
  const std::string lines = world.papers({"export", "jsonl"}).out;
  REQUIRE(copy.papers({"import", "-"}, lines).status == 0);
  CHECK(copy.papers({"export", "jsonl"}).out == lines);
  REQUIRE(copy.papers({"--offline", "import", "-"}, k_log).status == 0);
  CHECK(copy.papers({"export", "jsonl"}).out == lines);
}

TEST_CASE("a dry run shows how every line was taken, on standard output, and changes nothing") {
  const World world;
  const auto before = world.files();
  const ProgramResult result = world.papers({"--offline", "import", "-", "--dry-run"}, k_log);
  CHECK(result.status == 0);
  CHECK(holds(result.out, "   1  week 2024-W45, reported on 2024-11-10"));
  CHECK(holds(result.out, "   7  paper (an arXiv id): CLLM <https://arxiv.org/pdf/2403.00835> → #"));
  CHECK(holds(result.err, "dry run"));
  CHECK(world.items().empty());
  const ProgramResult json = world.papers({"--offline", "import", "-", "--dry-run", "--json"}, k_log);
  const auto file = nlohmann::json::parse(json.out).at("items").at(0);
  CHECK(file.at("format") == "log");
  CHECK(file.at("added") == 3);
  CHECK(file.at("lines").at(0).at("line") == 1);
}

TEST_CASE("a log takes neither tags nor a state: it is refused whole, and other files come in all the same") {
  for (const Words& wish : {Words{"--tag", "x"}, Words{"--state", "read"}}) {
    CAPTURE(wish.front());
    const World world;
    std::ofstream(world.home() / "log.md") << k_log;
    std::ofstream(world.home() / "list.txt") << "2403.00835\n";
    const ProgramResult alone = world.papers({"--offline", "import", "log.md", wish[0], wish[1]});
    CHECK(alone.status == 2);
    CHECK(alone.err.starts_with("! log.md: --state and --tag go with bibliographies and lists; a log says"));
    CHECK(holds(alone.err, "papers set ITEM --tag"));
    CHECK(world.items().empty());
    const ProgramResult both = world.papers({"--offline", "import", "log.md", "list.txt", wish[0], wish[1]});
    CHECK(both.status == 4);
    CHECK(holds(both.err, "! log.md: --state and --tag go with"));
    REQUIRE(world.items().size() == 1);
    CHECK(world.items()[0].at("state") == (wish[0] == "--state" ? "read" : "queued"));
    CHECK(world.items()[0].at("tags").size() == (wish[0] == "--tag" ? 1 : 0));
    CHECK(world.papers({"undo"}).status == 0);
    CHECK(world.papers({"--offline", "import", "log.md"}).status == 0);
  }
}

TEST_CASE("a title that is nowhere else is asked for, and becomes the work that has it") {
  Server server(one_work());
  const World world(server);
  const ProgramResult result = world.papers({"import", "-"}, k_title_alone);
  CAPTURE(result.err);
  CHECK(result.status == 0);
  CHECK(item_with(world, "arXiv:2406.00001", "state") == "read");
  CHECK(item_with(world, "arXiv:2406.00001", "finished") == "2024-11-10T12:00:00Z");
  server.requests().clear();
  REQUIRE(world.papers({"import", "-"}, k_title_alone).status == 0);
  CHECK(server.requests().count() == 0);
}

TEST_CASE("a find whose year speaks against it is doubtful: listed, and kept by its name") {
  Server server(one_work());
  const World world(server);
  const ProgramResult result = world.papers({"import", "-"},
                                            "# 2024.11.10\n## 本周进度\n+ 读论文\n  + Reading Logs of People "
                                            "Who Read Too Much (Example et al., 2011)\n");
  CAPTURE(result.err);
  CHECK(result.status == 0);
  CHECK(holds(result.err, "line 4: \"Reading Logs of People Who Read Too Much\" is kept under that name"));
  CHECK(holds(result.err, "papers add arXiv:2406.00001, then papers merge arXiv:2406.00001 1"));
  CHECK(item_with(world, "arXiv:2406.00001", "state") == "no such item");
  REQUIRE(world.items().size() == 1);
  // What is advised works, and the next import knows of it.
  REQUIRE(world.papers({"add", "2406.00001", "--no-refs"}).status == 0);
  REQUIRE(world.papers({"merge", "arXiv:2406.00001", "1"}).status == 0);
  REQUIRE(world.items().size() == 1);
  CHECK(item_with(world, "arXiv:2406.00001", "state") == "read");
  REQUIRE(world.papers({"import", "-"}, k_title_alone).status == 0);
  CHECK(world.items().size() == 1);
}

TEST_CASE(
    "services that refuse, answer rubbish or cannot be reached: kept by its name, and found the next time") {
  const std::pair<const char*, Fault> faults[]{
      {"a rate limit", instead(s2_too_many_requests())},
      {"rubbish", instead({200, {}, "<html>please log in</html>"})},
      {"nobody there", hang_up()},
  };
  for (const auto& [what, fault] : faults) {
    CAPTURE(what);
    Server server(one_work());
    server.spoil("/", fault, Server::k_always);
    const World world(server);
    const ProgramResult result =
        world.papers({"import", "-"}, std::string(k_title_alone) + "+ a task to do\n");
    CAPTURE(result.err);
    CHECK(result.status == k_try_later);
    CHECK(holds(result.err, "line 4: "));
    CHECK_FALSE(holds(result.err, "no service has a work of that title"));
    REQUIRE(world.items().size() >= 1);
    CHECK(world.items().at(0).at("state") == "read");
    server.heal();
    const std::size_t before = world.items().size();
    const ProgramResult again =
        world.papers({"import", "-"}, std::string(k_title_alone) + "+ a task to do\n");
    CAPTURE(again.err);
    CHECK(again.status == 0);
    CHECK(world.items().size() == before);
    CHECK(item_with(world, "arXiv:2406.00001", "state") == "read");
    world.check_is_clean();
  }
}

TEST_CASE(
    "the first user's log, where it lies beside the checkout: five papers, two courses, four questions") {
  const std::filesystem::path log = shared_folder() / "seed/weekly-log.md";
  if (!std::filesystem::exists(log)) {
    MESSAGE("skipped: needs ", log, " beside the project");
    return;
  }
  MESSAGE("read: ", log);
  World world;
  world.set_variable("PAPERS_NOW", "2024-11-25T09:00:00Z");
  const ProgramResult result = world.papers({"--offline", "import", log.string()});
  CAPTURE(result.err);
  CHECK(result.status == 0);
  std::map<std::string, int> kinds;
  for (const auto& item : world.items()) {
    ++kinds[item.at("kind").get<std::string>()];
  }
  CHECK(kinds ==
        std::map<std::string, int>{{"paper", 5}, {"post", 2}, {"course", 2}, {"code", 3}, {"task", 2}});
  CHECK(world.json({"trail"}).at("questions").size() == 4);
  CHECK(item_with(world, "arXiv:2401.10774", "finished").starts_with("2024-11-10"));
  CHECK(item_with(world, "arXiv:2302.01318", "finished").starts_with("2024-11-10"));
  CHECK(item_with(world, "arXiv:2306.13549", "finished").starts_with("2024-11-17"));
  CHECK(item_with(world, "arXiv:2403.00835", "finished").starts_with("2024-11-24"));
  CHECK(item_with(world, "arXiv:2410.01699", "finished").starts_with("2024-11-24"));
  const auto before = world.papers({"export", "jsonl"}).out;
  REQUIRE(world.papers({"--offline", "import", log.string()}).status == 0);
  CHECK(world.papers({"export", "jsonl"}).out == before);
}

TEST_CASE("hostile lines of a log do not reach the terminal, and the library stays sound") {
  const World world;
  const ProgramResult result =
      world.papers({"--offline", "import", "-", "--dry-run"},
                   "# 2024.11.10\n## 下周规划\n+ [\x1b]0;owned\x07x](https://example.org/a)\n+ \xff\xfe\x80 "
                   "学习\n+ a\xe2\x80\xae"
                   "b 学习\n");
  CHECK(result.out.find('\x1b') == std::string::npos);
  CHECK(result.out.find("\xe2\x80\xae") == std::string::npos);
  CHECK(result.err.find('\x1b') == std::string::npos);
}

}  // namespace
