#include "app/decide.hpp"

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
#include "cli/state_table.hpp"
#include "cli/trail_effects.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::optional<std::string> item;
  std::optional<std::string> verdict;
  std::vector<std::string> rest;
  std::string because;
};

app::Verdict read_verdict(const std::optional<std::string>& word, const std::string& item) {
  const auto verdict = word ? app::verdict_named(*word) : std::nullopt;
  if (!verdict) {
    throw Failure(ExitCode::usage,
                  fmt::format("{}: decide what becomes of it: split PART..., skim, swap OTHER, park or drop",
                              word ? *word : item));
  }
  return *verdict;
}

app::Ruling ruling_of(const Options& options, const Library& library) {
  app::Ruling ruling{read_verdict(options.verdict, *options.item), {}, {}, options.because};
  if (ruling.verdict == app::Verdict::split) {
    ruling.parts = options.rest;
  } else if (ruling.verdict == app::Verdict::swap && options.rest.size() == 1) {
    ruling.stand_in = value_or_throw(app::select_item(library, options.rest.front()));
  } else if (!options.rest.empty()) {
    throw Failure(ExitCode::usage,
                  fmt::format("{}: {} takes {}", options.rest.front(), *options.verdict,
                              ruling.verdict == app::Verdict::swap ? "one other item" : "nothing else"));
  }
  return ruling;
}

/// What waits for a decision.
ExitCode list_undecided(Context& context) {
  const std::vector<app::LedgerEntry> entries = app::undecided(context.library(), context.this_week());
  if (context.options().json) {
    print_json(context, {{"items", ledger_json(entries)}});
    return ExitCode::done;
  }
  context.env().out << decision_lines(entries, context.env().terminal.columns);
  if (entries.empty()) {
    hint(context, "nothing wants a decision");
  }
  return ExitCode::done;
}

ExitCode run(const Options& options, Context& context) {
  if (!options.item) {
    return list_undecided(context);
  }
  const Item named = value_or_throw(app::select_item(context.library(), *options.item));
  const std::string summary = fmt::format("decide {} {}", named.key, options.verdict.value_or(""));
  Change change = context.writable_library().begin("decide", summary);
  const Item item = value_or_throw(app::select_item(change.library(), *options.item));
  const app::Ruling ruling = ruling_of(options, change.library());
  const std::vector<Item> items = app::decide(change, item, ruling, context.this_week(), context.now());
  say_states(context, items);
  say_departures(context, change, items);
  if (context.options().dry_run) {
    hint(context, "(dry run: nothing was changed)");
  } else {
    change.commit();
  }
  return ExitCode::done;
}

std::vector<std::string> verdict_names() {
  std::vector<std::string> names;
  for (const app::Verdict verdict : app::k_verdicts) {
    names.emplace_back(app::name_of(verdict));
  }
  return names;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.word("ITEM", options->item, "What was put off; without it, what waits for a decision is listed");
  arguments.choice_word("VERDICT", options->verdict, verdict_names(), "split, skim, swap, park or drop");
  arguments.words("PART", options->rest, "The parts to split it into, or the item to swap it for",
                  Arguments::Need::optional);
  arguments.text("--because", "TEXT", options->because, "Why, for later");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_decide_command{
    "decide",
    "Decide",
    "Say what becomes of an item that slipped again and again",
    "split PART...   into items that can be done, as papers split does\n"
    "skim            read no more of it than what it is about\n"
    "swap OTHER      queue another item that stands in for it, and park it\n"
    "park, drop      as the commands of that name do\n"
    "From the third slip on an item waits for a decision, here, in papers, in papers plan and in the report.",
    "papers decide                          # what waits for one\n"
    "papers decide 7 skim --because \"only the method is of use\"\n"
    "papers decide cs336 split \"lec 5-6\" \"lec 7-8\"\npapers decide 7 swap 12",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
