#include <algorithm>
#include <array>
#include <istream>
#include <map>
#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/add_items.hpp"
#include "app/reading.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "model/item_json.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

using What = app::AddOutcome::What;

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
};

/// How an outcome is said: a mark before the title, a word in JSON.
struct Saying {
  What what;
  std::string_view mark;
  std::string_view word;
};

constexpr std::array k_sayings{Saying{What::added, "+", "added"},
                               Saying{What::kept, "+", "kept"},
                               Saying{What::refreshed, "~", "refreshed"},
                               Saying{What::changed, "~", "changed"},
                               Saying{What::known, "=", "known"},
                               Saying{What::repeated, "=", "repeated"},
                               Saying{What::not_understood, "!", "not understood"},
                               Saying{What::not_found, "!", "not found"},
                               Saying{What::failed, "!", "failed"}};

const Saying& saying_of(What what) {
  return k_sayings[static_cast<std::size_t>(what)];
}

template <class Value>
std::optional<Value> checked(const std::optional<std::string>& text,
                             Result<Value> (*read)(std::string_view)) {
  return text ? std::optional(value_or_throw(read(*text))) : std::nullopt;
}

app::AddWishes wishes_of(const Options& options, const std::string& today) {
  app::AddWishes wishes;
  wishes.priority = checked(options.priority, app::checked_priority);
  wishes.kind = checked(options.kind, app::checked_kind);
  wishes.state = checked(options.state, app::checked_state);
  wishes.effort_minutes = checked(options.effort, app::checked_minutes);
  if (options.due) {
    wishes.due = value_or_throw(app::checked_day(*options.due, today));
  }
  for (const std::string& tag : options.tags) {
    wishes.tags.push_back(value_or_throw(app::checked_tag(tag)));
  }
  wishes.title = options.title;
  wishes.references = !options.no_refs;
  return wishes;
}

/// "-" stands for the lines of standard input; empty lines and comments name nothing.
std::vector<std::string> expanded(const std::vector<std::string>& refs, std::istream& in) {
  std::vector<std::string> texts;
  for (const std::string& ref : refs) {
    if (ref != "-") {
      texts.push_back(ref);
      continue;
    }
    for (std::string line; std::getline(in, line);) {
      const std::string_view text = util::trim(line);
      if (!text.empty() && text.front() != '#') {
        texts.emplace_back(text);
      }
    }
  }
  return texts;
}

/// What stands below the title, in the order of what matters.
std::vector<std::string> facts(const app::AddOutcome& outcome) {
  const Item& item = *outcome.item;
  const bool versioned = item.version && item.ids.front().scheme == Scheme::arxiv;
  std::vector<std::string> parts{format(item.ids.front()) +
                                 (versioned ? fmt::format("v{}", *item.version) : "")};
  if (item.source == "seed") {
    parts.emplace_back("source: seed");
  }
  parts.push_back(item.kind == Kind::paper ? reference_words(item) : std::string(name_of(item.kind)));
  if (outcome.what == What::known) {
    parts.push_back(fmt::format("in the library already, {}", name_of(item.state)));
  } else if (outcome.what == What::refreshed) {
    parts.emplace_back("was there, its data is newer now");
  }
  return parts;
}

/// Joined by dots, wrapped between parts.
std::string wrapped(const std::vector<std::string>& parts, std::size_t indent, std::size_t columns) {
  std::string text;
  std::string line = std::string(indent, ' ');
  bool begun = false;
  for (const std::string& part : parts) {
    const std::string shown = util::elide(util::printable(part), columns - indent);
    if (begun && util::width(line) + 3 + util::width(shown) > columns) {
      text += line + "\n";
      line = std::string(indent, ' ');
      begun = false;
    }
    line += (begun ? " · " : "") + shown;
    begun = true;
  }
  return text + line + "\n";
}

