#include <memory>

#include "app/add_items.hpp"
#include "app/reading.hpp"
#include "cli/added.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/follow_words.hpp"
#include "cli/hook.hpp"
#include "cli/item_words.hpp"
#include "cli/progress.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::vector<std::string> refs;
  std::optional<std::string> priority;
  std::optional<std::string> due;
  std::vector<std::string> tags;
  std::optional<std::string> kind;
  std::optional<std::string> effort;
  std::optional<std::string> state;
  std::optional<std::string> title;
  bool no_refs = false;
  std::optional<int> depth;
  std::optional<int> max_papers;
  bool eager = false;
};

template <class Value>
std::optional<Value> checked(const std::optional<std::string>& text,
                             Result<Value> (*read)(std::string_view)) {
  return text ? std::optional(value_or_throw(read(*text))) : std::nullopt;
}

app::AddWishes wishes_of(const Options& options, Context& context) {
  app::AddWishes wishes;
  wishes.priority = checked(options.priority, app::checked_priority);
  wishes.kind = checked(options.kind, app::checked_kind);
  wishes.state = checked(options.state, app::checked_state);
  wishes.effort_minutes = checked(options.effort, app::checked_minutes);
  if (options.due) {
    wishes.due = value_or_throw(app::checked_day(*options.due, context.today()));
  }
  for (const std::string& tag : options.tags) {
    wishes.tags.push_back(value_or_throw(app::checked_tag(tag)));
  }
  if (options.title && util::clean_line(*options.title).empty()) {
    throw Failure(ExitCode::usage, "--title: is empty; say what the item is called");
  }
  wishes.title = options.title;
  wishes.references = !options.no_refs;
  wishes.limits = follow_limits(context);
  wishes.limits.depth = options.depth.value_or(wishes.limits.depth);
  wishes.limits.max_papers = options.max_papers.value_or(wishes.limits.max_papers);
  wishes.limits.eager = options.eager;
  if (has_hook(context, "on-add")) {
    wishes.before_adding = [&context](const Item& item) { ask_hook(context, "on-add", item); };
  }
  return wishes;
}

ExitCode run(const Options& options, Context& context) {
  const app::AddWishes wishes = wishes_of(options, context);
  const std::vector<std::string> texts = with_input(options.refs, context.env().in);
  if (texts.empty() && (!options.title || !options.refs.empty())) {
    throw Failure(ExitCode::usage,
                  "add: nothing to add; give an arXiv address or id, a DOI or a web address, or "
                  "--title for something without one");
  }
  if (options.title && texts.size() > 1) {
    throw Failure(ExitCode::usage, "add: --title goes with one item at a time");
  }
  ProgressLines progress(context);
  const app::AddReport report = app::add_items(
      texts, wishes, context.writable_library(), [&context]() -> Sources& { return context.sources(); },
      context.env().clock, progress, context.options().dry_run);
  progress.finish();
  say_added(context, report, wishes.limits);
  return report.exit_code();
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.words("REF", options->refs,
                  "arXiv address or id in any form, DOI, web address; - reads them from standard input",
                  Arguments::Need::optional);
  arguments.text("--priority", "P", options->priority, "H, M or L");
  arguments.text("--due", "DAY", options->due, "A day: 2024-11-24, fri, 3d, 2w");
  arguments.texts("--tag", "TAG", options->tags, "A tag; may be given again");
  arguments.text("--kind", "KIND", options->kind, "paper, post, course, code, book, video or task");
  arguments.text("--effort", "TIME", options->effort, "Time it will take: 45m, 1h30");
  arguments.text("--state", "STATE", options->state, "queued (the default), parked, read, ...");
  arguments.text("--title", "TEXT", options->title, "A title of your own");
  arguments.number("--depth", options->depth, {0, 20}, "Steps to follow references (default: limits.depth)");
  arguments.number("--max-papers", options->max_papers, {1, 100'000},
                   "Papers that each may bring along (default: limits.max_papers)");
  arguments.flag("--eager", options->eager, "Ask also slow services, one request a paper, for every paper");
  arguments.flag("--no-refs", options->no_refs, "Follow no references");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_add_command{
    "add",
    "Collect",
    "Add papers, posts and code by their addresses",
    "Papers are fetched together, in as few requests as the service allows. What is not understood or not\n"
    "found is named, and does not stop the others. Adding twice changes nothing.\n"
    "hooks.on-add names a program that may refuse an item: see `papers config --help`.",
    "papers add https://arxiv.org/abs/2403.00835\n"
    "papers add 2410.01699v2 arXiv:2401.10774 10.48550/arXiv.2302.01318 --tag decoding\n"
    "papers add - < addresses.txt\n"
    "papers add --title \"Write to the advisor\" --kind task --due tue",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
