#include <cerrno>
#include <filesystem>
#include <fstream>
#include <istream>
#include <memory>
#include <ostream>
#include <system_error>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/import_text.hpp"
#include "app/reading.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "model/json_value.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::vector<std::string> files;
  std::optional<std::string> state;
  std::vector<std::string> tags;
};

app::ImportWishes wishes_of(const Options& options) {
  app::ImportWishes wishes;
  if (options.state) {
    wishes.state = value_or_throw(app::checked_state(*options.state));
  }
  for (const std::string& tag : options.tags) {
    wishes.tags.push_back(value_or_throw(app::checked_tag(tag)));
  }
  return wishes;
}

app::ImportReport import_one(const std::string& name, const app::ImportWishes& wishes, Context& context) {
  const app::SourcesOpener open_sources = [&context]() -> Sources& { return context.sources(); };
  ProgressLines progress(context);
  const app::ImportTools tools{context.writable_library(),
                               context.env().clock,
                               context.settings(),
                               context.today(),
                               open_sources,
                               progress,
                               context.options().dry_run,
                               context.places().seed_file(),
                               wishes};
  if (name == "-") {
    return app::import_text(context.env().in, "standard input", tools);
  }
  std::ifstream file(name, std::ios::binary);
  if (const int problem = std::filesystem::is_directory(name) ? EISDIR : file ? 0 : errno; problem != 0) {
    throw Failure(ExitCode::failed,
                  fmt::format("{}: cannot be read: {}; give a file, or - for standard input", name,
                              std::generic_category().message(problem)));
  }
  return app::import_text(file, name, tools);
}

std::string summary(const app::ImportReport& report) {
  std::string text = report.entries > 0
                         ? counted(static_cast<std::size_t>(report.entries), "entry: ", "entries: ")
                         : std::string();
  text += fmt::format("{} added, {} changed, {} known",
                      counted(static_cast<std::size_t>(report.added), "item", "items"), report.changed,
                      report.known);
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
          {"entries", report.entries},
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

void import_into(Outcome& outcome, const std::string& name, const app::ImportWishes& wishes,
                 Context& context) {
  try {
    const app::ImportReport report = import_one(name, wishes, context);
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

ExitCode run(const Options& options, Context& context) {
  const app::ImportWishes wishes = wishes_of(options);
  Outcome outcome;
  for (const std::string& name : options.files) {
    import_into(outcome, name, wishes, context);
  }
  if (context.options().json) {
    print_json(context, {{"items", outcome.files}});
  }
  if (outcome.failed == options.files.size()) {
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
  auto options = std::make_shared<Options>();
  arguments.words("FILE", options->files, fmt::format("{}; - for standard input", format_list()));
  arguments.text("--state", "STATE", options->state,
                 "Of what is new in a bibliography or list: queued (the default), read, parked, ...");
  arguments.texts("--tag", "TAG", options->tags, "For all that it names; may be given again");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_import_command{
    "import",
    "Collect",
    "Read bibliographies, lists, libraries and weekly logs, and merge them by identity",
    "The format is told by the content. Works of a bibliography are queued unless --state says otherwise, "
    "and\n"
    "its keys name them from then on. A work that is there gets what it lacks; nothing that you entered\n"
    "is overwritten, and importing twice adds nothing. Works that look alike but may be two are kept\n"
    "apart, for `papers check` to list. Parts that make no sense are named with their line, and stop\n"
    "nothing. In JSON Lines a paper needs no more than an id, a citation no more than from and to.\n"
    "A weekly log brings what was done, planned and asked, with its dates, each work once whatever the log\n"
    "calls it; --dry-run shows how every line is understood, and the settings log.* take headings of your\n"
    "own. The addresses of a list are asked for; all else needs no network, but for titles of a log.",
    "papers import library.bib --dry-run\n"
    "papers import zotero.json refs.ris --tag thesis\n"
    "papers import read.bib --state read\n"
    "papers import log.md --dry-run\n"
    "papers import library.jsonl\n"
    "papers export jsonl | ssh other papers import -",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
