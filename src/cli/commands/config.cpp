#include <memory>
#include <ostream>

#include <nlohmann/json.hpp>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "config/config_file.hpp"

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

void say(const std::vector<const config::Key*>& keys, Context& context) {
  const config::Settings& settings = context.settings();
  if (context.options().json) {
    auto items = nlohmann::ordered_json::array();
    for (const config::Key* key : keys) {
      items.push_back(entry_json(settings, *key));
    }
    print_json(context, {{"items", std::move(items)}});
    return;
  }
  Table table({{}, {}, {Table::Align::left, true}, {}});
  for (const config::Key* key : keys) {
    const std::string& origin = settings.origin(key->name);
    table.row({key->name, config::to_toml(settings.value(key->name)), key->summary,
               origin == "default" ? "" : origin});
  }
  context.env().out << table.render(context.env().terminal.columns);
}

ExitCode run(const Options& options, Context& context) {
  const config::Settings& settings = context.settings();
  if (options.value) {
    // Checked first, so that a dry run refuses what the real one would.
    value_or_throw(config::read_value(settings.key(options.key), *options.value));
    if (!context.options().dry_run) {
      config::set_in_config_file(context.places().config_file(), settings, options.key, *options.value);
    }
    hint(context, context.options().dry_run ? "(dry run: nothing was changed)"
                                            : "written to " + context.places().config_file().string());
    return ExitCode::done;
  }
  std::vector<const config::Key*> keys;
  if (!options.key.empty()) {
    keys.push_back(&settings.key(options.key));
  } else {
    for (const config::Key& key : settings.keys()) {
      keys.push_back(&key);
    }
  }
  say(keys, context);
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
    "--set KEY=VALUE, and show where their value comes from when it is not the default.",
    "papers config\npapers config limits.reading 2\n"
    "papers next --set rank.relevance=0      # this once",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
