#include <memory>

#include <CLI/CLI.hpp>

#include "app/reading.hpp"
#include "cli/change_items.hpp"
#include "cli/commands.hpp"

namespace papers::cli {
namespace {

Action declare(CLI::App& app) {
  auto items = std::make_shared<std::vector<std::string>>();
  app.add_option("ITEM", *items, "What to put aside for now")->required();
  return [items](Context& context) { return change_items(context, {"pause", *items, app::pause, nullptr}); };
}

}  // namespace

const Command k_pause_command{
    "pause",          "Read", "Put an item aside; it stays in the queue", "", "papers pause cllm",
    /*changes=*/true, declare};

}  // namespace papers::cli
