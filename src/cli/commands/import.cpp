#include <filesystem>
#include <fstream>
#include <istream>
#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/import_lines.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"

namespace papers::cli {
namespace {

app::ImportReport import_one(const std::string& name, Context& context) {
  const bool dry_run = context.options().dry_run;
  if (name == "-") {
    return app::import_lines(context.env().in, "standard input", context.writable_library(),
                             context.env().clock, dry_run);
  }
  std::ifstream file(name);
  if (!file || std::filesystem::is_directory(name)) {
    throw Failure(ExitCode::failed,
                  fmt::format("{}: cannot be read; give a file, or - for standard input", name));
  }
  return app::import_lines(file, name, context.writable_library(), context.env().clock, dry_run);
}

std::string summary(const app::ImportReport& report) {
  return fmt::format(
      "{} added, {} changed, {} known; {} written",
      counted(static_cast<std::size_t>(report.added), "item", "items"), report.changed, report.known,
      counted(static_cast<std::size_t>(report.reference_lists), "reference list", "reference lists"));
}

nlohmann::ordered_json to_json(const std::string& name, const app::ImportReport& report) {
  return {{"file", name},
          {"added", report.added},
          {"changed", report.changed},
          {"known", report.known},
          {"reference_lists", report.reference_lists},
          {"problems", report.problems}};
}

/// What came of all the files: one that cannot be read does not stop the others.
struct Outcome {
  nlohmann::ordered_json files = nlohmann::ordered_json::array();
  std::size_t failed = 0;
  bool all_understood = true;
  ExitCode last_failure = ExitCode::failed;
};

void import_into(Outcome& outcome, const std::string& name, Context& context) {
  try {
    const app::ImportReport report = import_one(name, context);
    outcome.all_understood = outcome.all_understood && report.problems.empty();
    for (const std::string& problem : report.problems) {
      complain(context, fmt::format("! {}, {}", name, problem));
    }
    outcome.files.push_back(to_json(name, report));
    if (!context.options().json) {
      hint(context, fmt::format("{}: {}{}", name, summary(report),
                                context.options().dry_run ? " (dry run: nothing was changed)" : ""));
    }
  } catch (const Failure& failure) {
    ++outcome.failed;
    outcome.last_failure = failure.code();
    complain(context, fmt::format("! {}", failure.what()));
    outcome.files.push_back({{"file", name}, {"error", failure.what()}});
  }
}

ExitCode run(const std::vector<std::string>& names, Context& context) {
  Outcome outcome;
  for (const std::string& name : names) {
    import_into(outcome, name, context);
  }
  if (context.options().json) {
    print_json(context, {{"items", outcome.files}});
  }
  if (outcome.failed == names.size()) {
    return outcome.last_failure;
  }
  return outcome.failed == 0 && outcome.all_understood ? ExitCode::done : ExitCode::partly;
}

Action declare(Arguments& arguments) {
  auto files = std::make_shared<std::vector<std::string>>();
  arguments.words("FILE", *files, "JSON Lines as `papers export jsonl` writes them; - for standard input");
  return [files](Context& context) { return run(*files, context); };
}

}  // namespace

const Command k_import_command{
    "import",
    "Collect",
    "Read a library in JSON Lines and merge it by identity",
    "A paper needs no more than an id, a citation no more than from and to. What you entered is not\n"
    "overwritten; importing twice changes nothing.",
    "papers import library.jsonl\npapers export jsonl | ssh other papers import -",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
