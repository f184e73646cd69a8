#include <algorithm>
#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/ledger.hpp"
#include "app/selector.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/slip_words.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::optional<std::string> item;
  std::optional<std::string> because;
};

std::string weeks_of(const app::LedgerEntry& entry) {
  std::string words;
  for (const app::Slip& slip : entry.slips) {
    words += (words.empty() ? "" : ", ") + slip.week + (slip.reason.empty() ? "" : " (" + slip.reason + ")");
  }
  return words;
}

std::string outcome_of(const app::LedgerEntry& entry) {
  if (entry.wants_decision && is_kept(entry.item.state) && entry.item.state != State::read) {
    return "decide";
  }
  return entry.decisions.empty() ? std::string(name_of(entry.item.state))
                                 : std::string(name_of(entry.decisions.back().verdict));
}

void say(Context& context, const std::vector<app::LedgerEntry>& entries) {
  if (context.options().json) {
    print_json(context, {{"items", ledger_json(entries)}});
    return;
  }
  Table table({{Table::Align::right},
               {Table::Align::right},
               {Table::Align::left, true},
               {},
               {Table::Align::left, true}});
  for (const app::LedgerEntry& entry : entries) {
    table.row({std::to_string(entry.slips.size()), short_name(entry.item), display_title(entry.item),
               outcome_of(entry), weeks_of(entry)});
  }
  context.env().out << table.render(context.env().terminal.columns);
  if (entries.empty()) {
    hint(context,
         "nothing slipped; what papers plan plans for a week slips when the week ends and it is not done");
  }
}

/// All, or those of one item.
std::vector<app::LedgerEntry> entries_of(const Library& library, const std::optional<Item>& item) {
  std::vector<app::LedgerEntry> entries = app::ledger(library);
  std::erase_if(entries, [&](const app::LedgerEntry& entry) { return item && entry.item.row != item->row; });
  return entries;
}

ExitCode note_reason(const Options& options, Context& context) {
  if (!options.item) {
    throw Failure(ExitCode::usage,
                  "slips: --because says why one item slipped; name it: papers slips 7 --because ...");
  }
  const Item named = value_or_throw(app::select_item(context.library(), *options.item));
  Change change = context.writable_library().begin("slips", "slips " + named.key);
  const Item item = value_or_throw(app::select_item(change.library(), *options.item));
  app::note_reason(change, item, util::clean_line(*options.because));
  say(context, entries_of(change.library(), item));
  if (context.options().dry_run) {
    hint(context, "(dry run: nothing was changed)");
  } else {
    change.commit();
  }
  return ExitCode::done;
}

ExitCode run(const Options& options, Context& context) {
  if (options.because) {
    return note_reason(options, context);
  }
  const auto item = options.item
                        ? std::optional(value_or_throw(app::select_item(context.library(), *options.item)))
                        : std::nullopt;
  say(context, entries_of(context.library(), item));
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.word("ITEM", options->item, "Only this item");
  arguments.text("--because", "TEXT", options->because, "Why it was not done, the last time");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_slips_command{
    "slips",
    "Decide",
    "Show what was planned and not done, how often and why",
    "An item slips when a week ends for which it was planned and in which it was not done.",
    "papers slips\npapers slips 7 --because \"the advisor wanted a poster first\"\npapers list slips:3..",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
