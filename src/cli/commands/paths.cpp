#include <ostream>

#include <nlohmann/json.hpp>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"

namespace papers::cli {
namespace {

ExitCode run(Context& context) {
  const app::Places& places = context.places();
  const std::vector<std::pair<std::string, std::string>> rows{{"config", places.config_file().string()},
                                                              {"keys", places.key_file().string()},
                                                              {"library", places.library().file.string()},
                                                              {"backups", places.library().backups.string()},
                                                              {"pdfs", places.pdfs().string()},
                                                              {"cache", places.http_cache().string()},
                                                              {"seed", places.seed_file().string()}};
  nlohmann::ordered_json fields;
  Table table({{}, {}});
  for (const auto& [name, path] : rows) {
    fields[name] = path;
    table.row({name, path});
  }
  if (context.options().json) {
    print_json(context, fields);
  } else {
    context.env().out << table.render(context.env().terminal.columns);
  }
  return ExitCode::done;
}

Action declare(Arguments& /*arguments*/) {
  return [](Context& context) { return run(context); };
}

}  // namespace

const Command k_paths_command{
    "paths",           "Care", "Print where everything is kept", "", "papers paths --json",
    /*changes=*/false, declare};

}  // namespace papers::cli
