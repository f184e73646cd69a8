#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/choose.hpp"
#include "app/filter.hpp"
#include "app/promotion.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/promotion_words.hpp"
#include "cli/ranked_json.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

struct Options {
  int most = 1;
  std::vector<std::string> tags;
  std::vector<std::string> kinds;
};

std::string_view verb_for(const Item& item) {
  if (item.state == State::reading || item.state == State::paused) {
    return "Go on with";
  }
  switch (item.kind) {
    case Kind::video:
      return "Watch";
    case Kind::code:
      return "Run";
    case Kind::course:
    case Kind::task:
      return "Do";
    default:
      return "Read";
  }
}

/// The terms that count, widest first, under the title; points aligned and summed.
std::string reasons(const app::Choice& choice) {
  std::string text;
  std::string_view label = "why";
  for (const TermPoints& term : choice.terms) {
    if (term.points != 0) {
      text += fmt::format("  {:<9} {:<10} {:>6.2f}   {}\n", label, term.name, term.points,
                          util::printable(term.why));
      label = "";
    }
  }
  if (text.empty()) {
    return "  why       nothing speaks for one item over another yet\n";
  }
  return text +
         fmt::format("  {0:<9} {0:<10} {1:>6}\n  {0:<9} {0:<10} {2:>6.2f}", "", "──────", choice.score);
}

void say_one(Context& context, const app::Choice& best, const app::Choice* second) {
  const Style style = style_of(context);
  const std::size_t columns = context.env().terminal.columns;
  std::ostream& out = context.env().out;
  const Item& item = best.item;
  const std::string_view verb = verb_for(item);
  const std::size_t label = std::max<std::size_t>(9, verb.size());
  const std::string title = util::elide(util::printable(display_title(item)), columns - label - 4);
  out << "  " << util::fit(verb, label) << ' ' << style.bold(title) << '\n';
  const std::string who = byline(item);
  out << util::elide(util::printable(fmt::format("  {}{}{} · {}", who, who.empty() ? "" : " · ",
                                                 format(item.ids.front()), short_name(item))),
                     columns)
      << "\n\n"
      << reasons(best);
  if (second != nullptr) {
    out << util::elide(util::printable(fmt::format("   next best: {}", display_title(second->item))),
                       columns - 40)
        << fmt::format(" {:.2f}", second->score);
  }
  out << fmt::format("\n\n  start it: papers start {}\n", item.number.value_or(0));
}

void say_several(Context& context, const std::vector<app::Choice>& choices) {
  Table table({{Table::Align::right},
               {Table::Align::right},
               {Table::Align::right},
               {Table::Align::left, true},
               {Table::Align::left, true}});
  for (const app::Choice& choice : choices) {
    std::string why;
    for (const TermPoints& term : choice.terms) {
      if (term.points != 0) {
        why += (why.empty() ? "" : "; ") + term.why;
      }
    }
    table.row({std::to_string(choice.rank), fmt::format("{:.2f}", choice.score), short_name(choice.item),
               display_title(choice.item), why});
  }
  context.env().out << table.render(context.env().terminal.columns);
}

std::vector<std::string> conditions(const Options& options) {
  std::vector<std::string> words;
  for (const std::string& tag : options.tags) {
    words.push_back("tag:" + tag);
  }
  for (const std::string& kind : options.kinds) {
    words.push_back("kind:" + kind);
  }
  return words;
}

std::function<bool(const Item&)> fitting(const std::vector<std::string>& words, Context& context) {
  if (words.empty()) {
    return nullptr;
  }
  return [filter = value_or_throw(app::Filter::parse(words, context.today()))](const Item& item) {
    return filter.matches(item);
  };
}

void say_json(Context& context, const std::vector<app::Choice>& choices, std::size_t shown,
              const std::vector<app::Promotion>& promoted) {
  auto items = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i < shown; ++i) {
    items.push_back(ranked_json(choices[i]));
  }
  print_json(context, {{"items", std::move(items)}, {"promoted", promotions_json(promoted)}});
}

void say(Context& context, std::vector<app::Choice>& choices, std::size_t most) {
  const std::size_t shown = std::min(most, choices.size());
  const std::vector<app::Promotion> promoted = app::promotions(context.library());
  if (context.options().json) {
    say_json(context, choices, shown, promoted);
    return;
  }
  if (most == 1 && !choices.empty()) {
    say_one(context, choices.front(), choices.size() > 1 ? &choices[1] : nullptr);
  } else {
    choices.resize(shown);
    say_several(context, choices);
  }
  if (!promoted.empty()) {
    context.env().out << '\n' << promotion_lines(promoted, context.env().terminal.columns);
  }
}

ExitCode run(const Options& options, Context& context) {
  const auto most = static_cast<std::size_t>(options.most);
  const std::vector<std::string> words = conditions(options);
  // One more than asked for, so that a single answer can name the runner-up.
  std::vector<app::Choice> choices = app::choose(context.library(), context.settings().weights(), context.this_week(),
                                                 {most + 1, fitting(words, context)});
  say(context, choices, most);
  if (!choices.empty()) {
    return ExitCode::done;
  }
  if (!words.empty()) {
    return say_no_match(context, words, "leave out --tag or --kind to see the whole queue");
  }
  hint(context, "nothing is queued; begin with: papers add <arXiv address>");
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.number("-n", options->most, {1, 1'000'000}, "So many, best first");
  arguments.texts("--tag", "TAG", options->tags, "Only items with this tag");
  arguments.texts("--kind", "KIND", options->kinds, "Only items of this kind");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_next_command{
    "next",
    "Decide",
    "Say what to read now, and why",
    "Each term gives points: its weight (rank.<term> in the configuration) times a value between 0 and 1.\n"
    "The points shown add up to the score.",
    "papers next\npapers next -n 5\npapers next --tag decoding --json",
    /*changes=*/false,
    declare};

}  // namespace papers::cli
