#include <memory>

#include "app/reading.hpp"
#include "cli/arguments.hpp"
#include "cli/change_items.hpp"
#include "cli/commands.hpp"

namespace papers::cli {
namespace {

Action declare(Arguments& arguments) {
  auto items = std::make_shared<std::vector<std::string>>();
  arguments.words("PAPER", *items, "What you want to read");
  return [items](Context& context) { return change_items(context, {"keep", *items, app::keep}); };
}

}  // namespace

const Command k_keep_command{
    "keep",
    "Collect",
    "Queue what was suggested, parked or dropped",
    "What is kept counts for further suggestions at once. Depth is still counted from what you added\n"
    "yourself: keeping a reference does not move the limit. Only what none of your papers leads to, as in a\n"
    "network that was imported, is counted from itself.",
    "papers keep 2211.17192\npapers keep leviathan2022fast \"consistency models\"",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
