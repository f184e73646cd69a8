#include <charconv>
#include <memory>

#include <fmt/format.h>

#include "app/ledger.hpp"
#include "app/planner.hpp"
#include "app/selector.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/item_words.hpp"
#include "cli/language.hpp"
#include "cli/output.hpp"
#include "cli/plan_words.hpp"
#include "util/calendar.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::vector<std::string> items;
  std::string hours;
  std::string week = "this";
  std::string language;
  bool show = false;
};

util::Week week_meant(const std::string& word, const app::ThisWeek& now) {
  const auto week = word == "this"   ? std::optional(now.week)
                    : word == "next" ? std::optional(util::week_after(now.week, 1, now.starts))
                                     : util::week_named(word, now.starts);
  if (!week) {
    throw Failure(ExitCode::usage,
                  fmt::format("{}: no week; expected this, next, or one such as {}", word, now.week.id));
  }
  return *week;
}

std::optional<double> number_in(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// "6", "4.5", "5h30", "90m".
double hours_meant(const std::string& text, double usual) {
  constexpr double k_hours_of_a_week = 168;
  if (text.empty()) {
    return usual;
  }
  const auto number = number_in(text);
  const auto minutes = number ? std::nullopt : util::parse_minutes(text);
  const double hours = number ? *number : minutes ? *minutes / 60.0 : -1;
  if (!(hours >= 0 && hours <= k_hours_of_a_week)) {
    throw Failure(ExitCode::usage,
                  fmt::format("{}: expected hours from 0 to 168, such as 6, 4.5 or 5h30", text));
  }
  return hours;
}

std::vector<app::LedgerEntry> waiting(Context& context, const Library& library) {
  return app::undecided(library, context.this_week());
}

ExitCode show(const Options& options, Context& context) {
  const util::Week week = week_meant(options.week, context.this_week());
  const auto plan = app::saved_plan(context.library(), week);
  if (!plan) {
    throw Failure(ExitCode::no_match,
                  fmt::format("{} has no plan; make one with: papers plan --week {}", week.id, options.week));
  }
  say_plan(context, *plan, waiting(context, context.library()), language_for(context, options.language));
  return ExitCode::done;
}

ExitCode run(const Options& options, Context& context) {
  if (options.show) {
    return show(options, context);
  }
  const app::ThisWeek now = context.this_week();
  const util::Week week = week_meant(options.week, now);
  if (week.last < now.today) {
    throw Failure(ExitCode::refused,
                  fmt::format("{} has ended; plan {} or a later week", week.id, now.week.id));
  }
  const double hours = hours_meant(options.hours, context.settings().number("week.hours"));
  const std::vector<std::string> names = with_input(options.items, context.env().in);
  Change change = context.writable_library().begin("plan", "plan " + week.id);
  const std::vector<Item> wanted = app::select_items(change.library(), names);
  const app::WeekPlan plan =
      app::plan_week(change.library(), context.settings().weights(), now, {week, hours, wanted});
  app::save_plan(change, plan, context.now());
  say_plan(context, plan, waiting(context, change.library()), language_for(context, options.language));
  if (context.options().dry_run) {
    hint(context, "(dry run: nothing was changed)");
  } else {
    change.commit();
  }
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.words("ITEM", options->items, "What is to be in it whatever its rank", Arguments::Need::optional);
  arguments.text("--hours", "HOURS", options->hours, "Hours that there are: 6, 4.5, 5h30 (else week.hours)");
  arguments.text("--week", "WEEK", options->week, "this, next, or a week such as 2024-W47");
  arguments.choice("--lang", "LANG", options->language, {"en", "zh"}, "Language (else the setting lang)");
  arguments.flag("--show", options->show, "Only show what is planned");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_plan_command{
    "plan",
    "Decide",
    "Fill a week with what ranks best, within its hours",
    "No more is planned than there are hours; what did not fit is listed with the reason. Planning again\n"
    "keeps what was done or begun, even with fewer hours than that took, and chooses the rest anew. What is\n"
    "still planned and not done when the week ends has slipped: papers slips.",
    "papers plan --hours 6\npapers plan 7 --week next       # 7 first, then what ranks best\n"
    "papers plan --show",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
