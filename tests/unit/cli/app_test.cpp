#include "cli/app.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/manual.hpp"
#include "unit/cli/shell.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers {
namespace {

using test::Shell;

TEST_CASE("unknown commands and options come with what was meant") {
  Shell shell;
  CHECK(shell.run({"nxet"}) == 2);
  CHECK(shell.err.find("did you mean `papers next`?") != std::string::npos);
  CHECK(shell.run({"list", "--jsno"}) == 2);
  CHECK(shell.err.find("did you mean --json?") != std::string::npos);
  CHECK(shell.run({"list", "--sort", "colour"}) == 2);
  CHECK(shell.run({"list", "--sort", "tite"}) == 2);
  CHECK(shell.err.find("did you mean title?") != std::string::npos);
  CHECK(shell.err.find("number, added, year") != std::string::npos);
  CHECK(shell.run({"list", "--color", "alway"}) == 2);
  CHECK(shell.err.find("did you mean always?") != std::string::npos);
  CHECK(shell.err.find("--color: alway") != std::string::npos);
  CHECK(shell.run({"completion", "bsh"}) == 2);
  CHECK(shell.err.find("did you mean bash?") != std::string::npos);
  CHECK(shell.run({"start"}) == 2);
  CHECK(shell.run({"--set", "limits.deth=1", "list"}) == 2);
  CHECK(shell.err.find("limits.depth") != std::string::npos);
}

TEST_CASE("a minus is repeated as it was typed, and a tilde is a letter like others") {
  Shell shell;
  CHECK(shell.run({"search", "foo", "-bar"}) == 3);
  CHECK(shell.err.find("foo -bar: nothing matches") != std::string::npos);
  CHECK(shell.run({"list", "-n", "-5"}) == 2);
  CHECK(shell.err.find("-n: Value -5 ") != std::string::npos);
  CHECK(shell.run({"list", "~foo"}) == 3);
}

TEST_CASE("what cannot be written or read is said with the reason") {
  Shell shell;
  const std::string folder = (shell.folder.path() / "stick").string();
  CHECK(shell.run({"backup", folder + "/copy.sqlite"}) == 1);
  CHECK(shell.err.find("there is no folder " + folder) != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(folder));
  CHECK(shell.run({"import", folder}) == 1);
  CHECK(shell.err.find("No such file or directory") != std::string::npos);
  CHECK(shell.run({"import", shell.folder.path().string()}) == 1);
  CHECK(shell.err.find("Is a directory") != std::string::npos);
}

TEST_CASE("every command explains itself, with an example") {
  Shell shell;
  for (const cli::Command* command : cli::commands()) {
    CAPTURE(command->name);
    CHECK(shell.run({std::string(command->name), "--help"}) == 0);
    CHECK(shell.out.find("Usage: papers " + std::string(command->name)) != std::string::npos);
    CHECK(shell.out.find("Examples:") != std::string::npos);
    CHECK(shell.out.find("--json") != std::string::npos);
    CHECK((shell.out.find("--dry-run") != std::string::npos) == command->changes);
  }
}

TEST_CASE("the overview and the manual name every command") {
  Shell shell;
  CHECK(shell.run({"help"}) == 0);
  const std::string overview = shell.out;
  CHECK(shell.run({"help", "--manual"}) == 0);
  for (const cli::Command* command : cli::commands()) {
    CAPTURE(command->name);
    const bool shown = !command->group.empty();
    CHECK((overview.find("\n  " + std::string(command->name) + " ") != std::string::npos) == shown);
    CHECK((shell.out.find("papers\\-" + cli::roff(command->name) + "\\fR(1)") != std::string::npos) == shown);
  }
}

TEST_CASE("a library that is not there reads as empty, and reading does not make it") {
  Shell shell;
  for (const std::vector<std::string>& args : std::vector<std::vector<std::string>>{{},
                                                                                    {"list"},
                                                                                    {"next"},
                                                                                    {"log"},
                                                                                    {"check"},
                                                                                    {"export", "dot"},
                                                                                    {"export", "jsonl"},
                                                                                    {"config"},
                                                                                    {"paths"}}) {
    CHECK(shell.run(args) == 0);
  }
  CHECK(shell.run({"show", "1"}) == 3);
  CHECK_FALSE(std::filesystem::exists(shell.folder.path() / "home"));
}

TEST_CASE("points add up to the score, to the last digit") {
  Shell shell;
  shell.lay_out("2403.00835", "CLLMs");
  shell.lay_out("2401.10774", "Medusa");
  REQUIRE(shell.run({"add", "2403.00835", "2401.10774", "--priority", "H", "--due", "2d"}) == 0);
  REQUIRE(shell.run({"next", "-n", "2", "--json"}) == 0);
  const auto answer = nlohmann::json::parse(shell.out);
  CHECK(answer["schema"] == 1);
  REQUIRE(answer["items"].size() == 2);
  for (const auto& item : answer["items"]) {
    int hundredths = 0;
    for (const auto& term : item["terms"]) {
      hundredths += static_cast<int>(std::lround(term["points"].get<double>() * 100));
    }
    CHECK(hundredths == std::lround(item["score"].get<double>() * 100));
  }
}

TEST_CASE("a limit on reading refuses, --force goes on, undo takes it back") {
  Shell shell;
  shell.lay_out("2403.00835", "CLLMs");
  shell.lay_out("2401.10774", "Medusa");
  REQUIRE(shell.run({"add", "2403.00835", "2401.10774"}) == 0);
  CHECK(shell.run({"start", "1"}) == 0);
  CHECK(shell.run({"start", "2", "--set", "limits.reading=1"}) == 5);
  CHECK(shell.err.find("papers pause 1") != std::string::npos);
  CHECK(shell.run({"start", "2", "--force", "--set", "limits.reading=1"}) == 0);
  CHECK(shell.run({"undo", "3"}) == 0);
  CHECK(shell.run({"list"}) == 0);
  CHECK(shell.out.empty());
  CHECK(shell.run({"undo"}) == 3);
  CHECK(shell.run({"redo", "3"}) == 0);
  CHECK(shell.run({"list", "state:reading", "--json"}) == 0);
  CHECK(nlohmann::json::parse(shell.out)["items"].size() == 2);
}

TEST_CASE("a dry run prints the effect and changes nothing") {
  Shell shell;
  shell.lay_out("2403.00835", "CLLMs");
  REQUIRE(shell.run({"add", "2403.00835"}) == 0);
  for (const std::vector<std::string>& args : std::vector<std::vector<std::string>>{
           {"start", "1"}, {"done", "1"}, {"drop", "1"}, {"set", "1", "--priority", "H"}, {"undo"}}) {
    std::vector<std::string> dry = args;
    dry.emplace_back("--dry-run");
    CAPTURE(args.front());
    CHECK(shell.run(dry) == 0);
    CHECK(shell.err.find("nothing was changed") != std::string::npos);
  }
  CHECK(shell.run({"log", "--json"}) == 0);
  CHECK(nlohmann::json::parse(shell.out)["items"].size() == 1);
}

TEST_CASE("three or more commands are taken back after a question, and never more than there are") {
  Shell shell;
  for (const char* id : {"2403.00001", "2403.00002", "2403.00003", "2403.00004"}) {
    shell.lay_out(id, id);
    REQUIRE(shell.run({"add", id}) == 0);
  }
  for (const bool on_a_terminal : {false, true}) {
    shell.terminal.in = on_a_terminal;
    CHECK(shell.run({"undo", "999", "-y"}) == 2);
    CHECK(shell.err ==
          "papers: undo 999: there are no more than 4 commands; `papers undo 4` takes all of it, "
          "`papers log` shows what that is\n");
  }
  shell.input = "n\n";
  CHECK(shell.run({"undo", "3"}) == 5);
  CHECK(shell.err.find("Take back 3 commands, the last of them: add 2403.00002? [y/N]") != std::string::npos);
  CHECK(shell.run({"undo", "3", "--dry-run"}) == 0);
  CHECK(shell.out == "undo: add 2403.00004\nundo: add 2403.00003\nundo: add 2403.00002\n");
  CHECK(shell.run({"list", "--json"}) == 0);
  CHECK(nlohmann::json::parse(shell.out)["items"].size() == 4);
  shell.input = "y\n";
  CHECK(shell.run({"undo", "3"}) == 0);
  CHECK(shell.run({"redo", "4", "-y"}) == 2);
  CHECK(shell.err.find("`papers redo 3`") != std::string::npos);
  CHECK(shell.run({"redo", "2"}) == 0);
  CHECK(shell.out == "redo: add 2403.00002\nredo: add 2403.00003\n");
  shell.terminal.in = false;
  CHECK(shell.run({"undo", "3"}) == 0);
  CHECK(shell.run({"undo", "1"}) == 3);
}

TEST_CASE("completion offers found papers to keep, and names of items wherever one is expected") {
  Shell shell;
  shell.input =
      R"({"type":"paper","id":"arXiv:2403.00001","title":"Kept Decoding","authors":["A Ames"],"year":2024,"state":"queued","root":true}
{"type":"paper","id":"arXiv:2303.00002","title":"Found Decoding","authors":["B Bell"],"year":2023}
{"type":"paper","id":"arXiv:2303.00003","title":"Parked Sampling","authors":["C Cole"],"year":2023,"state":"parked"}
{"type":"cites","from":"arXiv:2403.00001","to":"arXiv:2303.00002","position":1}
)";
  REQUIRE(shell.run({"import", "-"}) == 0);
  const auto completed = [&shell](std::vector<std::string> words) {
    words.insert(words.begin(), {"complete", "--"});
    CHECK(shell.run(words) == 0);
    return shell.out;
  };
  CHECK(completed({"keep", ""}) == "cole2023parked\tParked Sampling\nbell2023found\tFound Decoding\n");
  CHECK(completed({"keep", "be"}) == "bell2023found\tFound Decoding\n");
  CHECK(completed({"keep", "fou"}) == "found\tFound Decoding\n");
  CHECK(completed({"keep", "ames"}).empty());
  CHECK(completed({"merge", "1", "am"}) == "ames2024kept\tKept Decoding\n");
  CHECK(completed({"show", ""}) == "ames2024kept\tKept Decoding\ncole2023parked\tParked Sampling\n");
  CHECK(completed({"show", "be"}) == "bell2023found\tFound Decoding\n");
  CHECK(completed({"show", "sam"}) == "sampling\tParked Sampling\n");
  CHECK(completed({"show", "decod"}).empty());  // two papers answer to it
}

