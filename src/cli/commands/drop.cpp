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
  const auto apply = [&, now = context.now()](Item& item) { app::drop(item, options.because, now); };
  const auto also = [&context](Change& change, const std::vector<Item>& items) {
    return leave_trails(context, change, items);
  };
  return change_items(context, {.command = "drop", .items = options.items, .apply = apply, .also = also});
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.words("ITEM", options->items, "What will not be read");
  arguments.text("--because", "TEXT", options->because, "Why, for later");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_drop_command{
    "drop",
    "Read",
    "Decide against an item; it is never suggested again",
    "The item and its notes stay in the library; `papers undo` takes the decision back. It leaves the trail\n"
    "as with papers done.",
    "papers drop 12 --because \"superseded by 3\"",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
