#include <memory>

#include <fmt/format.h>

#include "app/reading.hpp"
#include "app/short_name.hpp"
#include "app/split.hpp"
#include "cli/arguments.hpp"
#include "cli/change_items.hpp"
#include "cli/commands.hpp"
#include "cli/hook.hpp"
#include "cli/item_words.hpp"
#include "cli/trail_effects.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::string item;
  std::string level;
  std::string minutes;
  std::optional<int> rating;
  std::string ran;
  app::Finish words;
};

/// What is complete now that its last part is done, to be said after the trail.
void say_completed(const Change& change, const std::vector<Item>& items, AlsoDone& also) {
  for (const Item& item : items) {
    for (const Item& whole : app::wholes_completed_by(change.library(), item)) {
      also.lines.push_back(fmt::format("All parts of {} are done; so is it with: papers done {}",
                                       app::name_in_words(whole), app::typed_name(whole)));
    }
  }
}

ExitCode run(Options options, Context& context) {
  if (!options.level.empty()) {
    options.words.level = value_or_throw(app::checked_level(options.level));
  }
  if (!options.minutes.empty()) {
    options.words.minutes = value_or_throw(app::checked_minutes(options.minutes));
  }
  options.words.rating = options.rating;
  if (!options.ran.empty()) {
    options.words.ran = options.ran == "yes";
  }
  const auto apply = [&options, now = context.now()](Item& item) { app::finish(item, options.words, now); };
  const auto also = [&context](Change& change, const std::vector<Item>& items) {
    AlsoDone done = leave_trails(context, change, items);
    say_completed(change, items, done);
    return done;
  };
  const auto ask = [&context](const Item& item) { ask_hook(context, "on-done", item); };
  return change_items(context, {.command = "done",
                                .items = {one_with_input(options.item, context.env().in)},
                                .apply = apply,
                                .ask = ask,
                                .also = also});
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.word("ITEM", options->item, "What was read");
  arguments.text("--level", "LEVEL", options->level, "How far: skim, read, deep or reproduce");
  arguments.number("--rating", options->rating, {1, 5}, "How good, 1 to 5");
  arguments.text("--minutes", "TIME", options->minutes,
                 "Time spent: 45m, 1h30; added to what was spent before");
  arguments.choice("--ran", "ANSWER", options->ran, {"yes", "no"}, "Of code: whether it ran");
  arguments.text("--takeaway", "TEXT", options->words.takeaway, "The one line to remember");
  arguments.text("--note", "TEXT", options->words.note, "A note");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_done_command{
    "done",
    "Read",
    "Mark an item as read, with what you take from it",
    "On top of the trail it brings you one step back; the trail ends with the item where it began.\n"
    "hooks.on-done names a program that may refuse (exit code other than 0): see `papers config`.",
    "papers done 7 --takeaway \"any Jacobi state converges in one step\" --minutes 95\n"
    "papers done medusa --level skim --rating 4\npapers done vllm --ran yes",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