TEST_CASE("completion offers what begins as typed and then names one item") {
  Shell shell;
  shell.input =
      R"({"type":"paper","id":"arXiv:2403.00001","title":"Forms of 2303 Poincaré Maps","state":"queued"}
{"type":"paper","id":"arXiv:2403.00004","title":"Transforms and C++","state":"queued"}
{"type":"paper","id":"arXiv:2403.00005","title":"多头注意力","state":"queued"}
{"type":"cites","from":"arXiv:2403.00001","to":"arXiv:2303.00002","position":1}
)";
  REQUIRE(shell.run({"import", "-"}) == 0);
  const auto completed = [&shell](const char* typed) {
    CHECK(shell.run({"complete", "--", "show", typed}) == 0);
    return shell.out;
  };
  const std::string forms = "\tForms of 2303 Poincaré Maps\n";
  CHECK(completed("form") == "forms" + forms);
  CHECK(completed("orms").empty());
  CHECK(completed("poin") == "poincare" + forms);
  CHECK(completed("C+") == "C++\tTransforms and C++\n");
  CHECK(completed("多头") == "多头注意力\t多头注意力\n");
  CHECK(completed("注意").empty());
  CHECK(completed("2303.") == "2303.00002\t[arXiv:2303.00002]\n");
  for (const char* word : {"forms", "poincare", "C++", "2303.00002"}) {
    CHECK(shell.run({"show", word}) == 0);
  }
}