void say_problem(Context& context, const app::AddOutcome& outcome) {
  const std::string prefix = outcome.message.starts_with(outcome.text) ? "" : outcome.text + ": ";
  complain(context, fmt::format("{} {}{}", saying_of(outcome.what).mark, prefix, outcome.message));
}

void say_item(Context& context, const app::AddOutcome& outcome) {
  const std::size_t columns = context.env().terminal.columns;
  const Item& item = *outcome.item;
  const std::string number = item.number ? std::to_string(*item.number) : "";
  const std::string head = fmt::format("{} {:<3} ", saying_of(outcome.what).mark, number);
  const std::string who = util::printable(byline(item));
  const std::size_t taken = util::width(head) + util::width(who) + 2;
  const std::size_t left = columns > taken + 20 ? columns - taken : 20;
  std::ostream& out = context.env().out;
  out << head << util::fit(util::printable(display_title(item)), left) << (who.empty() ? "" : "  ") << who
      << '\n'
      << wrapped(facts(outcome), util::width(head), columns);
}

std::string summary(const app::AddReport& report, bool dry_run) {
  std::map<std::string_view, std::size_t> counts;
  for (const app::AddOutcome& outcome : report.outcomes) {
    ++counts[saying_of(outcome.what).word];
  }
  std::string text;
  for (const Saying& saying : k_sayings) {
    if (counts.contains(saying.word)) {
      text += fmt::format("{}{} {}", text.empty() ? "" : ", ", counts[saying.word], saying.word);
    }
  }
  if (dry_run) {
    return text + " (dry run: nothing was changed)";
  }
  const bool any = std::any_of(report.outcomes.begin(), report.outcomes.end(),
                               [&report](const app::AddOutcome& outcome) { return report.worked(outcome); });
  return text + (any ? ".  Next: papers next" : "");
}

void say_json(Context& context, const app::AddReport& report) {
  auto items = nlohmann::ordered_json::array();
  for (const app::AddOutcome& outcome : report.outcomes) {
    nlohmann::ordered_json entry{{"ref", outcome.text}, {"outcome", saying_of(outcome.what).word}};
    entry["message"] =
        outcome.message.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(outcome.message);
    entry["item"] = outcome.item ? model::item_to_json(*outcome.item) : nlohmann::ordered_json();
    items.push_back(std::move(entry));
  }
  print_json(context, {{"items", std::move(items)}, {"warnings", report.warnings}});
}

void say(Context& context, const app::AddReport& report) {
  for (const app::AddOutcome& outcome : report.outcomes) {
    if (outcome.item && !context.options().json) {
      say_item(context, outcome);
    } else if (!outcome.item) {
      say_problem(context, outcome);
    }
  }
  for (const std::string& warning : report.warnings) {
    complain(context, "! " + warning);
  }
  if (context.options().json) {
    say_json(context, report);
  } else {
    hint(context, summary(report, context.options().dry_run));
  }
}

ExitCode run(const Options& options, Context& context) {
  const app::AddWishes wishes = wishes_of(options, context.today());
  const std::vector<std::string> texts = expanded(options.refs, context.env().in);
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
      texts, wishes, context.writable_library(), [&context] { return context.open_sources(); },
      context.env().clock, progress, context.options().dry_run);
  progress.finish();
  say(context, report);
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
  arguments.flag("--no-refs", options->no_refs, "Keep no reference lists");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_add_command{
    "add",
    "Collect",
    "Add papers, posts and code by their addresses",
    "Papers are fetched together, in as few requests as the service allows. What is not understood or not\n"
    "found is named, and does not stop the others. Adding twice changes nothing.",
    "papers add https://arxiv.org/abs/2403.00835\n"
    "papers add 2410.01699v2 arXiv:2401.10774 10.48550/arXiv.2302.01318 --tag decoding\n"
    "papers add - < addresses.txt\n"
    "papers add --title \"Write to the advisor\" --kind task --due tue",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
