#include "cli/today.hpp"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/choose.hpp"
#include "app/ledger.hpp"
#include "app/plan.hpp"
#include "app/promotion.hpp"
#include "app/reading.hpp"
#include "app/trail.hpp"
#include "cli/output.hpp"
#include "cli/plan_words.hpp"
#include "cli/promotion_words.hpp"
#include "cli/slip_words.hpp"
#include "cli/trail_words.hpp"
#include "model/item_json.hpp"
#include "util/calendar.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

constexpr std::size_t k_next_shown = 3;
constexpr int k_days_ahead = 7;
constexpr std::size_t k_label = 8;  // "promoted"
constexpr std::size_t k_indent = k_label + 2;

struct Today {
  std::string day;
  std::vector<app::Stop> trail;      ///< empty without one
  std::vector<app::Question> asked;  ///< open at the top of the trail, the one that led there first
  std::vector<Item> reading;         ///< all of them, also those on the trail
  std::vector<app::Choice> next;     ///< without those being read
  std::vector<Item> due;             ///< within a week, or past; soonest first
  std::vector<app::Promotion> promoted;
  std::vector<app::LedgerEntry> undecided;
  int minutes_used = 0;  ///< in this week
};

bool is_on(const std::vector<app::Stop>& trail, const Item& item) {
  return std::any_of(trail.begin(), trail.end(),
                     [&item](const app::Stop& stop) { return stop.item.row == item.row; });
}

std::vector<app::Question> open_at_top(const Library& library, const app::Stop& top) {
  std::vector<app::Question> open;
  for (app::Question& question : app::open_questions(library)) {
    if (question.id == top.step.question) {
      open.insert(open.begin(), std::move(question));
    } else if (app::is_named(top.item, question.at)) {
      open.push_back(std::move(question));
    }
  }
  return open;
}

Today look(Context& context) {
  Today today;
  today.day = context.today();
  const Library& library = context.library();
  if (const auto trail = app::current_trail(library)) {
    today.trail = app::stops_of(library, *trail);
    today.asked = open_at_top(library, today.trail.back());
  }
  today.promoted = app::promotions(library);
  today.reading = app::being_read(library);
  const auto not_begun = [](const Item& item) { return item.state != State::reading; };
  today.next =
      app::choose(library, context.settings().weights(), context.this_week(), {k_next_shown, not_begun});
  for (const std::int64_t row : library.rows_due_by(util::add_days(today.day, k_days_ahead))) {
    if (auto item = library.find_row(row)) {
      today.due.push_back(*std::move(item));
    }
  }
  today.undecided = app::undecided(library, context.this_week());
  today.minutes_used = app::minutes_used(library, context.this_week().week);
  return today;
}

nlohmann::ordered_json item_list(const std::vector<Item>& items) {
  auto list = nlohmann::ordered_json::array();
  for (const Item& item : items) {
    list.push_back(model::item_to_json(item));
  }
  return list;
}

void say_json(Context& context, const Today& today) {
  std::vector<Item> next;
  for (const app::Choice& choice : today.next) {
    next.push_back(choice.item);
  }
  const auto trail =
      today.trail.empty() ? nlohmann::ordered_json() : trail_json(today.trail, depth_limit(context));
  print_json(context, {{"day", today.day},
                       {"trail", trail},
                       {"questions", questions_json(today.asked)},
                       {"reading", item_list(today.reading)},
                       {"next", item_list(next)},
                       {"due", item_list(today.due)},
                       {"decide", ledger_json(today.undecided)},
                       {"minutes_used", today.minutes_used},
                       {"hours", context.settings().number("week.hours")},
                       {"promoted", promotions_json(today.promoted)}});
}

