#include <algorithm>
#include <filesystem>
#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/week_report.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/language.hpp"
#include "cli/output.hpp"
#include "cli/week_words.hpp"
#include "util/atomic_file.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"
#include "weekly/week_report.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::string date;
  std::string language;
  std::string format;
  std::string output;
  bool no_picture = false;
};

/// What was asked for, else what the name of the file says, else the first of the table. Throws Failure
/// (usage) when the name says something that a report is not.
const weekly::ReportFormat& format_of(const Options& options) {
  const auto formats = weekly::report_formats();
  if (options.format.empty() && !std::filesystem::path(options.output).has_extension()) {
    return formats.front();
  }
  const auto named = std::find_if(formats.begin(), formats.end(), [&](const weekly::ReportFormat& format) {
    return options.format.empty() ? options.output.ends_with("." + std::string(format.name))
                                  : format.name == options.format;
  });
  if (named == formats.end()) {
    throw Failure(
        ExitCode::usage,
        fmt::format("{}: a report is md, html or txt; name the file so, or say --format", options.output));
  }
  return *named;
}

/// A report without its picture is one all the same.
std::string picture_for(Context& context, const weekly::WeekReport& report) {
  try {
    return app::report_picture(context.library(), report);
  } catch (const Failure& failure) {
    complain(context, fmt::format("! the report has no picture: {}", failure.what()));
    return "";
  }
}

void give_advice(Context& context, const weekly::WeekReport& report) {
  const app::ThisWeek now = context.this_week();
  if (report.plan.empty() && report.week == now.week) {
    hint(context, "next week is not planned yet: papers plan --week next");
  }
}

void check(const Options& options, const Context& context) {
  if (context.options().json && !options.output.empty()) {
    throw Failure(ExitCode::usage,
                  fmt::format("{}: --json goes to standard output; leave out -o", options.output));
  }
}

ExitCode run(const Options& options, Context& context) {
  check(options, context);
  const util::Week week = week_meant(options.date, context.this_week());
  const weekly::Language language = language_for(context, options.language);
  weekly::WeekReport report = app::week_report(context.library(), week, context.this_week(), language);
  if (context.options().json) {
    print_json(context, week_report_json(report, language));
    return ExitCode::done;
  }
  const weekly::ReportFormat& format = format_of(options);
  if (format.name == "html" && !options.no_picture) {
    report.picture = picture_for(context, report);
  }
  const std::string text = format.write(report, weekly::words_of(language));
  if (options.output.empty() || options.output == "-") {
    context.env().out << (context.env().terminal.out ? util::printable(text, /*keep_newlines=*/true) : text);
  } else {
    util::write_file(options.output, text);
    hint(context, fmt::format("wrote {} ({} bytes)", options.output, text.size()));
  }
  give_advice(context, report);
  return ExitCode::done;
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const weekly::ReportFormat& format : weekly::report_formats()) {
    names.emplace_back(format.name);
  }
  return names;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.word("DATE", options->date, "A day of the week, a week such as 2024-W47, this (usual) or last",
                 Arguments::Need::optional);
  arguments.choice("--lang", "LANG", options->language, {"en", "zh"}, "Language (else the setting lang)");
  arguments.choice("--format", "FORMAT", options->format, format_names(),
                   "md (usual), html or txt; else as the name of the file ends");
  arguments.text("-o,--output", "FILE", options->output, "Write to this file instead of standard output");
  arguments.flag("--no-picture", options->no_picture, "Leave the reading graph out of html");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_week_command{
    "week",
    "Share",
    "Write the report of a week",
    "Done with takeaways and minutes; slipped with how often, why and what was decided; the plan of the "
    "next\n"
    "week; questions that were answered or are open; what is needed from the advisor (papers ask "
    "--advisor).\n"
    "What is planned for a week that lasts and is not done yet counts as slipped. The Markdown is that of a\n"
    "weekly log: papers import reads it back.",
    "papers week\npapers week last --lang zh\npapers week 2024-11-24 -o report.html",
    /*changes=*/false,
    declare};

}  // namespace papers::cli
