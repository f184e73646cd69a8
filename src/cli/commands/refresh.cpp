#include "app/refresh.hpp"

#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "app/selector.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/follow_words.hpp"
#include "cli/item_words.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "model/item_json.hpp"

namespace papers::cli {
namespace {

using Texts = std::vector<std::string>;

/// Those named, or everything kept that a service can be asked for.
std::vector<Item> wanted_items(const Texts& texts, Context& context) {
  const Library& library = context.writable_library();
  std::vector<Item> items = app::select_items(library, with_input(texts, context.env().in));
  for (const Item& item : items) {
    if (!app::can_be_refreshed(item)) {
      throw Failure(ExitCode::usage,
                    fmt::format("{}: no service can be asked for it; it has no address", item.key));
    }
  }
  if (texts.empty()) {
    library.each_item({{State::queued, State::reading, State::paused, State::read}, {}, false},
                      [&items](const Item& item) {
                        if (app::can_be_refreshed(item)) {
                          items.push_back(item);
                        }
                        return true;
                      });
  }
  return items;
}

void say_json(Context& context, const app::RefreshReport& report) {
  auto items = nlohmann::ordered_json::array();
  for (const app::Refreshed& refreshed : report.items) {
    nlohmann::ordered_json object = model::item_to_json(refreshed.item);
    object["news"] = refreshed.news;
    object["problem"] =
        refreshed.problem.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(refreshed.problem);
    items.push_back(std::move(object));
  }
  print_json(context, {{"items", std::move(items)},
                       {"warnings", report.warnings},
                       {"followed", followed_json(report.followed)}});
}

void say_items(Context& context, const app::RefreshReport& report) {
  Table table({{}, {Table::Align::right}, {Table::Align::left, true}, {}});
  std::size_t unchanged = 0;
  for (const app::Refreshed& refreshed : report.items) {
    if (!refreshed.problem.empty()) {
      complain(context, fmt::format("! {}: {}", refreshed.item.key, refreshed.problem));
    } else if (refreshed.news.empty()) {
      ++unchanged;
    } else {
      table.row({"~", short_name(refreshed.item), display_title(refreshed.item),
                 fmt::format("{}", fmt::join(refreshed.news, "; "))});
    }
  }
  context.env().out << table.render(context.env().terminal.columns);
  hint(context,
       fmt::format("nothing new about {}{}", counted(unchanged, "item", "items"),
                   context.offline() ? " in the cache and the shipped facts; no service was asked" : ""));
}

ExitCode run(const Texts& texts, Context& context) {
  const std::vector<Item> items = wanted_items(texts, context);
  if (items.empty()) {
    hint(context, "nothing to refresh; begin with: papers add <arXiv address>");
    return ExitCode::done;
  }
  app::FollowLimits limits = follow_limits(context);
  limits.again = true;
  context.ask_anew();
  ProgressLines progress(context);
  const app::RefreshReport report = app::refresh_items(
      items, limits, context.writable_library(), [&context]() -> Sources& { return context.sources(); },
      progress, context.options().dry_run);
  progress.finish();
  if (context.options().json) {
    say_json(context, report);
  } else {
    say_items(context, report);
  }
  for (const std::string& warning : report.warnings) {
    complain(context, "! " + warning);
  }
  say_followed(context, report.followed, limits);
  return report.exit_code();
}

Action declare(Arguments& arguments) {
  auto texts = std::make_shared<Texts>();
  arguments.words("ITEM", *texts, "What to ask for again; everything kept when none is named",
                  Arguments::Need::optional);
  return [texts](Context& context) { return run(*texts, context); };
}

}  // namespace

const Command k_refresh_command{
    "refresh",
    "Collect",
    "Ask the services again, and tell what is new",
    "Tells of new versions, venues and DOIs, and asks again what the papers cite. What you entered\n"
    "is never touched.",
    "papers refresh\npapers refresh cllm",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
