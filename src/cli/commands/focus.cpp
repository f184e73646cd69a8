#include "app/focus.hpp"

#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/reading.hpp"
#include "app/selector.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

/// A tag that some item has, else an item.
app::Focus meant(const Library& library, const std::string& word) {
  if (!library.rows_tagged(word).empty()) {
    return {word, std::nullopt};
  }
  const auto item = app::select_item(library, word);
  if (!item) {
    throw Failure(item.error().code, fmt::format("{} (nor has any item that tag: papers set ITEM --tag {})",
                                                 item.error().message, word));
  }
  return {"", item->ids.front()};
}

void say(Context& context, const Library& library, const std::optional<app::Focus>& focus) {
  const std::string week = context.this_week().week.id;
  if (context.options().json) {
    using Json = nlohmann::ordered_json;
    const bool is_tag = focus && !focus->tag.empty();
    print_json(context, {{"week", week},
                         {"tag", is_tag ? Json(focus->tag) : Json()},
                         {"item", focus && focus->item ? Json(format(*focus->item)) : Json()},
                         {"items", focus ? Json(app::rows_in_focus(library, *focus).size()) : Json(0)}});
    return;
  }
  context.env().out << util::printable(focus ? fmt::format("The focus of week {} is {} ({})", week,
                                                           app::focus_words(library, *focus),
                                                           counted(app::rows_in_focus(library, *focus).size(),
                                                                   "item", "items"))
                                             : fmt::format("Week {} has no focus", week))
                    << '\n';
}

ExitCode run(const std::optional<std::string>& word, Context& context) {
  const std::string week = context.this_week().week.id;
  if (!word) {
    say(context, context.library(), app::focus_of(context.library(), week));
    return ExitCode::done;
  }
  Change change = context.writable_library().begin("focus", "focus " + *word);
  const auto focus = *word == "none" ? std::nullopt : std::optional(meant(change.library(), *word));
  app::set_focus(change, week, focus, context.now());
  say(context, change.library(), focus);
  if (context.options().dry_run) {
    hint(context, "(dry run: nothing was changed)");
  } else {
    change.commit();
  }
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto word = std::make_shared<std::optional<std::string>>();
  arguments.word("TAG", *word, "A tag, an item, or none");
  return [word](Context& context) { return run(*word, context); };
}

}  // namespace

const Command k_focus_command{
    "focus",
    "Decide",
    "Say what this week is about: a tag, or an item with what it cites",
    "What belongs to the focus gets the points of rank.focus; all else needs that much more to come first.\n"
    "The next week begins without one.",
    "papers focus vlm\npapers focus cllm     # it, its references and its parts\npapers focus none",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
