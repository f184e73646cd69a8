#include <memory>

#include "app/reading.hpp"
#include "cli/arguments.hpp"
#include "cli/change_items.hpp"
#include "cli/commands.hpp"

namespace papers::cli {
namespace {

Action declare(Arguments& arguments) {
  auto items = std::make_shared<std::vector<std::string>>();
  arguments.words("ITEM", *items, "What to put aside for now");
  return [items](Context& context) { return change_items(context, {"pause", *items, app::pause}); };
}

}  // namespace

const Command k_pause_command{
    "pause",          "Read", "Put an item aside; it stays in the queue", "", "papers pause cllm",
    /*changes=*/true, declare};

}  // namespace papers::cli
