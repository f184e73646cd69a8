#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/choose.hpp"
#include "app/effort.hpp"
#include "app/filter.hpp"
#include "app/promotion.hpp"
#include "app/reading.hpp"
#include "app/selector.hpp"
#include "app/why_not.hpp"
#include "cli/arguments.hpp"
#include "cli/choice_words.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/hook.hpp"
#include "cli/output.hpp"
#include "cli/promotion_words.hpp"
#include "cli/why_not_words.hpp"

namespace papers::cli {
namespace {

struct Options {
  int most = 1;
  std::vector<std::string> tags;
  std::vector<std::string> kinds;
  std::string time;
  std::optional<std::string> why_not;
  bool parts = false;
};

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

/// What may be chosen, and how long it takes then.
class Wanted {
 public:
  Wanted(const Options& options, Context& context) : m_pace(context.library()) {
    m_words = conditions(options);
    if (!m_words.empty()) {
      m_filter = value_or_throw(app::Filter::parse(m_words, context.today()));
    }
    if (!options.time.empty()) {
      m_minutes = value_or_throw(app::checked_minutes(options.time));
      m_words.push_back("--time " + options.time);
    }
  }

  /// Empty where everything may be.
  [[nodiscard]] std::function<bool(const Item&)> condition() const {
    if (m_words.empty()) {
      return nullptr;
    }
    return [this](const Item& item) {
      return (!m_filter || m_filter->matches(item)) && (!m_minutes || m_pace.within(item, *m_minutes));
    };
  }
  [[nodiscard]] app::Fit fit(const Item& item) const {
    const auto within = m_minutes ? m_pace.within(item, *m_minutes) : std::nullopt;
    return within ? *within : app::Fit{m_pace.effort(item), false};
  }
  [[nodiscard]] const std::vector<std::string>& words() const { return m_words; }

 private:
  app::Pace m_pace;
  std::optional<app::Filter> m_filter;
  std::optional<int> m_minutes;
  std::vector<std::string> m_words;
};

/// One more than asked for, so that a single answer can name the runner-up.
std::vector<TimedChoice> timed_choices(Context& context, const Wanted& wanted, std::size_t most) {
  std::vector<TimedChoice> timed;
  for (app::Choice& choice : app::choose(context.library(), context.settings().weights(), context.this_week(),
                                         {most + 1, wanted.condition()})) {
    const app::Fit fit = wanted.fit(choice.item);
    timed.push_back({std::move(choice), fit});
  }
  return timed;
}

void say_json(Context& context, const std::vector<TimedChoice>& choices, std::size_t shown,
              const std::vector<app::Promotion>& promoted) {
  auto items = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i < shown; ++i) {
    items.push_back(choice_json(choices[i]));
  }
  print_json(context, {{"items", std::move(items)}, {"promoted", promotions_json(promoted)}});
}

void say(Context& context, std::vector<TimedChoice>& choices, const Options& options) {
  const auto most = static_cast<std::size_t>(options.most);
  const std::size_t shown = std::min(most, choices.size());
  const std::vector<app::Promotion> promoted = app::promotions(context.library());
  if (context.options().json) {
    say_json(context, choices, shown, promoted);
    return;
  }
  if (most == 1 && !choices.empty()) {
    say_one(context, choices.front(), choices.size() > 1 ? &choices[1] : nullptr, options.parts);
  } else {
    choices.resize(shown);
    say_several(context, choices);
  }
  if (!promoted.empty()) {
    context.env().out << '\n' << promotion_lines(promoted, context.env().terminal.columns);
  }
}

ExitCode explain_why_not(const Options& options, const Wanted& wanted, Context& context) {
  const Item item = value_or_throw(app::select_item(context.library(), *options.why_not));
  app::WhyNot answer = app::why_not(context.library(), context.settings().weights(), context.this_week(),
                                    item, context.settings().whole("limits.reading"));
  const auto condition = wanted.condition();
  if (answer.obstacle.empty() && condition && !condition(item)) {
    answer.item.reset();
    answer.obstacle = "it does not fit " + wanted.words().front() + ", by which you asked";
  }
  say_why_not(context, item, answer);
  return ExitCode::done;
}

ExitCode run(const Options& options, Context& context) {
  const Wanted wanted(options, context);
  if (options.why_not) {
    return explain_why_not(options, wanted, context);
  }
  std::vector<TimedChoice> choices = timed_choices(context, wanted, static_cast<std::size_t>(options.most));
  say(context, choices, options);
  if (!choices.empty()) {
    context.afterwards(
        [&context, item = choices.front().choice.item] { tell_hook(context, "on-next", item); });
    return ExitCode::done;
  }
  if (!wanted.words().empty()) {
    return say_no_match(context, wanted.words(), "leave it out to see the whole queue");
  }
  hint(context, "nothing is queued; begin with: papers add <arXiv address>");
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.number("-n", options->most, {1, 1'000'000}, "So many, best first");
  arguments.text("--time", "TIME", options->time, "Only what fits into 45m, 1h30; as a skim where need be");
  arguments.texts("--tag", "TAG", options->tags, "Only items with this tag");
  arguments.texts("--kind", "KIND", options->kinds, "Only items of this kind");
  arguments.text("--why-not", "ITEM", options->why_not, "What that item lacks, and what would put it first");
  arguments.flag("--parts", options->parts, "Take relevance apart");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_next_command{
    "next",
    "Decide",
    "Say what to read now, and why",
    "Each term gives points: its weight (rank.<term> in the configuration) times a value between 0 and 1.\n"
    "The points shown add up to the score. The time is what such things usually take, and what you told\n"
    "papers done that they took: the usual time counts as much as three of yours.",
    "papers next\npapers next -n 5\npapers next --time 45m          # may answer with something to skim\n"
    "papers next --tag decoding --json\npapers next --why-not medusa   # what would put it first",
    /*changes=*/false,
    declare};

}  // namespace papers::cli
