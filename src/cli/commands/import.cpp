#include <filesystem>
#include <fstream>
#include <istream>
#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/import_text.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "model/json_value.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

app::ImportReport import_one(const std::string& name, Context& context) {
  const app::SourcesOpener open_sources = [&context]() -> Sources& { return context.sources(); };
  ProgressLines progress(context);
  const app::ImportTools tools{context.writable_library(),
                               context.env().clock,
                               context.settings(),
                               context.today(),
                               open_sources,
                               progress,
                               context.options().dry_run,
                               context.places().seed_file()};
  if (name == "-") {
    return app::import_text(context.env().in, "standard input", tools);
  }
  std::ifstream file(name, std::ios::binary);
  if (!file || std::filesystem::is_directory(name)) {
    throw Failure(ExitCode::failed,
                  fmt::format("{}: cannot be read; give a file, or - for standard input", name));
  }
  return app::import_text(file, name, tools);
}

std::string summary(const app::ImportReport& report) {
  std::string text = fmt::format("{} added, {} changed, {} known",
                                 counted(static_cast<std::size_t>(report.added), "item", "items"),
                                 report.changed, report.known);
  if (report.reference_lists > 0) {
    text += fmt::format("; {} written", counted(static_cast<std::size_t>(report.reference_lists),
                                                "reference list", "reference lists"));
  }
  return text;
}

nlohmann::ordered_json lines_json(const std::vector<app::ImportedLine>& lines) {
  auto list = nlohmann::ordered_json::array();
  for (const app::ImportedLine& line : lines) {
    list.push_back({{"line", line.line}, {"reading", line.reading}});
  }
  return list;
}

nlohmann::ordered_json to_json(const std::string& name, const app::ImportReport& report) {
  return {{"file", name},
          {"format", model::text_or_null(report.format)},
          {"added", report.added},
          {"changed", report.changed},
          {"known", report.known},
          {"reference_lists", report.reference_lists},
          {"problems", report.problems},
          {"notes", report.notes},
          {"lines", lines_json(report.lines)}};
}

/// What came of all the files: one that cannot be read does not stop the others.
struct Outcome {
  nlohmann::ordered_json files = nlohmann::ordered_json::array();
  std::size_t failed = 0;
  bool all_understood = true;
  bool later = false;
  bool interrupted = false;
  ExitCode last_failure = ExitCode::failed;
};

/// How each line was taken, with its number.
void show_lines(const app::ImportReport& report, Context& context) {
  for (const app::ImportedLine& line : report.lines) {
    context.env().out << fmt::format("{:>4}  {}\n", line.line, util::printable(line.reading));
  }
}

void say(const std::string& name, const app::ImportReport& report, Context& context) {
  if (context.options().dry_run && !context.options().json) {
    show_lines(report, context);
  }
  for (const std::string& problem : report.problems) {
    complain(context, fmt::format("! {}, {}", name, problem));
  }
  for (const std::string& note : report.notes) {
    hint(context, fmt::format("{}: {}", name, note));
  }
  if (!context.options().json) {
    hint(context, fmt::format("{}: {}{}", name, summary(report),
                              context.options().dry_run ? " (dry run: nothing was changed)" : ""));
  }
}

void import_into(Outcome& outcome, const std::string& name, Context& context) {
  try {
    const app::ImportReport report = import_one(name, context);
    outcome.all_understood = outcome.all_understood && report.problems.empty();
    outcome.later = outcome.later || report.later;
    outcome.interrupted = outcome.interrupted || report.interrupted;
    outcome.files.push_back(to_json(name, report));
    say(name, report, context);
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
  if (outcome.interrupted) {
    return ExitCode::interrupted;
  }
  if (outcome.later) {
    return ExitCode::try_later;
  }
  return outcome.failed == 0 && outcome.all_understood ? ExitCode::done : ExitCode::partly;
}

std::string format_list() {
  std::string text;
  for (const app::ImportFormat& format : app::import_formats()) {
    text += fmt::format("{}{}", text.empty() ? "" : ", ", format.summary);
  }
  return text;
}

Action declare(Arguments& arguments) {
  auto files = std::make_shared<std::vector<std::string>>();
  arguments.words("FILE", *files, fmt::format("{}; - for standard input", format_list()));
  return [files](Context& context) { return run(*files, context); };
}

}  // namespace

const Command k_import_command{
    "import",
    "Collect",
    "Read what other programs know and merge it by identity",
    "The format is told by the content. What you entered is not overwritten; importing twice adds nothing.\n"
    "Parts that make no sense are named with their line, and do not stop the others.\n"
    "In JSON Lines a paper needs no more than an id, a citation no more than from and to.\n"
    "A weekly log brings what was done, planned and asked, with its dates, each work once whatever the log "
    "calls\n"
    "it; --dry-run shows how every line is understood. Prose is left as it is and is no failure. The "
    "settings\n"
    "log.* take headings of your own.",
    "papers import library.jsonl\npapers import log.md --dry-run\npapers export jsonl | ssh other papers "
    "import -",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
