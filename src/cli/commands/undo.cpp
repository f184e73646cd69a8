#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

using Step = std::optional<LoggedCommand> (Change::*)();

ExitCode step_back_or_forth(Context& context, std::string_view name, Step step, int count) {
  auto commands = nlohmann::ordered_json::array();
  std::string lines;
  for (int i = 0; i < count; ++i) {
    Change change = context.writable_library().begin(name, name);
    const auto command = (change.*step)();
    if (!command) {
      break;
    }
    if (!context.options().dry_run) {
      change.commit();
    }
    commands.push_back({{"id", command->id}, {"time", command->time}, {"summary", command->summary}});
    lines += fmt::format("{}: {}\n", name, util::printable(command->summary));
    if (context.options().dry_run) {
      break;  // nothing was kept, so a second step would be the same one
    }
  }
  if (commands.empty()) {
    throw Failure(ExitCode::no_match, fmt::format("nothing to {}; `papers log` shows what was done", name));
  }
  if (context.options().json) {
    print_json(context, {{"commands", commands}});
  } else {
    context.env().out << lines;
  }
  if (context.options().dry_run) {
    hint(context, "(dry run: nothing was changed)");
  }
  return ExitCode::done;
}

Action declare_step(CLI::App& app, std::string_view name, Step step) {
  auto count = std::make_shared<int>(1);
  app.add_option("N", *count, "How many commands")->check(CLI::Range(1, 1'000'000));
  return [=](Context& context) { return step_back_or_forth(context, name, step, *count); };
}

Action declare_undo(CLI::App& app) { return declare_step(app, "undo", &Change::undo); }
Action declare_redo(CLI::App& app) { return declare_step(app, "redo", &Change::redo); }

}  // namespace

const Command k_undo_command{"undo", "Care", "Take back the last command, or the last N",
                             "Whole commands are taken back, newest first, also after a restart.",
                             "papers undo\npapers undo 3", /*changes=*/true, declare_undo};

const Command k_redo_command{"redo", "Care", "Do again what was undone", "", "papers redo", /*changes=*/true,
                             declare_redo};

}  // namespace papers::cli
