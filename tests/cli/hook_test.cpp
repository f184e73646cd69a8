// Hooks and aliases: what a reader adds to the program.
#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "cli/world.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

void write_config(const World& world, const std::string& text, mode_t mode = 0600) {
  const auto folder = world.home() / "config";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "config.toml") << text;
  REQUIRE(chmod((folder / "config.toml").c_str(), mode) == 0);
}

std::string toml_list(const Words& words) {
  std::string list;
  for (const std::string& word : words) {
    list += (list.empty() ? "'''" : ", '''") + word + "'''";
  }
  return "[" + list + "]";
}

std::string hook(const std::string& event, const Words& command) {
  return "hooks." + event + " = " + toml_list(command) + "\n";
}

/// Until it is true, or twenty seconds have passed; whether it became true.
template <class Condition>
bool becomes_true(Condition condition) {
  for (int i = 0; i < 400 && !condition(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return condition();
}

/// A process that nobody has waited for yet has ended, too.
bool has_ended(pid_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
  const std::string facts(std::istreambuf_iterator<char>(file), {});
  return facts.empty() || holds(facts, ") Z ");
}

/// What Tab offers after these words, which nothing may follow.
std::string completed(const World& world, const Words& words) {
  ProgramCall call = world.call({"complete", "--"});
  call.argv.resize(3);
  call.argv.insert(call.argv.end(), words.begin(), words.end());
  return run_program(call).out;
}

}  // namespace

TEST_CASE("a hook gets the item as JSON and may refuse it, alone of all that are added") {
  Server server(numbered_works(2));
  const World world(server);
  write_config(world, hook("on-add", {"sh", "-c", "cat >> seen; echo said; ! grep -q 'Number 1 ' seen"}));
  const ProgramResult first = world.papers({"add", "2401.00002", "--no-refs"});
  CAPTURE(first.err);
  CHECK(first.status == 0);
  CHECK(holds(first.err, "on-add: said"));
  const auto line = nlohmann::json::parse(world.files().at("seen"));
  CHECK(line["schema"] == 1);
  CHECK(line["event"] == "on-add");
  CHECK(line["item"]["title"] == "Paper Number 2 of Many");
  const ProgramResult second = world.papers({"add", "2401.00001", "--no-refs"});
  CAPTURE(second.err);
  CHECK(second.status == 5);
  CHECK(holds(second.err, "hooks.on-add"));
  CHECK(holds(second.err, "exit code 1"));
  CHECK(world.items().size() == 1);
  CHECK(world.papers({"add", "2401.00002", "2401.00001", "--no-refs"}).status == 4);
  world.check_is_clean();
}

TEST_CASE("a refusal leaves everything as it was") {
  Server server(numbered_works(1));
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001", "--no-refs"}).status == 0);
  write_config(world, hook("on-done", {"false"}));
  const auto items = world.items();
  const ProgramResult result = world.papers({"done", "1"});
  CHECK(result.status == 5);
  CHECK(holds(result.err, "refused by hooks.on-done (false: exit code 1)"));
  CHECK(world.items() == items);
  CHECK(world.papers({"done", "1", "--dry-run"}).status == 0);  // not asked
  write_config(world,
               hook("on-done", {"sh", "-c", "test $PAPERS_HOOK = on-done && grep -q '\"state\":\"read\"'"}));
  CHECK(world.papers({"done", "1"}).status == 0);
  CHECK(world.items().at(0)["state"] == "read");
}

TEST_CASE("what is next is told, and whatever becomes of that changes nothing") {
  Server server(numbered_works(1));
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001", "--no-refs"}).status == 0);
  write_config(world, hook("on-next", {"sh", "-c", "cat > told; exit 3"}));
  const ProgramResult result = world.papers({"next"});
  CHECK(result.status == 0);
  CHECK(holds(result.out, "Paper Number 1 of Many"));
  CHECK(holds(result.err, "exit code 3"));
  CHECK(holds(world.files().at("told"), "\"on-next\""));
}

TEST_CASE("a hook that hangs is ended and refuses; one that is not there is named, and has failed") {
  Server server(numbered_works(1));
  const World world(server);
  write_config(world, hook("on-add", {"sleep", "60"}) + "hooks.timeout = 0.2\n");
  const ProgramResult slow = world.papers({"add", "2401.00001", "--no-refs"});
  CHECK(slow.status == 5);
  CHECK(holds(slow.err, "took longer than 0.2 seconds"));
  write_config(world, hook("on-add", {"no-such-program"}));
  const ProgramResult missing = world.papers({"add", "2401.00001", "--no-refs"});
  CHECK(missing.status == 1);
  CHECK(holds(missing.err, "no-such-program"));
  CHECK(world.items().empty());
  write_config(world, hook("on-add", {"yes"}) + "hooks.timeout = 0.2\n");
  const ProgramResult endless = world.papers({"add", "2401.00001", "--no-refs"});
  CHECK(endless.status == 5);
  CHECK(endless.err.size() < 1U << 20U);
}

TEST_CASE("a hook may read the library but not change it, and hooks call no hooks") {
  Server server(numbered_works(2));
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001", "--no-refs"}).status == 0);
  const std::string program = PAPERS_PROGRAM;
  write_config(world, hook("on-done", {"sh", "-c", program + " list && " + program + " drop 1"}) +
                          hook("on-next", {"touch", "called"}));
  const ProgramResult result = world.papers({"done", "1"});
  CHECK(result.status == 5);
  CHECK(holds(result.err, "on-done: papers: the hook on-done may read the library, not change it"));
  CHECK(holds(result.err, "Paper Number 1 of Many"));
  write_config(world, hook("on-done", {program, "next"}) + hook("on-next", {"touch", "called"}));
  CHECK(world.papers({"done", "1"}).status == 0);
  CHECK_FALSE(world.files().contains("called"));
}

TEST_CASE("hooks come from a file that is the reader's alone, never from the command line") {
  Server server(numbered_works(1));
  const World world(server);
  write_config(world, hook("on-add", {"true"}), 0666);
  const ProgramResult open = world.papers({"add", "2401.00001", "--no-refs"});
  CHECK(open.status == 1);
  CHECK(holds(open.err, "chmod go-w"));
  const ProgramResult given = world.papers({"--set", "hooks.on-add=touch,x", "list"});
  CHECK(given.status == 2);
  CHECK(holds(given.err, "config.toml"));
}

TEST_CASE("a hook is a name in PATH or an absolute path, wherever the reader is") {
  Server server(numbered_works(1));
  const World world(server);
  write_config(world, hook("on-add", {"bin/hook"}));
  const ProgramResult relative = world.papers({"add", "2401.00001", "--no-refs"});
  CHECK(relative.status == 1);
  CHECK(holds(relative.err, "bin/hook: depends on the working folder"));
  write_config(world, hook("on-add", {"/bin/true"}));
  CHECK(world.papers({"add", "2401.00001", "--no-refs"}).status == 0);
}

TEST_CASE("the library is free while a hook takes its time") {
  Server server(numbered_works(2));
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001", "2401.00002", "--no-refs"}).status == 0);
  write_config(world,
               hook("on-done", {"sh", "-c", "touch asked; while [ ! -e answer ]; do sleep 0.05; done"}));
  Program done(world.call({"done", "1"}));
  REQUIRE(becomes_true([&] { return std::filesystem::exists(world.home() / "asked"); }));
  CHECK(world.papers({"start", "2"}).status == 0);
  std::ofstream(world.home() / "answer").flush();
  CHECK(done.wait().status == 0);
  CHECK(world.json({"show", "1"})["items"][0]["state"] == "read");
  CHECK(world.json({"show", "2"})["items"][0]["state"] == "reading");
}

TEST_CASE("Ctrl-C while a hook runs leaves neither a change nor a process") {
  Server server(numbered_works(1));
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001", "--no-refs"}).status == 0);
  const auto items = world.items();
  write_config(world, hook("on-done", {"sh", "-c", "echo $$ > part; mv part pid; sleep 60"}));
  Program done(world.call({"done", "1"}));
  REQUIRE(becomes_true([&] { return std::filesystem::exists(world.home() / "pid"); }));
  done.send_signal(SIGINT);
  CHECK(done.wait().status == 130);
  pid_t pid = 0;
  std::ifstream(world.home() / "pid") >> pid;
  REQUIRE(pid > 0);
  CHECK(becomes_true([&] { return has_ended(pid); }));
  CHECK(world.items() == items);
}

TEST_CASE("after Ctrl-C no further item is asked about or added") {
  Server server(numbered_works(2));
  const World world(server);
  write_config(world,
               hook("on-add", {"sh", "-c", "echo asked >> log; echo $$ > part; mv part pid; sleep 60"}));
  Program add(world.call({"add", "2401.00001", "2401.00002", "--no-refs"}));
  REQUIRE(becomes_true([&] { return std::filesystem::exists(world.home() / "pid"); }));
  add.send_signal(SIGINT);
  const ProgramResult result = add.wait();
  CAPTURE(result.err);
  CHECK(result.status == 130);
  CHECK(world.files().at("log") == "asked\n");
  CHECK(world.items().empty());
}

TEST_CASE(
    "a hook whose program is not there may be set, but not unawares, and says which it is when it is asked") {
  Server server(numbered_works(1));
  const World world(server);
  std::ofstream(world.home() / "plain") << "text";
  const std::string plain = (world.home() / "plain").string();
  for (const auto& [program, words] : {std::pair<std::string, std::string>("/nowhere/x", "no such file"),
                                       {"no-such-program", "no such program in PATH"},
                                       {"some/where", "depends on the working folder"},
                                       {plain, "no program that you may run"},
                                       {"/", "no program that you may run"}}) {
    CAPTURE(program);
    const std::string said = "hooks.on-add: " + program + ": " + words;
    const ProgramResult set = world.papers({"config", "hooks.on-add", toml_list({program})});
    CHECK(set.status == 0);
    CHECK(holds(set.err, said));
    const ProgramResult asked = world.papers({"add", "2401.00001", "--no-refs"});
    CHECK(asked.status == 1);
    CHECK(holds(asked.err, said));
    CHECK(holds(asked.err, "papers config hooks.on-add '[]'"));
  }
  for (const Words& command : std::vector<Words>{{"true"}, {}}) {
    const ProgramResult set = world.papers({"config", "hooks.on-add", toml_list(command)});
    CHECK(set.status == 0);
    CHECK_FALSE(holds(set.err, "!"));
  }
  CHECK(world.papers({"add", "2401.00001", "--no-refs"}).status == 0);
}

TEST_CASE("what a hook says cannot control the terminal") {
  Server server(numbered_works(1));
  const World world(server);
  write_config(world, hook("on-add", {"printf", "\\033]0;pwned\\007\\n"}));
  const ProgramResult result = world.papers({"add", "2401.00001", "--no-refs"});
  CHECK(result.status == 0);
  CHECK_FALSE(holds(result.err, "\x1b"));
  CHECK(holds(result.err, "pwned"));
}

TEST_CASE("an alias is a command of the reader's own") {
  Server server(numbered_works(3));
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001", "2401.00002", "2401.00003", "--no-refs"}).status == 0);
  REQUIRE(world.papers({"done", "2"}).status == 0);
  CHECK(world.papers({"config", "alias.todo", "list state:queued"}).status == 0);
  CHECK(world.papers({"config", "alias.one", "todo -n 1 --quiet"}).status == 0);
  CHECK(world.json({"todo"})["items"].size() == 2);
  CHECK(world.json({"one"})["items"].size() == 1);
  CHECK(world.json({"todo", "Number", "3"})["items"].size() == 1);
  CHECK(holds(world.papers({"help"}).out, "todo"));
  CHECK(holds(world.papers({"help", "todo"}).out, "list state:queued"));
  CHECK(holds(world.papers({"tdo"}).err, "did you mean `papers todo`?"));
  CHECK(completed(world, {"tod"}) == "todo\tpapers list state:queued\n");
  CHECK(holds(completed(world, {"todo", "--so"}), "--sort\t"));
}

TEST_CASE("an alias never stands in for a command, and never leads back to itself") {
  const World world;
  for (const Words& words : std::vector<Words>{{"config", "alias.list", "next"},
                                               {"config", "alias.a", "a"},
                                               {"config", "alias.a", "nxet"},
                                               {"config", "alias.a", "next 'x"},
                                               {"config", "alias.A", "next"}}) {
    CAPTURE(words.back());
    const ProgramResult result = world.papers(words);
    CHECK(result.status == 2);
    CHECK(holds(result.err, "alias."));
  }
  write_config(world, "[alias]\na = 'b'\nb = '--quiet a'\nlist = 'next'\nempty = ''\n");
  const ProgramResult loop = world.papers({"a"});
  CHECK(loop.status == 2);
  CHECK(holds(loop.err, "leads back to itself"));
  CHECK(world.json({"list"})["items"].empty());
  CHECK(world.papers({"empty"}).status == 2);
  CHECK(world.papers({"config", "alias.none"}).status == 3);
}
