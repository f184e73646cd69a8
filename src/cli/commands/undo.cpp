#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

/// One direction: how a step is taken, and of which commands.
struct Direction {
  std::string_view name;
  std::string_view verb;  ///< of a question
  LoggedCommand::Status from;
  std::optional<LoggedCommand> (Change::*step)();
};

constexpr Direction k_undo{"undo", "Take back", LoggedCommand::Status::done, &Change::undo};
constexpr Direction k_redo{"redo", "Do again", LoggedCommand::Status::undone, &Change::redo};

/// What so many steps would take, in their order: newest first back, oldest first forth.
std::vector<LoggedCommand> at_hand(const Library& library, const Direction& direction) {
  std::vector<LoggedCommand> commands = library.log(0);
  std::erase_if(commands, [&](const LoggedCommand& command) {
    return command.status != direction.from || command.name == k_undo.name || command.name == k_redo.name;
  });
  if (direction.from == LoggedCommand::Status::undone) {
    std::reverse(commands.begin(), commands.end());
  }
  return commands;
}

/// A number beyond what there is was meant for another library, or mistyped: no reason to take all of it.
void refuse_too_many(const Direction& direction, std::size_t wanted, std::size_t there) {
  if (there == 0) {
    throw Failure(ExitCode::no_match,
                  fmt::format("nothing to {}; `papers log` shows what was done", direction.name));
  }
  if (wanted > there) {
    throw Failure(ExitCode::usage,
                  fmt::format("{0} {1}: there {2} no more than {3}; `papers {0} {4}` takes all of it, "
                              "`papers log` shows what that is",
                              direction.name, wanted, there == 1 ? "is" : "are",
                              counted(there, "command", "commands"), there));
  }
}

/// Each step is a change of its own, so that those taken stay when one is refused.
struct Steps {
  std::vector<LoggedCommand> taken;
  std::optional<Failure> refusal;
};

Steps take_steps(Context& context, const Direction& direction, std::size_t count) {
  Steps steps;
  try {
    while (steps.taken.size() < count) {
      Change change = context.writable_library().begin(direction.name, direction.name);
      const auto command = (change.*direction.step)();
      if (!command) {
        break;
      }
      steps.taken.push_back(*command);
      change.commit();
    }
  } catch (const Failure& failure) {
    steps.refusal = failure;
  }
  return steps;
}

void say(Context& context, std::string_view name, const std::vector<LoggedCommand>& commands) {
  auto items = nlohmann::ordered_json::array();
  for (const LoggedCommand& command : commands) {
    items.push_back({{"id", command.id}, {"time", command.time}, {"summary", command.summary}});
    if (!context.options().json) {
      report(context, fmt::format("{}: {}\n", name, util::printable(command.summary)));
    }
  }
  if (context.options().json) {
    print_json(context, {{"items", std::move(items)}});
  }
}

ExitCode go(Context& context, const Direction& direction, int wanted) {
  const auto count = static_cast<std::size_t>(wanted);
  std::vector<LoggedCommand> commands = at_hand(context.library(), direction);
  refuse_too_many(direction, count, commands.size());
  commands.resize(count);
  if (context.options().dry_run) {
    say(context, direction.name, commands);
    hint(context, "(dry run: nothing was changed)");
    return ExitCode::done;
  }
  if (!context.confirmed(fmt::format("{} {} commands, the last of them: {}?", direction.verb, count,
                                     util::printable(commands.back().summary)),
                         count)) {
    hint(context, "nothing changed");
    return ExitCode::refused;
  }
  const Steps steps = take_steps(context, direction, count);
  if (steps.taken.empty() && steps.refusal) {
    throw Failure(*steps.refusal);
  }
  say(context, direction.name, steps.taken);
  if (steps.refusal) {
    complain(context, fmt::format("! {}", steps.refusal->what()));
  }
  return steps.taken.size() == count ? ExitCode::done : ExitCode::partly;
}

Action declare_step(Arguments& arguments, const Direction& direction) {
  auto count = std::make_shared<int>(1);
  arguments.number_word("N", *count, {1, 1'000'000}, "How many commands");
  return [count, &direction](Context& context) { return go(context, direction, *count); };
}

Action declare_undo(Arguments& arguments) {
  return declare_step(arguments, k_undo);
}
Action declare_redo(Arguments& arguments) {
  return declare_step(arguments, k_redo);
}

}  // namespace

const Command k_undo_command{
    "undo",
    "Care",
    "Take back the last command, or the last N",
    "Whole commands are taken back, newest first, also after a restart. On a terminal three or more\n"
    "are asked for first; more than there are, are refused. --dry-run lists them. Settings are no part of\n"
    "the library: papers config changes them back.",
    "papers undo\npapers undo 3\npapers undo 10 --dry-run",
    /*changes=*/true,
    declare_undo};

const Command k_redo_command{"redo",           "Care",      "Do again what was undone", "", "papers redo",
                             /*changes=*/true, declare_redo};

}  // namespace papers::cli
