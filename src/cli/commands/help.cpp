#include "cli/help.hpp"

#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/aliases.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/manual.hpp"
#include "cli/output.hpp"
#include "model/json_value.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::string command;
  bool manual = false;
  std::string folder;
};

const Command& command_named(const std::string& name) {
  const Command* command = find_command(name);
  if (command == nullptr) {
    throw unknown_command(name);
  }
  return *command;
}

/// None where the configuration cannot be read: help must always come.
std::vector<Alias> known_aliases(Context& context) {
  try {
    return aliases(context.settings());
  } catch (const Failure&) {
    return {};
  }
}

std::string aliases_text(const std::vector<Alias>& all) {
  std::string text = all.empty() ? "" : "\nYour aliases\n";
  for (const Alias& alias : all) {
    text += fmt::format("  {:<12} papers {}\n", alias.name, alias.command);
  }
  return util::printable(text, /*keep_newlines=*/true);
}

std::string help_on(const std::string& name, Context& context) {
  if (find_command(name) == nullptr) {
    for (const Alias& alias : known_aliases(context)) {
      if (alias.name == name) {
        return util::printable(fmt::format("{}: your alias of `papers {}`", name, alias.command)) + '\n';
      }
    }
  }
  return help_text(command_named(name));
}

std::string text_for(const Options& options, Context& context) {
  if (options.manual) {
    return options.command.empty() ? manual_overview() : manual_page(command_named(options.command));
  }
  return options.command.empty() ? overview_text() + aliases_text(known_aliases(context))
                                 : help_on(options.command, context);
}

nlohmann::ordered_json to_json(const Command& command) {
  return {{"name", command.name},       {"group", model::text_or_null(std::string(command.group))},
          {"summary", command.summary}, {"details", model::text_or_null(std::string(command.details))},
          {"changes", command.changes}, {"examples", util::split(command.examples, '\n')}};
}

/// The commands of the overview, or the one that is asked about.
ExitCode say_json(const Options& options, Context& context) {
  if (options.manual) {
    throw Failure(ExitCode::usage, "--json: a manual page is no JSON; leave it or --manual out");
  }
  auto items = nlohmann::ordered_json::array();
  for (const Command* command : commands()) {
    if (options.command.empty() ? !command->group.empty() : command->name == options.command) {
      items.push_back(to_json(*command));
    }
  }
  auto own = nlohmann::ordered_json::array();
  for (const Alias& alias : known_aliases(context)) {
    if (options.command.empty() || alias.name == options.command) {
      own.push_back({{"name", alias.name}, {"command", alias.command}});
    }
  }
  if (items.empty() && own.empty()) {
    throw unknown_command(options.command);
  }
  print_json(context, {{"items", std::move(items)}, {"aliases", std::move(own)}});
  return ExitCode::done;
}

ExitCode run(const Options& options, Context& context) {
  if (!options.folder.empty()) {
    write_manual(options.folder);
    return ExitCode::done;
  }
  if (context.options().json) {
    return say_json(options, context);
  }
  context.env().out << text_for(options, context);
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.word("COMMAND", options->command, "The command to explain", Arguments::Need::optional);
  arguments.flag("--manual", options->manual, "Print the manual page (roff), for man(1)");
  arguments.text("--manual-to", "FOLDER", options->folder, "Write all manual pages there");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_help_command{"help",
                             "Care",
                             "Explain papers or one command",
                             "",
                             "papers help add\npapers help add --manual | man -l -",
                             /*changes=*/false,
                             declare};

}  // namespace papers::cli
