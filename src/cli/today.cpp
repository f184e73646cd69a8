#include "cli/today.hpp"

#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/choose.hpp"
#include "app/reading.hpp"
#include "cli/output.hpp"
#include "model/item_json.hpp"
#include "util/calendar.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

constexpr std::size_t k_next_shown = 3;
constexpr int k_days_ahead = 7;

struct Today {
  std::string day;
  std::vector<Item> reading;
  std::vector<app::Choice> next;  ///< without those being read
  std::vector<Item> due;          ///< within a week, or past; soonest first
};

Today look(Context& context) {
  Today today;
  today.day = context.today();
  const Library& library = context.library();
  today.reading = app::being_read(library);
  const auto not_begun = [](const Item& item) { return item.state != State::reading; };
  today.next = app::choose(library, context.settings().weights(), today.day, k_next_shown, not_begun);
  const std::string until = util::add_days(today.day, k_days_ahead);
  library.each_item({{State::queued, State::reading, State::paused}, {}, false}, [&](const Item& item) {
    if (item.due && *item.due <= until) {
      today.due.push_back(item);
    }
    return true;
  });
  std::stable_sort(today.due.begin(), today.due.end(),
                   [](const Item& a, const Item& b) { return a.due < b.due; });
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
  print_json(context, {{"day", today.day},
                       {"reading", item_list(today.reading)},
                       {"next", item_list(next)},
                       {"due", item_list(today.due)}});
}

std::string due_words(const Item& item, const std::string& day) {
  const int days = util::days_between(day, *item.due);
  if (days == 0) {
    return "today";
  }
  return days < 0 ? fmt::format("{} ago", counted(static_cast<std::size_t>(-days), "day", "days"))
                  : fmt::format("in {}", counted(static_cast<std::size_t>(days), "day", "days"));
}

void say(Context& context, const Today& today) {
  Table table({{}, {Table::Align::right}, {Table::Align::left, true}, {}});
  std::string_view label = "reading";
  for (const Item& item : today.reading) {
    table.row({std::string(label), short_name(item), display_title(item), byline(item)});
    label = "";
  }
  label = "next";
  for (const app::Choice& choice : today.next) {
    table.row({std::string(label), short_name(choice.item), display_title(choice.item),
               fmt::format("{:.2f}", choice.score)});
    label = "then";
  }
  label = "due";
  for (const Item& item : today.due) {
    table.row({std::string(label), short_name(item), display_title(item), due_words(item, today.day)});
    label = "";
  }
  const util::IsoWeek week = util::iso_week(today.day);
  std::ostream& out = context.env().out;
  out << style_of(context).bold(util::long_day(today.day)) << fmt::format(", week {}\n\n", week.week)
      << table.render(context.env().terminal.columns);
  if (table.empty()) {
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
