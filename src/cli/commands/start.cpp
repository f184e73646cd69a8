#include <memory>

#include "app/done_when.hpp"
#include "app/reading.hpp"
#include "cli/arguments.hpp"
#include "cli/change_items.hpp"
#include "cli/commands.hpp"
#include "cli/item_words.hpp"
#include "cli/output.hpp"
#include "cli/trail_effects.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::string item;
  bool force = false;
};

ExitCode run(const Options& options, Context& context) {
  const int limit = context.settings().whole("limits.reading");
  const auto check = [&](const Library& library, const std::vector<Item>& items) {
    if (options.force || items.front().state == State::reading) {
      return;
    }
    if (const auto refusal = app::refuse_another(app::being_read(library), limit)) {
      throw Failure(*refusal);
    }
  };
  const auto apply = [now = context.now()](Item& item) { app::start(item, now); };
  const auto also = [&context](Change& change, const std::vector<Item>& items) {
    AlsoDone done = begin_trail(context, change, items.front());
    if (const std::string end = app::done_when(items.front(), items.front().level); !end.empty()) {
      done.lines.push_back("Done when " + end);
    }
    return done;
  };
  return change_items(context, {.command = "start",
                                .items = {one_with_input(options.item, context.env().in)},
                                .apply = apply,
                                .check = check,
                                .also = also});
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.word("ITEM", options->item, "What to read");
  arguments.flag("--force", options->force, "Begin even though limits.reading is reached");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_start_command{
    "start",
    "Read",
    "Begin to read an item, and a trail there",
    "At most limits.reading items are read at once; a further start says which to pause and exits 5.\n"
    "The trail begins at the item: papers dive goes back from there, one step at a time. A trail that began\n"
    "or stopped at the item goes on; another one is set aside, and kept.",
    "papers start 7\npapers start cllm",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
