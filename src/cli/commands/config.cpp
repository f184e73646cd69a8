#include <algorithm>
#include <filesystem>
#include <memory>
#include <ostream>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/aliases.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/hook.hpp"
#include "cli/output.hpp"
#include "cli/paragraph.hpp"
#include "config/config_file.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::string key;
  std::optional<std::string> value;
};

nlohmann::ordered_json to_json(const config::Value& value) {
  return std::visit([](const auto& held) { return nlohmann::ordered_json(held); }, value);
}

nlohmann::ordered_json entry_json(const config::Settings& settings, const config::Key& key) {
  return {{"key", key.name},
          {"value", to_json(settings.value(key.name))},
          {"default", to_json(key.fallback)},
          {"origin", settings.origin(key.name)},
          {"summary", key.summary}};
}

/// With all that is to be said of it, however long.
void say_one(const config::Key& key, Context& context) {
  const config::Settings& settings = context.settings();
  const std::string& origin = settings.origin(key.name);
  context.env().out << fmt::format("{} = {}{}\n", key.name, config::to_toml(settings.value(key.name)),
                                   origin == "default" ? "" : "   (" + util::printable(origin) + ")")
                    << paragraph("  ", fmt::format("{}; {}", key.summary, config::expectation(key)),
                                 context.env().terminal.columns);
}

/// A line for each. Where it is too short for all, what they are for is left to `papers config KEY`.
void say_table(const std::vector<config::Key>& keys, const config::Settings& settings, Context& context) {
  constexpr std::size_t k_least_for_summary = 70;
  const std::size_t columns = context.env().terminal.columns;
  const bool is_wide = columns >= k_least_for_summary;
  std::vector<Table::Column> layout{{}, {Table::Align::left, true}};
  if (is_wide) {
    layout.insert(layout.end(), {{Table::Align::left, true}, {}});
  }
  Table table(std::move(layout));
  for (const config::Key& key : keys) {
    const std::string& origin = settings.origin(key.name);
    table.row({key.name, config::to_toml(settings.value(key.name)), key.summary,
               origin == "default" ? "" : std::filesystem::path(origin).filename().string()});
  }
  context.env().out << table.render(columns);
  if (!is_wide) {
    hint(context, "what one is for, and who set it: papers config KEY");
  }
}

void say(const std::vector<config::Key>& keys, Context& context) {
  const config::Settings& settings = context.settings();
  if (context.options().json) {
    auto items = nlohmann::ordered_json::array();
    for (const config::Key& key : keys) {
      items.push_back(entry_json(settings, key));
    }
    print_json(context, {{"items", std::move(items)}});
    return;
  }
  if (keys.size() == 1) {
    say_one(keys.front(), context);
    return;
  }
  say_table(keys, settings, context);
}

bool has_value(const config::Settings& settings, const std::string& name) {
  const auto keys = settings.keys();
  return std::any_of(keys.begin(), keys.end(), [&name](const config::Key& key) { return key.name == name; });
}

/// Those that are asked for; all without a name.
std::vector<config::Key> chosen(const config::Settings& settings, const std::string& name) {
  if (name.empty()) {
    return {settings.keys().begin(), settings.keys().end()};
  }
  const config::Key key = settings.key(name);
  if (!has_value(settings, key.name)) {
    throw Failure(ExitCode::no_match,
                  fmt::format("{0}: no such alias; papers config {0} \"COMMAND ...\" makes it", key.name));
  }
  return {key};
}

/// The value, checked first, so that a dry run refuses what the real one would.
config::Value checked(const config::Key& key, const std::string& value, const config::Settings& settings) {
  config::Value accepted = value_or_throw(config::read_value(key, value));
  if (key.name.starts_with(config::k_alias_prefix)) {
    check_alias(std::string_view(key.name).substr(config::k_alias_prefix.size()),
                std::get<std::string>(accepted), settings);
  }
  return accepted;
}

/// A hook may be set before its program is installed, but not unawares: until then it refuses what it is
/// asked.
void warn(const config::Key& key, const config::Value& value, Context& context) {
  constexpr std::string_view k_prefix = "hooks.";
  const auto* const command = std::get_if<std::vector<std::string>>(&value);
  const std::string problem = command != nullptr && key.name.starts_with(k_prefix)
                                  ? hook_problem(std::string_view(key.name).substr(k_prefix.size()), *command)
                                  : "";
  if (!problem.empty()) {
    complain(context, "! " + problem);
  }
}

ExitCode run(const Options& options, Context& context) {
  const config::Settings& settings = context.settings();
  if (!options.value) {
    say(chosen(settings, options.key), context);
    return ExitCode::done;
  }
  const config::Key key = settings.key(options.key);
  const config::Value value = checked(key, *options.value, settings);
  if (!context.options().dry_run) {
    config::set_in_config_file(context.places().config_file(), settings, options.key, *options.value);
  }
  hint(context, context.options().dry_run ? "(dry run: nothing was changed)"
                                          : "written to " + context.places().config_file().string());
  warn(key, value, context);
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.word("KEY", options->key, "Which setting", Arguments::Need::optional);
  arguments.word("VALUE", options->value, "Its new value");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_config_command{
    "config",
    "Care",
    "Show or change settings",
    "Settings live in config.toml (`papers paths` says where), are given for one command by\n"
    "--set KEY=VALUE, and show where their value comes from when it is not the default.\n"
    "alias.NAME is a command of your own. hooks.on-add and hooks.on-done name a program with its arguments "
    "that\n"
    "gets the item as JSON on its standard input, and refuses the change by an exit code other than 0;\n"
    "hooks.on-next is told what `papers next` answers, and hooks.on-add is asked by `papers add` alone. The\n"
    "program is one in PATH or a whole path; no shell reads it. Hooks come from config.toml alone, and may\n"
    "read the library but not change it. In a dry run they are not asked.",
    "papers config\npapers config limits.reading 2\n"
    "papers config alias.todo \"list state:queued\"      # then: papers todo\n"
    "papers config hooks.on-done '[\"notify-send\", \"read\"]'\n"
    "papers next --set rank.relevance=0      # this once",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
