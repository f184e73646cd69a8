#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

using Step = std::optional<LoggedCommand> (Change::*)();

/// Takes up to `count` steps, each a change of its own, so that those taken stay when one is refused.
struct Steps {
  std::vector<LoggedCommand> taken;
  std::optional<Failure> refusal;
};

Steps take_steps(Context& context, std::string_view name, Step step, int count) {
  Steps steps;
  try {
    while (static_cast<int>(steps.taken.size()) < count) {
      Change change = context.writable_library().begin(name, name);
      const auto command = (change.*step)();
      if (!command) {
        break;
      }
      steps.taken.push_back(*command);
      if (context.options().dry_run) {
        break;  // nothing is kept, so a second step would be the same one
      }
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
      context.env().out << fmt::format("{}: {}\n", name, util::printable(command.summary));
    }
  }
  if (context.options().json) {
    print_json(context, {{"items", std::move(items)}});
  }
}

ExitCode step_back_or_forth(Context& context, std::string_view name, Step step, int count) {
  const Steps steps = take_steps(context, name, step, count);
  if (steps.taken.empty()) {
    throw steps.refusal.value_or(
        Failure(ExitCode::no_match, fmt::format("nothing to {}; `papers log` shows what was done", name)));
  }
  say(context, name, steps.taken);
  if (context.options().dry_run) {
    hint(context, "(dry run: nothing was changed)");
  }
  if (steps.refusal) {
    complain(context, fmt::format("! {}", steps.refusal->what()));
    return ExitCode::partly;
  }
  return ExitCode::done;
}

Action declare_step(Arguments& arguments, std::string_view name, Step step) {
  auto count = std::make_shared<int>(1);
  arguments.number_word("N", *count, {1, 1'000'000}, "How many commands");
  return [=](Context& context) { return step_back_or_forth(context, name, step, *count); };
}

Action declare_undo(Arguments& arguments) {
  return declare_step(arguments, "undo", &Change::undo);
}
Action declare_redo(Arguments& arguments) {
  return declare_step(arguments, "redo", &Change::redo);
}

}  // namespace

const Command k_undo_command{"undo",
                             "Care",
                             "Take back the last command, or the last N",
                             "Whole commands are taken back, newest first, also after a restart.",
                             "papers undo\npapers undo 3",
                             /*changes=*/true,
                             declare_undo};

const Command k_redo_command{"redo",           "Care",      "Do again what was undone", "", "papers redo",
                             /*changes=*/true, declare_redo};

}  // namespace papers::cli
