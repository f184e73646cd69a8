#include <memory>

#include "app/reading.hpp"
#include "cli/arguments.hpp"
#include "cli/change_items.hpp"
#include "cli/commands.hpp"
#include "cli/trail_effects.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::vector<std::string> items;
  std::string because;
};

ExitCode run(const Options& options, Context& context) {
  const auto apply = [&, now = context.now()](Item& item) { app::park(item, options.because, now); };
  const auto also = [&context](Change& change, const std::vector<Item>& items) {
    return leave_trails(context, change, items);
  };
  return change_items(context, {.command = "park", .items = options.items, .apply = apply, .also = also});
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.words("ITEM", options->items, "What to set aside");
  arguments.text("--because", "TEXT", options->because, "Why, for later");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_park_command{
    "park",
    "Collect",
    "Set an item aside: wanted, but not now",
    "A parked item is in lists and never in `papers next` or `papers suggest`; `papers keep` queues it.",
    "papers park 12 --because \"after the survey\"\npapers list state:parked",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
