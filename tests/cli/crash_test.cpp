// kill -9, hundreds of times, at every moment of a command: what was acknowledged stays, what was not is
// there whole or not at all.
#include <algorithm>
#include <chrono>
#include <map>
#include <thread>

#include <doctest/doctest.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): SIGKILL is POSIX here

#include "cli/world.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

using std::chrono::microseconds;
using std::chrono::steady_clock;

constexpr int k_kills = 200;
constexpr int k_most_rounds = 3000;
constexpr int k_no_match = 3;
constexpr int k_killed = 128 + SIGKILL;

/// All that the commands below change of an item.
struct Task {
  std::string state;
  std::vector<std::string> tags;
  bool operator==(const Task&) const = default;
};

using Shelf = std::map<std::string, Task>;  ///< by title

Shelf shelf_of(const World& world) {
  Shelf shelf;
  for (const auto& item : world.items()) {
    shelf[item.at("title")] = {item.at("state"), item.at("tags")};
  }
  return shelf;
}

/// What the library should hold, and what it held before each command that undo could take back.
struct Model {
  Shelf shelf;
  std::vector<Shelf> history;
};

/// One command, and what it makes of the shelf.
struct Round {
  Words words;
  Shelf after;  ///< when it takes effect; as before when it cannot
  bool undo = false;
};

/// Add, set, start, done, undo, and again from the beginning with the next task.
Round round_of(int number, const Model& model) {
  const std::string title = "task" + std::to_string(10000 + number / 5);
  Round next{{}, model.shelf, false};
  const bool there = model.shelf.contains(title);
  const auto change = [&](const auto& how) {
    if (there) {
      how(next.after[title]);
    }
  };
  switch (number % 5) {
    case 0:
      next.words = {"add", "--title", title};
      next.after[title] = {"queued", {}};
      break;
    case 1:
      next.words = {"set", title, "--tag", "tagged"};
      change([](Task& task) { task.tags = {"tagged"}; });
      break;
    case 2:
      next.words = {"start", title, "--force"};
      change([](Task& task) { task.state = "reading"; });
      break;
    case 3:
      next.words = {"done", title, "--takeaway", "something"};
      change([](Task& task) { task.state = "read"; });
      break;
    default:
      next.words = {"undo"};
      next.undo = true;
      next.after = model.history.empty() ? model.shelf : model.history.back();
  }
  return next;
}

/// Runs a command and kills it after that time, unless it has ended.
ProgramResult run_and_kill(const World& world, const Words& words, microseconds time) {
  Program program(world.call(words));
  std::this_thread::sleep_for(time);
  program.send_signal(SIGKILL);
  return program.wait();
}

void remember(Model& model, const Round& next, const Shelf& actual) {
  if (actual == model.shelf) {
    return;
  }
  if (next.undo) {
    model.history.pop_back();
  } else {
    model.history.push_back(model.shelf);
  }
  model.shelf = actual;
}

/// How long a command takes that is left alone; its item is the first of the shelf.
microseconds time_of_a_command(const World& world) {
  const auto start = steady_clock::now();
  REQUIRE(world.papers({"add", "--title", "first"}).status == 0);
  return std::chrono::duration_cast<microseconds>(steady_clock::now() - start);
}

}  // namespace

TEST_CASE("kill -9 at any moment loses nothing that was acknowledged") {
  const World world;
  const microseconds whole = time_of_a_command(world);
  Model model{shelf_of(world), {Shelf{}}};
  int kills = 0;
  int effective = 0;
  for (int number = 0; kills < k_kills && number < k_most_rounds; ++number) {
    const Round next = round_of(number, model);
    const ProgramResult result = run_and_kill(world, next.words, whole * (number * 7 % 40) / 32);
    const Shelf actual = shelf_of(world);
    CAPTURE(number);
    CAPTURE(next.words.front());
    CAPTURE(result.err);
    const bool killed = result.status == k_killed;
    const bool acknowledged = result.status == 0 || !result.out.empty();
    REQUIRE((killed || result.status == 0 || result.status == k_no_match));
    REQUIRE((actual == next.after || (!acknowledged && actual == model.shelf)));
    kills += killed ? 1 : 0;
    effective += actual == model.shelf ? 0 : 1;
    remember(model, next, actual);
  }
  CHECK(kills >= k_kills);
  CHECK(effective > 0);
  world.check_is_clean();
  MESSAGE(kills << " kills, " << effective << " commands took effect");
}
