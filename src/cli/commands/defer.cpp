#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/deferral.hpp"
#include "app/plan.hpp"
#include "app/reading.hpp"
#include "app/selector.hpp"
#include "cli/arguments.hpp"
#include "cli/change_items.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/item_words.hpp"
#include "cli/output.hpp"
#include "model/item_json.hpp"

namespace papers::cli {
namespace {

struct Wish {
  std::vector<std::string> items;
  std::optional<std::string> until;  ///< nothing ends the deferral
};

/// The last word is the day.
Wish read_wish(std::vector<std::string> words, const std::string& today) {
  if (words.size() < 2) {
    throw Failure(ExitCode::usage, "defer: name items, then a day: papers defer 7 2w");
  }
  const std::string day = words.back();
  words.pop_back();
  if (day == "none") {
    return {std::move(words), std::nullopt};
  }
  std::string until = value_or_throw(app::checked_day(day, today));
  if (until <= today) {
    throw Failure(ExitCode::usage, fmt::format("{}: a day after today is wanted, or none", day));
  }
  return {std::move(words), std::move(until)};
}

void say(Context& context, const std::vector<Item>& items, const Wish& wish) {
  if (context.options().json) {
    auto list = nlohmann::ordered_json::array();
    for (const Item& item : items) {
      list.push_back(model::item_to_json(item));
      list.back()["deferred_until"] =
          wish.until ? nlohmann::ordered_json(*wish.until) : nlohmann::ordered_json();
    }
    print_json(context, {{"items", std::move(list)}});
    return;
  }
  Table table({{Table::Align::right}, {Table::Align::left, true}, {}});
  for (const Item& item : items) {
    table.row({short_name(item), display_title(item),
               wish.until ? "not before " + *wish.until : "no longer deferred"});
  }
  context.env().out << table.render(context.env().terminal.columns);
}

ExitCode run(const std::vector<std::string>& words, Context& context) {
  Wish wish = read_wish(words, context.today());
  wish.items = with_input(wish.items, context.env().in);
  const std::vector<Item> chosen = app::select_items(context.library(), wish.items);
  if (!context.confirmed(fmt::format("defer {} items?", chosen.size()), chosen.size())) {
    hint(context, "nothing changed");
    return ExitCode::refused;
  }
  Change change = context.writable_library().begin("defer", summary_of("defer", chosen));
  const std::vector<Item> items = app::select_items(change.library(), wish.items);
  for (const Item& item : items) {
    app::defer(change, item, wish.until, context.now());
    if (wish.until) {
      app::unplan(change, item, context.this_week(), *wish.until);
    }
  }
  say(context, items, wish);
  if (context.options().dry_run) {
    hint(context, "(dry run: nothing was changed)");
  } else {
    change.commit();
  }
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto words = std::make_shared<std::vector<std::string>>();
  arguments.words("ITEM", *words, "What to put off, and at the end the day: 2024-12-01, fri, 2w, or none");
  return [words](Context& context) { return run(*words, context); };
}

}  // namespace

const Command k_defer_command{
    "defer",
    "Decide",
    "Propose items no sooner than on a day",
    "Until then they are not in papers next, and they leave the plans of weeks that begin before. To move a\n"
    "plan while its week lasts is planning: it counts as no slip.",
    "papers defer 7 2w\npapers defer 7 9 2024-12-01\npapers defer 7 none   # propose it again",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
