#include "app/suggest.hpp"

#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/paragraph.hpp"
#include "cli/ranked_json.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

struct Options {
  int most = 10;
  bool classics = false;
  bool names_only = false;
};

void say_json(Context& context, const app::Suggestions& suggestions) {
  auto items = nlohmann::ordered_json::array();
  for (const app::Suggestion& suggestion : suggestions.best) {
    items.push_back(ranked_json(suggestion));
  }
  print_json(context, {{"items", std::move(items)},
                       {"candidates", suggestions.candidates},
                       {"kept", suggestions.kept},
                       {"references_known", suggestions.references_known}});
}

std::string reasons(const app::Suggestion& suggestion) {
  std::string words;
  for (const TermPoints& term : suggestion.terms) {
    words += (words.empty() || term.why.empty() ? "" : "; ") + term.why;
  }
  return words;
}

/// Title and byline on one line, reasons and name below.
std::string entry(const app::Suggestion& suggestion, std::size_t columns, const Style& style) {
  constexpr std::size_t k_rank = 3;
  constexpr std::size_t k_gap = 2;
  constexpr std::size_t k_least_title = 20;
  const std::string first = fmt::format("{:>{}}{:{}}", suggestion.rank, k_rank, "", k_gap);
  const std::string who = util::printable(byline(suggestion.item));
  const std::size_t taken = first.size() + k_gap + util::width(who);
  const std::size_t left = columns > taken + k_least_title ? columns - taken : k_least_title;
  const std::string whole = util::printable(display_title(suggestion.item));
  const std::string title = who.empty() ? util::elide(whole, left) : util::fit(whole, left);
  const std::string indent(first.size(), ' ');
  return first + style.bold(title) + (who.empty() ? "" : std::string(k_gap, ' ') + who) + '\n' +
         paragraph(indent, reasons(suggestion), columns) +
         paragraph(indent,
                   fmt::format("{} · {:.2f} points", format(suggestion.item.ids.front()), suggestion.score),
                   columns);
}

void say(Context& context, const app::Suggestions& suggestions) {
  const std::size_t columns = context.env().terminal.columns;
  std::ostream& out = context.env().out;
  out << fmt::format("Suggested: {} of {} that your papers lead to\n", suggestions.best.size(),
                     counted(suggestions.candidates, "paper", "papers"));
  for (const app::Suggestion& suggestion : suggestions.best) {
    out << '\n' << entry(suggestion, columns, style_of(context));
  }
}

/// What the answer could not take into account.
void say_limits(Context& context, const app::Suggestions& suggestions) {
  if (suggestions.kept > suggestions.references_known) {
    hint(context,
         fmt::format("references known for {} of your {}; the others suggest nothing",
                     suggestions.references_known, counted(suggestions.kept, "kept paper", "kept papers")));
  }
  if (suggestions.best.empty()) {
    return;
  }
  if (suggestions.kept < 2) {
    hint(context, fmt::format("{} tells little: keep two at least, and suggestions get better by far",
                              suggestions.kept == 0 ? "no kept paper" : "one kept paper"));
  }
  const std::string name = format(suggestions.best.front().item.ids.front());
  hint(context,
       fmt::format("yes: papers keep {0}   not now: papers park {0}   never: papers drop {0}", name));
}

std::vector<Item> items_of(const app::Suggestions& suggestions) {
  std::vector<Item> items;
  for (const app::Suggestion& suggestion : suggestions.best) {
    items.push_back(suggestion.item);
  }
  return items;
}

ExitCode run(const Options& options, Context& context) {
  const app::Suggestions suggestions = app::suggest(
      context.library(), {.most = static_cast<std::size_t>(options.most), .classics = options.classics});
  if (options.names_only) {
    print_names(context, items_of(suggestions));
    return ExitCode::done;
  }
  if (context.options().json) {
    say_json(context, suggestions);
    return ExitCode::done;
  }
  if (!suggestions.best.empty()) {
    say(context, suggestions);
  } else if (suggestions.kept == 0) {
    hint(context, "nothing to suggest: no paper is kept yet; begin with: papers add <arXiv address>");
  } else if (suggestions.references_known == 0) {
    hint(context, "nothing to suggest: what your papers cite is not known; papers refs ITEM --fetch asks");
  } else {
    hint(context, "nothing to suggest: every paper that yours are known to cite is judged");
  }
  say_limits(context, suggestions);
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.number("-n", options->most, {1, 1'000'000}, "So many, best first (10)");
  arguments.flag("--classics", options->classics, "Old papers are as welcome as new ones");
  arguments.names_only(options->names_only);
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_suggest_command{
    "suggest",
    "Collect",
    "Suggest papers that yours cite and you have not judged",
    "What your kept papers, what they cite and so on tie most closely together comes first; newer papers\n"
    "and titles in the words of yours gain a little. Points compare with the median paper, so they may be\n"
    "negative, and add up to the score. These are suggestions: fewer than half of the first ten are of the\n"
    "kind that a bibliography on the subject has. A paper that you drop is never suggested again.",
    "papers suggest\npapers suggest -n 3 --classics\npapers suggest --json",
    /*changes=*/false,
    declare};

}  // namespace papers::cli
