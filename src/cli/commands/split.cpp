#include "app/split.hpp"

#include <memory>
#include <ostream>

#include <fmt/format.h>

#include "app/plan.hpp"
#include "app/selector.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/state_table.hpp"
#include "cli/trail_effects.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::string item;
  std::vector<std::string> parts;
};

ExitCode run(const Options& options, Context& context) {
  const Item named = value_or_throw(app::select_item(context.library(), options.item));
  Change change = context.writable_library().begin("split", "split " + named.key);
  Item whole = value_or_throw(app::select_item(change.library(), options.item));
  std::vector<Item> items = app::split(change, whole, options.parts, context.now());
  app::plans_follow(change, whole, context.this_week(), context.now());
  items.insert(items.begin(), whole);
  say_states(context, items);
  say_departures(context, change, {whole});
  if (context.options().dry_run) {
    hint(context, "(dry run: nothing was changed)");
  } else {
    change.commit();
  }
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.word("ITEM", options->item, "What is too big to be done at once");
  arguments.words("PART", options->parts, "What its parts are called: \"lec 5-6\" \"lec 7-8\"");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_split_command{
    "split",
    "Decide",
    "Divide an item into parts, each an item of its own",
    "The parts are queued with the priority, due day, tags and level of the whole and an equal share of its\n"
    "effort; the whole is parked until they are done.",
    "papers split cs336 \"lec 5-6\" \"lec 7-8\"\npapers split 12 \"install\" \"profile\"",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
