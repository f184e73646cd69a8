#include "cli/help.hpp"

#include <memory>
#include <ostream>

#include <fmt/format.h>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::string command;
  bool manual = false;
};

ExitCode run(const Options& options, Context& context) {
  if (options.manual) {
    context.env().out << manual_page();
    return ExitCode::done;
  }
  if (options.command.empty()) {
    context.env().out << overview_text();
    return ExitCode::done;
  }
  const Command* command = find_command(options.command);
  if (command == nullptr) {
    throw unknown_command(options.command);
  }
  context.env().out << help_text(*command);
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.word("COMMAND", options->command, "The command to explain", Arguments::Need::optional);
  arguments.flag("--manual", options->manual, "Print the whole manual page (roff), for man(1)");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_help_command{"help",
                             "Care",
                             "Explain papers or one command",
                             "",
                             "papers help add\npapers help --manual | man -l -",
                             /*changes=*/false,
                             declare};

}  // namespace papers::cli