TEST_CASE("questions are asked for three or more items, on a terminal only") {
  Shell shell;
  for (const char* id : {"2403.00001", "2403.00002", "2403.00003"}) {
    shell.lay_out(id, id);
  }
  REQUIRE(shell.run({"add", "2403.00001", "2403.00002", "2403.00003"}) == 0);
  shell.terminal.in = true;
  shell.input = "n\n";
  CHECK(shell.run({"drop", "1", "2", "3"}) == 5);
  CHECK(shell.run({"drop", "1", "2", "3", "-y"}) == 0);
  shell.terminal.in = false;
  CHECK(shell.run({"drop", "1", "2", "3"}) == 0);
}

TEST_CASE("conditions may begin with a hyphen") {
  Shell shell;
  shell.lay_out("2403.00835", "CLLMs");
  REQUIRE(shell.run({"add", "2403.00835", "--tag", "decoding"}) == 0);
  CHECK(shell.run({"list", "-tag:decoding", "--json"}) == 3);
  CHECK(nlohmann::json::parse(shell.out)["items"].empty());
  CHECK(shell.run({"list", "-n1", "-kind:code", "--json"}) == 0);
  CHECK(nlohmann::json::parse(shell.out)["items"].size() == 1);
  CHECK(shell.run({"search", "cllms", "-2401.00001", "--json"}) == 0);
  CHECK(shell.run({"search", "cllms", "-2403.00835", "--json"}) == 3);
  CHECK(shell.run({"search", "cllms", "-0704.0001", "-0"}) == 0);
  CHECK(shell.out == std::string("arXiv:2403.00835\0", 17));
}

