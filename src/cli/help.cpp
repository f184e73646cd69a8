#include "cli/help.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "papers/version.hpp"

#include "cli/arguments.hpp"
#include "util/strings.hpp"

namespace papers::cli {
namespace {

std::string indented(std::string_view text, std::string_view indent) {
  std::string result;
  for (const std::string_view line : util::split(text, '\n')) {
    result += line.empty() ? "\n" : fmt::format("{}{}\n", indent, line);
  }
  return result;
}

}  // namespace

std::string names_of(const CLI::Option& option) {
  const std::string type = type_of(option);
  if (option.get_positional()) {
    const std::string name = option.get_single_name();
    return option.get_items_expected_max() > 1 ? name + "..." : name;
  }
  std::string names = option.get_name(false, true);
  std::replace(names.begin(), names.end(), ',', ' ');
  const std::size_t blank = names.find(' ');
  if (blank != std::string::npos) {
    names.insert(blank, ",");
  }
  return option.get_items_expected_max() > 0 && !type.empty() ? names + " " + type : names;
}

std::vector<OptionLine> option_lines(const CLI::App& app) {
  std::vector<OptionLine> lines;
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_group().empty()) {
      lines.push_back({names_of(*option), option->get_description()});
    }
  }
  std::stable_partition(lines.begin(), lines.end(),
                        [](const OptionLine& line) { return line.names.front() != '-'; });
  return lines;
}

std::string usage_of(const CLI::App& app, const Command& command) {
  std::string usage = fmt::format("papers {}", command.name);
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) {
      const std::string name = names_of(*option);
      usage += option->get_required() ? " " + name : fmt::format(" [{}]", name);
    }
  }
  return usage + " [OPTIONS]";
}

std::string type_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  return type.substr(0, type.find(':'));  // CLI11 appends what it checks
}

void declare_globals(CLI::App& app, GlobalOptions& globals) {
  app.add_flag("--offline", globals.offline, "Use no network: the cache and the shipped data answer")
      ->group(k_of_every_command);
  app.add_flag("-q,--quiet", globals.quiet, "Say nothing but what was asked to be seen, and errors")
      ->group(k_of_every_command);
  app.add_option("--color", globals.color, "When to use colour: auto, always or never")
      ->type_name("WHEN")
      ->group(k_of_every_command);
  restrict_to(*app.get_option("--color"), {"auto", "always", "never"});
  app.add_flag("--no-pager", globals.no_pager, "Print at once, however long it is")
      ->group(k_of_every_command);
  app.add_option("--set", globals.set, "Use another value for a setting, this once: key=value")
      ->type_name("KEY=VALUE")
      ->expected(1)
      ->take_all()
      ->group(k_of_every_command);
}

CommandLine::CommandLine(const Command& command, GlobalOptions& globals)
    : m_root("", "papers"), m_sub(nullptr) {
  declare_globals(m_root, globals);
  m_root.require_subcommand(1);
  m_sub = m_root.add_subcommand(std::string(command.name), std::string(command.summary));
  m_sub->fallthrough();
  m_sub->set_help_flag("-h,--help", "Print this");
  Arguments arguments(*m_sub, m_choices);
  m_action = command.declare(arguments);
  m_sub->add_flag("--json", globals.json, "Print JSON, for programs");
  m_root.add_flag("--json", globals.json, "")->group("");
  if (command.changes) {
    m_sub->add_flag("--dry-run", globals.dry_run, "Show what would happen and change nothing");
    m_sub->add_flag("-y,--yes", globals.yes, "Ask no questions");
    m_root.add_flag("--dry-run", globals.dry_run, "")->group("");
    m_root.add_flag("-y,--yes", globals.yes, "")->group("");
  }
}

std::string version_text() {
  return fmt::format("papers {}\n", k_version);
}

std::string overview_text() {
  std::string text = fmt::format(
      "papers - {}\n\n  papers                 today: what you read, what is next, what is due\n"
      "  papers COMMAND --help  what a command does, with examples\n",
      k_about);
  std::string_view group;
  for (const Command* command : commands()) {
    if (command->group.empty()) {
      continue;
    }
    if (command->group != group) {
      group = command->group;
      text += fmt::format("\n{}\n", group);
    }
    text += fmt::format("  {:<12} {}\n", command->name, command->summary);
  }
  text +=
      "\nEverywhere: --json, --offline, -q, --color WHEN, --no-pager, --set KEY=VALUE; --dry-run and -y "
      "where "
      "data changes.\n"
      "An ITEM is an identifier in any form, a citation key, a short number, or words of the title.\n";
  return text;
}

std::string help_text(const Command& command) {
  GlobalOptions unused;
  CommandLine line(command, unused);
  std::string text = fmt::format("{}\n\nUsage: {}\n", command.summary, usage_of(line.sub(), command));
  if (!command.details.empty()) {
    text += fmt::format("\n{}\n", command.details);
  }
  const auto options = option_lines(line.sub());
  std::size_t widest = 0;
  for (const OptionLine& option : options) {
    widest = std::max(widest, option.names.size());
  }
  text += options.empty() ? "" : "\nArguments and options:\n";
  for (const OptionLine& option : options) {
    text += fmt::format("  {:<{}}  {}\n", option.names, widest, option.text);
  }
  if (!command.examples.empty()) {
    text += fmt::format("\nExamples:\n{}", indented(command.examples, "  "));
  }
  return text;
}

}  // namespace papers::cli
