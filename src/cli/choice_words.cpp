#include "cli/choice_words.hpp"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "papers/relevance.hpp"

#include "app/done_when.hpp"
#include "app/relevance_words.hpp"
#include "app/short_name.hpp"
#include "cli/output.hpp"
#include "cli/paragraph.hpp"
#include "cli/ranked_json.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

constexpr std::size_t k_label = 9;
constexpr std::size_t k_reason = 34;  // columns before the words of a reason
constexpr std::size_t k_sum = 31;     // columns of the line of their sum
constexpr std::size_t k_least_words = 16;

/// The level to which it is to be read in the time that there is.
Level level_of(const TimedChoice& timed) {
  return timed.fit.as_skim ? Level::skim : timed.choice.item.level.value_or(Level::read);
}

std::string time_words(const TimedChoice& timed) {
  const std::string basis = app::basis_words(timed.fit.effort);
  const bool has_levels = timed.choice.item.kind != Kind::task;
  return app::effort_words(timed.fit.effort) +
         (has_levels ? fmt::format(" to {}", name_of(level_of(timed))) : "") +
         (basis.empty() ? "" : fmt::format(" ({})", basis));
}

std::string names_of(const TimedChoice& timed) {
  const Item& item = timed.choice.item;
  const std::string who = byline(item);
  const bool is_own = item.ids.front().scheme == Scheme::local;
  return fmt::format("{}{}{}{} · {}", who, who.empty() ? "" : " · ",
                     is_own ? "" : format(item.ids.front()) + " · ", short_name(item), time_words(timed));
}

/// Numbers, and words behind them, from that column on, that wrap below themselves; where the line has no
/// room for words, they stand below the numbers.
std::string with_words(const std::string& numbers, std::size_t column, std::string_view words,
                       std::size_t columns) {
  if (words.empty() || column + k_least_words > columns) {
    return numbers + "\n" + paragraph(std::string(k_label + 5, ' '), words, columns);
  }
  return paragraph(util::fit(numbers, column), words, columns);
}

/// The line of a reason: a label, a name, points, and words.
std::string reason_line(std::string_view label, std::string_view name, double points, std::string_view why,
                        std::size_t columns) {
  return with_words(fmt::format("  {:<9} {:<12} {:>6.2f}", label, name, points), k_reason, why, columns);
}

struct PartLine {
  std::string_view name;
  double value;
  double weight;
  std::string words;
};

std::vector<PartLine> parts_of(const app::Choice& choice) {
  const RelevanceWeights weights;
  const Standing& standing = *choice.standing;
  const app::RelevanceFacts facts{standing, choice.item.cited_by, choice.item.depth};
  return {{"near", standing.near, weights.near, app::near_words(facts)},
          {"cites", standing.cites, weights.cites, app::cites_words(facts)},
          {"gap", standing.gap, weights.gap, app::gap_words(facts)},
          {"title", standing.title, weights.title, app::title_words(facts)}};
}

/// The formula of relevance with this paper's numbers.
std::string part_lines(const app::Choice& choice, std::size_t columns) {
  if (!choice.standing) {
    return "";
  }
  std::string text;
  double sum = 0;
  for (const PartLine& part : parts_of(choice)) {
    sum += part.value * part.weight;
    const std::string numbers = fmt::format("{:>20} {:>8.3f} x {:>5}", part.name, part.value, part.weight);
    text += part.words.empty() ? "" : with_words(numbers, k_reason + 4, part.words, columns);
  }
  return text + with_words(fmt::format("{:>20} {:>8.3f},", "sum", sum), k_sum,
                           "scaled to 0 … 1 over your queue", columns);
}

/// The terms that count, widest first, under the title; points aligned and summed.
std::string reasons(const app::Choice& choice, std::size_t columns, bool parts) {
  std::string text;
  std::string_view label = "why";
  for (const TermPoints& term : choice.terms) {
    if (term.points != 0) {
      text += reason_line(label, term.name, term.points, term.why, columns);
      label = "";
    }
    text += parts && term.name == "relevance" ? part_lines(choice, columns) : "";
  }
  if (text.empty()) {
    return paragraph("  why       ", "nothing speaks for one item over another yet", columns);
  }
  return text +
         fmt::format("  {0:<9} {0:<12} {1:>6}\n  {0:<9} {0:<12} {2:>6.2f}", "", "──────", choice.score);
}