TEST_CASE("-n 0 is all, for list as for search") {
  Shell shell;
  shell.lay_out("2403.00001", "one");
  shell.lay_out("2403.00002", "two");
  REQUIRE(shell.run({"add", "2403.00001", "2403.00002"}) == 0);
  for (const char* number : {"0", "9"}) {
    CHECK(shell.run({"list", "-n", number, "--json"}) == 0);
    CHECK(nlohmann::json::parse(shell.out)["items"].size() == 2);
  }
  CHECK(shell.run({"list", "-n", "1", "--json"}) == 0);
  CHECK(nlohmann::json::parse(shell.out)["items"].size() == 1);
}

TEST_CASE("an alias is not given by --set, and the message says so") {
  Shell shell;
  CHECK(shell.run({"--set", "alias.x=list", "x"}) == 2);
  CHECK(shell.err.find("alias.x is taken from config.toml alone") != std::string::npos);
  CHECK(shell.run({"--set", "alias.x=list", "list"}) == 2);
}

TEST_CASE("completion knows the keys of a bibliography, and words whatever their capitals") {
  Shell shell;
  shell.input = "@article{Abadi2006, title={Integrating Compression}, author={Abadi, D.}, year={2006}}";
  REQUIRE(shell.run({"import", "-"}) == 0);
  for (const auto& [typed, expected] :
       {std::pair{"Aba", "Abadi2006\t"}, {"Compr", "Compression\t"}, {"compr", "compression\t"}}) {
    CHECK(shell.run({"complete", "--", "show", typed}) == 0);
    CHECK(shell.out.find(expected) != std::string::npos);
  }
}

TEST_CASE("a setting that is asked for is told in full, and a list that is not closed is none") {
  Shell shell;
  REQUIRE(shell.run({"config", "limits.depth"}) == 0);
  CHECK(shell.out.find("limits.depth = 2\n") == 0);
  CHECK(shell.out.find("number from 0 to 20") != std::string::npos);
  CHECK(shell.run({"config", "hooks.on-done", "[\"a b"}) == 2);
  CHECK(shell.err.find("hooks.on-done is [\"a b, expected") != std::string::npos);
}