/// "CLLMs › Parallel Decoding (1 step back, limit 2)", on two lines where there is no room for one.
std::string place(const Today& today, int limit, std::size_t columns) {
  constexpr std::size_t k_least_for_each = 14;
  const int depth = static_cast<int>(today.trail.size()) - 1;
  const std::string how_far = depth == 0 ? fmt::format("(limit {})", steps_back(limit))
                                         : fmt::format("({}, limit {})", steps_back(depth), limit);
  if (columns < how_far.size() + 1 + k_least_for_each * today.trail.size()) {
    return breadcrumb(today.trail, columns) + "\n" + std::string(k_indent, ' ') + how_far;
  }
  return breadcrumb(today.trail, columns - how_far.size() - 1) + " " + how_far;
}

std::string question_line(const Today& today, std::size_t columns) {
  const std::size_t others = today.asked.size() - 1;
  std::string text = "open question: " + util::printable(today.asked.front().text);
  text += others == 0 ? "" : fmt::format(" (and {} more)", others);
  if (today.trail.size() == 1) {
    return util::elide(text, columns);
  }
  constexpr std::string_view k_way_back = "back: papers back";
  return util::fit(text, columns - std::min(columns, k_way_back.size() + 2)) + "  " + std::string(k_way_back);
}

std::string trail_lines(const Today& today, int limit, std::size_t columns) {
  if (today.trail.empty()) {
    return "";
  }
  const std::size_t room = columns - std::min(columns, k_indent);
  const bool is_paused = today.trail.back().item.state == State::paused;
  std::string text = util::fit(is_paused ? "paused" : "reading", k_indent) + place(today, limit, room) + "\n";
  if (!today.asked.empty()) {
    text += std::string(k_indent, ' ') + question_line(today, room) + "\n";
  }
  return text;
}

std::string due_words(const Item& item, const std::string& day) {
  const int days = util::days_between(day, *item.due);
  if (days == 0) {
    return "today";
  }
  return days < 0 ? fmt::format("{} ago", counted(static_cast<std::size_t>(-days), "day", "days"))
                  : fmt::format("in {}", counted(static_cast<std::size_t>(days), "day", "days"));
}

/// "Sunday 24 Nov 2024, week 47" and, at the right, the hours of the week.
std::string heading(Context& context, const Today& today, std::size_t columns) {
  const std::string week = context.this_week().week.id.substr(6);
  const std::string day = fmt::format("{}, week {}", util::long_day(today.day), week);
  const std::string used = fmt::format("{} of {} h used", hours_words(today.minutes_used),
                                       context.settings().number("week.hours"));
  const std::size_t room = columns - std::min(columns, used.size());
  return room > day.size() + 2 ? style_of(context).bold(util::fit(day, room)) + used
                               : style_of(context).bold(day);
}

void say(Context& context, const Today& today) {
  Table table({{}, {Table::Align::right}, {Table::Align::left, true}, {}});
  std::string_view label = today.trail.empty() ? "reading" : "also";
  for (const Item& item : today.reading) {
    if (!is_on(today.trail, item)) {
      table.row({util::fit(label, k_label), short_name(item), display_title(item), byline(item)});
      label = "";
    }
  }
  label = "next";
  for (const app::Choice& choice : today.next) {
    table.row({util::fit(label, k_label), short_name(choice.item), display_title(choice.item),
               fmt::format("{:.2f}", choice.score)});
    label = "then";
  }
  label = "due";
  for (const Item& item : today.due) {
    table.row({util::fit(label, k_label), short_name(item), display_title(item), due_words(item, today.day)});
    label = "";
  }
  const std::size_t columns = context.env().terminal.columns;
  std::ostream& out = context.env().out;
  out << heading(context, today, columns) << "\n\n"
      << trail_lines(today, depth_limit(context), columns) << table.render(columns)
      << decision_lines(today.undecided, columns) << promotion_lines(today.promoted, columns);
  if (table.empty() && today.trail.empty()) {
    out << "Nothing is queued. Begin with an address:\n\n  papers add https://arxiv.org/abs/2403.00835\n";
  }
}

}  // namespace

ExitCode show_today(Context& context) {
  const Today today = look(context);
  if (context.options().json) {
    say_json(context, today);
  } else {
    say(context, today);
  }
  return ExitCode::done;
}

}  // namespace papers::cli