std::string all_reasons(const app::Choice& choice) {
  std::string why;
  for (const TermPoints& term : choice.terms) {
    if (term.points != 0) {
      why += (why.empty() ? "" : "; ") + term.why;
    }
  }
  return why;
}

/// Behind the sum where there is room, else on a line of its own.
std::string runner_up(const app::Choice& second, std::size_t columns) {
  const std::string words =
      fmt::format("next best: {} {:.2f}", util::printable(app::name_in_words(second.item)), second.score);
  return k_sum + 3 + util::width(words) <= columns ? "   " + words + "\n"
                                                   : "\n" + paragraph("  ", words, columns);
}

/// What to type now, side by side where there is room.
std::string next_steps(const Item& item, const TimedChoice* second, std::size_t columns) {
  std::string steps =
      (item.state == State::reading ? "  when it is read: papers done " : "  start it: papers start ") +
      app::typed_name(item);
  if (second != nullptr) {
    constexpr std::string_view k_between = "        ";
    const std::string other =
        "why not another: papers next --why-not " + app::typed_name(second->choice.item);
    const bool fits = util::width(steps) + k_between.size() + util::width(other) <= columns;
    steps += fits ? std::string(k_between) + other : "\n  " + other;
  }
  return steps + "\n";
}

}  // namespace

std::string_view verb_for(const TimedChoice& timed) {
  const Item& item = timed.choice.item;
  if (timed.fit.as_skim) {
    return "Skim";
  }
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
      return item.level == Level::skim ? "Skim" : "Read";
  }
}

void say_one(Context& context, const TimedChoice& best, const TimedChoice* second, bool parts) {
  const std::size_t columns = context.env().terminal.columns;
  std::ostream& out = context.env().out;
  const Item& item = best.choice.item;
  const std::string_view verb = verb_for(best);
  const std::size_t label = std::max(k_label, verb.size());
  const std::string title = util::elide(util::printable(display_title(item)), columns - label - 4);
  const std::string end = app::done_when(item, best.fit.as_skim ? Level::skim : item.level);
  out << "  " << util::fit(verb, label) << ' ' << style_of(context).bold(title) << '\n'
      << paragraph("  ", names_of(best), columns) << paragraph("  done when ", end, columns) << '\n'
      << reasons(best.choice, columns, parts);
  out << (second == nullptr ? "\n" : runner_up(second->choice, columns)) << '\n'
      << next_steps(item, second, columns);
}

void say_several(Context& context, const std::vector<TimedChoice>& choices) {
  constexpr std::size_t k_least_for_reasons = 60;
  std::vector<Table::Column> layout{{Table::Align::right},
                                    {Table::Align::right},
                                    {Table::Align::right},
                                    {Table::Align::left, true},
                                    {Table::Align::right}};
  if (context.env().terminal.columns >= k_least_for_reasons) {
    layout.push_back({Table::Align::left, true});
  }
  Table table(std::move(layout));
  for (const TimedChoice& timed : choices) {
    const app::Choice& choice = timed.choice;
    const std::string why = all_reasons(choice);
    table.row({std::to_string(choice.rank), fmt::format("{:.2f}", choice.score), short_name(choice.item),
               display_title(choice.item), app::minutes_words(timed.fit.effort.minutes),
               timed.fit.as_skim ? "as a skim; " + why : why});
  }
  context.env().out << table.render(context.env().terminal.columns);
}

nlohmann::ordered_json choice_json(const TimedChoice& timed) {
  constexpr std::array<std::string_view, 3> k_basis{"reader", "readings", "table"};
  nlohmann::ordered_json object = ranked_json(timed.choice);
  const app::Effort& effort = timed.fit.effort;
  object["estimate"] = {{"minutes", effort.minutes},
                        {"level", name_of(level_of(timed))},
                        {"basis", k_basis[static_cast<std::size_t>(effort.from)]},
                        {"timed", effort.readings}};
  return object;
}

}  // namespace papers::cli