TEST_CASE("completion knows commands, options, items and tags") {
  Shell shell;
  shell.lay_out("2403.00835", "CLLMs");
  REQUIRE(shell.run({"add", "2403.00835", "--tag", "decoding"}) == 0);
  const auto completes = [&shell](std::vector<std::string> words, const std::string& expected) {
    words.insert(words.begin(), {"complete", "--"});
    return shell.run(words) == 0 && shell.out.find(expected) != std::string::npos;
  };
  CHECK(completes({"st"}, "start\t"));
  CHECK(completes({"start", ""}, "CLLMs"));
  CHECK(completes({"add", "--pri"}, "--priority\t"));
  CHECK(completes({"export", "s"}, "svg\t"));
  CHECK(completes({"list", "tag:"}, "tag:decoding"));
  CHECK(completes({"set", "1", "--untag", ""}, "decoding"));
  CHECK(completes({"config", "limits."}, "limits.depth\t"));
  CHECK(completes({"decide", "1", ""}, "split\t\nskim\t\nswap\t\npark\t\ndrop\t\n"));
  CHECK(completes({"decide", "1", "sw"}, "swap\t"));
  CHECK(completes({"plan", "--week", ""}, "this\t"));
  CHECK(completes({"plan", "--week=n"}, "--week=next\t"));
  CHECK(completes({"plan", "--week", "20"}, "-W"));
  CHECK_FALSE(completes({"start", "zzz"}, "CLLMs"));
  CHECK(completes({"start", "cl"}, "cllms\tCLLMs"));
  CHECK(completes({"start", "2403"}, "2403.00835\t"));
  CHECK(completes({"list", "st"}, "state:\t"));
  CHECK(completes({"list", "state:q"}, "state:queued"));
  CHECK(completes({"list", "-kind:co"}, "-kind:code"));
  CHECK(completes({"list", "--sort", "y"}, "year"));
  CHECK(completes({"list", "--sort=y"}, "--sort=year"));
  CHECK(completes({"--color", "n"}, "never"));
  CHECK(completes({"--off"}, "--offline\t"));
  CHECK(completes({"--offline", "sta"}, "start\t"));
  CHECK(completes({"--set", "lang=zh", "sta"}, "start\t"));
  CHECK(completes({"search", "tag:d"}, "tag:decoding"));
  CHECK_FALSE(completes({"nothing-of-that-name", ""}, "\t"));
}

TEST_CASE("settings fit the line, and a short one leaves what they are for to the setting itself") {
  Shell shell;
  REQUIRE(shell.run(
              {"config", "fetch.contact", "reader-with-a-long-name@department.university.example.org"}) == 0);
  for (const std::size_t columns : {40U, 60U, 80U, 120U}) {
    CAPTURE(columns);
    shell.terminal.columns = columns;
    REQUIRE(shell.run({"config"}) == 0);
    for (const std::string_view line : util::split(shell.out, '\n')) {
      CAPTURE(line);
      CHECK(util::width(line) <= columns);
    }
    CHECK(shell.out.find("fetch.arxiv_interval  3") != std::string::npos);
    CHECK((shell.out.find("steps along") != std::string::npos) == (columns >= 80));
    CHECK((shell.err.find("papers config KEY") != std::string::npos) == (columns < 80));
  }
}

TEST_CASE("help is JSON where that is asked for, and a script for a shell is none") {
  Shell shell;
  REQUIRE(shell.run({"config", "alias.todo", "list state:queued"}) == 0);
  REQUIRE(shell.run({"help", "--json"}) == 0);
  const auto all = nlohmann::json::parse(shell.out);
  CHECK(all["items"].size() > 40);
  CHECK(all["items"][0]["name"] == "add");
  CHECK(all["items"][0]["group"] == "Collect");
  CHECK(all["items"][0]["changes"] == true);
  CHECK(all["aliases"][0]["command"] == "list state:queued");
  REQUIRE(shell.run({"help", "undo", "--json"}) == 0);
  const auto one = nlohmann::json::parse(shell.out);
  REQUIRE(one["items"].size() == 1);
  CHECK(one["items"][0]["examples"][0] == "papers undo");
  CHECK(one["aliases"].empty());
  CHECK(shell.run({"help", "nxet", "--json"}) == 2);
  CHECK(shell.run({"help", "--manual", "--json"}) == 2);
  CHECK(shell.run({"completion", "bash", "--json"}) == 2);
  CHECK(shell.out.empty());
  CHECK(shell.err.find("--json") != std::string::npos);
}

TEST_CASE("control characters in a title never reach the output") {
  Shell shell;
  shell.lay_out("2403.00835", "a\x1b]0;pwned\x07 title \xe2\x80\xae reversed");
  CHECK(shell.run({"add", "2403.00835"}) == 0);
  for (const std::vector<std::string>& args : std::vector<std::vector<std::string>>{
           {}, {"list"}, {"show", "1"}, {"next"}, {"log"}, {"start", "1"}, {"complete", "--", "start", ""}}) {
    CHECK(shell.run(args) == 0);
    for (const char c : shell.out + shell.err) {
      CHECK((c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= 0x20));
    }
    CHECK(shell.out.find("\xe2\x80\xae") == std::string::npos);
  }
}

}  // namespace
}  // namespace papers
