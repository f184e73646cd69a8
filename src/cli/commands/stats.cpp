#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/reading_stats.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/week_words.hpp"
#include "util/atomic_file.hpp"

namespace papers::cli {
namespace {

constexpr int k_usual_weeks = 8;
constexpr int k_most_weeks = 520;

struct Options {
  int weeks = k_usual_weeks;
  std::string output;
};

ExitCode write_picture(const std::string& file, std::span<const weekly::WeekStats> weeks, Context& context) {
  const std::string svg = weekly::stats_svg(weeks);
  util::write_file(file, svg);
  if (context.options().json) {
    print_json(context, {{"file", file}, {"bytes", svg.size()}});
  } else {
    hint(context, fmt::format("wrote {} ({} bytes)", file, svg.size()));
  }
  return ExitCode::done;
}

ExitCode run(const Options& options, Context& context) {
  if (!options.output.empty() && !options.output.ends_with(".svg")) {
    throw Failure(ExitCode::usage,
                  fmt::format("{}: stats are drawn as SVG; give a name that ends in .svg", options.output));
  }
  const auto weeks = app::reading_stats(context.library(), context.this_week(), options.weeks);
  if (!options.output.empty()) {
    return write_picture(options.output, weeks, context);
  }
  if (context.options().json) {
    print_json(context, week_stats_json(weeks));
  } else {
    context.env().out << week_stats_table(weeks, context.env().terminal.columns);
  }
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.number("--weeks", options->weeks, {1, k_most_weeks}, "How many weeks up to this one (8)");
  arguments.text("-o,--output", "FILE", options->output, "Draw them to this file, as SVG");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_stats_command{
    "stats",
    "Look",
    "Show your weeks in numbers",
    "read and minutes: what was finished, and the time recorded for it. slipped: planned for the week and "
    "not\n"
    "done when it ended. dives: steps back on a trail; back: the farthest of them. thread: the share of the\n"
    "minutes that went to the main thread, which is the focus of the week or, without one, its plan.",
    "papers stats\npapers stats --weeks 26 -o weeks.svg\npapers stats --json",
    /*changes=*/false,
    declare};

}  // namespace papers::cli
