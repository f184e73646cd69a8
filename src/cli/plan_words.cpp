#include "cli/plan_words.hpp"

#include <array>
#include <cmath>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/short_name.hpp"
#include "cli/output.hpp"
#include "cli/paragraph.hpp"
#include "cli/slip_words.hpp"
#include "model/item_json.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

using Why = app::PlanEntry::Why;
using Json = nlohmann::ordered_json;

/// What stands in a plan; numbers and names stand where "{}" is.
struct PlanWords {
  std::string_view heading;  ///< week, first and last day, planned, hours
  std::string_view left_out;
  std::string_view too_long;  ///< for any week; number
  std::string_view no_room;   ///< minutes that are left
  std::string_view nothing;
  std::string_view beyond;              ///< why more is planned than there are hours; minutes beyond them
  std::string_view decide;              ///< number, name, slips
  std::array<std::string_view, 4> why;  ///< by PlanEntry::Why
  std::string_view skim;
  std::string_view slipped;  ///< slips
  std::string_view share;    ///< hours of the whole
  std::string_view minutes;
  std::string_view hours;
  std::string_view hours_and_minutes;
};

constexpr PlanWords k_english{"Week {} ({} to {}): {} of {} h planned",
                              "does not fit",
                              "longer than the whole week: papers split {}",
                              "{} left",
                              "nothing is planned",
                              "{} beyond the hours: what was done or begun stays in its plan",
                              "{} {} slipped {} weeks: split, skim, swap, park or drop?",
                              {"done", "begun", "asked for", ""},
                              "as a skim",
                              "slipped {}",
                              "part of {}",
                              "{} min",
                              "{} h",
                              "{} h {:02}"};

constexpr PlanWords k_chinese{"第 {} 周（{} 至 {}）：已计划 {}，共 {} 小时",
                              "放不下",
                              "超过一周的时间：papers split {}",
                              "还剩 {}",
                              "没有计划",
                              "超出 {}：已完成和进行中的保留在计划里",
                              "{} {} 已顺延 {} 周：拆分、略读、替换、搁置还是放弃？",
                              {"已完成", "进行中", "指定", ""},
                              "略读",
                              "顺延 {} 周",
                              "共 {}",
                              "{} 分钟",
                              "{} 小时",
                              "{} 小时 {:02} 分钟"};

constexpr int k_hour = 60;

std::string time_words(const PlanWords& words, int minutes) {
  if (minutes < 2 * k_hour && minutes != k_hour) {
    return fmt::format(fmt::runtime(words.minutes), minutes);
  }
  return minutes % k_hour == 0
             ? fmt::format(fmt::runtime(words.hours), minutes / k_hour)
             : fmt::format(fmt::runtime(words.hours_and_minutes), minutes / k_hour, minutes % k_hour);
}

std::string notes_of(const PlanWords& words, const app::PlanEntry& entry) {
  std::string notes(words.why[static_cast<std::size_t>(entry.why)]);
  const auto add = [&notes](std::string_view more) {
    notes += (notes.empty() ? "" : ", ") + std::string(more);
  };
  if (entry.level == Level::skim) {
    add(words.skim);
  }
  if (entry.effort.minutes < entry.whole && entry.why != Why::done) {
    add(fmt::format(fmt::runtime(words.share), time_words(words, entry.whole)));
  }
  if (entry.item.slips > 0) {
    add(fmt::format(fmt::runtime(words.slipped),
                    &words == &k_chinese ? std::to_string(entry.item.slips)
                                         : slip_times(static_cast<std::size_t>(entry.item.slips))));
  }
  return notes;
}

int minutes_in(double hours) {
  return static_cast<int>(std::lround(hours * k_hour));
}

std::string reason_left_out(const PlanWords& words, const app::WeekPlan& plan, const app::PlanEntry& entry) {
  const int budget = minutes_in(plan.hours);
  if (entry.effort.minutes > budget) {
    return fmt::format(fmt::runtime(words.too_long), app::typed_name(entry.item));
  }
  return fmt::format(fmt::runtime(words.no_room), time_words(words, std::max(0, budget - plan.minutes())));
}

void add_rows(Table& table, const PlanWords& words, const app::WeekPlan& plan) {
  int place = 0;
  for (const app::PlanEntry& entry : plan.entries) {
    const std::string mark = entry.why == Why::done ? "✓" : std::to_string(++place);
    table.row({mark, short_name(entry.item), display_title(entry.item),
               time_words(words, entry.effort.minutes), notes_of(words, entry)});
  }
  for (const app::PlanEntry& entry : plan.left_out) {
    table.row({"-", short_name(entry.item), display_title(entry.item),
               time_words(words, entry.effort.minutes),
               fmt::format("{}: {}", words.left_out, reason_left_out(words, plan, entry))});
  }
}

Json entry_json(const app::PlanEntry& entry) {
  constexpr std::array<std::string_view, 4> k_why{"done", "begun", "wanted", "ranked"};
  Json object = model::item_to_json(entry.item);
  object["planned_minutes"] = entry.effort.minutes;
  object["whole_minutes"] = entry.whole;
  object["planned_level"] = entry.level ? Json(name_of(*entry.level)) : Json();
  object["why"] = k_why[static_cast<std::size_t>(entry.why)];
  return object;
}

Json entries_json(const std::vector<app::PlanEntry>& entries) {
  Json list = Json::array();
  for (const app::PlanEntry& entry : entries) {
    list.push_back(entry_json(entry));
  }
  return list;
}

void say_json(Context& context, const app::WeekPlan& plan, const std::vector<app::LedgerEntry>& undecided) {
  print_json(context, {{"week", plan.week.id},
                       {"first", plan.week.first},
                       {"last", plan.week.last},
                       {"hours", plan.hours},
                       {"minutes", plan.minutes()},
                       {"items", entries_json(plan.entries)},
                       {"left_out", entries_json(plan.left_out)},
                       {"decide", ledger_json(undecided)}});
}

}  // namespace

void say_plan(Context& context, const app::WeekPlan& plan, const std::vector<app::LedgerEntry>& undecided,
              Language language) {
  if (context.options().json) {
    say_json(context, plan, undecided);
    return;
  }
  const PlanWords& words = language == Language::zh ? k_chinese : k_english;
  const std::size_t columns = context.env().terminal.columns;
  std::ostream& out = context.env().out;
  out << style_of(context).bold(fmt::format(fmt::runtime(words.heading), plan.week.id.substr(6),
                                            plan.week.first, plan.week.last,
                                            time_words(words, plan.minutes()), plan.hours))
      << "\n\n";
  Table table({{Table::Align::right},
               {Table::Align::right},
               {Table::Align::left, true},
               {Table::Align::right},
               {Table::Align::left, true}});
  add_rows(table, words, plan);
  out << (table.empty() ? std::string(words.nothing) + '\n' : table.render(columns));
  if (const int beyond = plan.minutes() - minutes_in(plan.hours); beyond > 0) {
    out << '\n' << paragraph("", fmt::format(fmt::runtime(words.beyond), time_words(words, beyond)), columns);
  }
  for (const app::LedgerEntry& entry : undecided) {
    out << (&entry == &undecided.front() ? "\n" : "")
        << util::printable(fmt::format(fmt::runtime(words.decide), short_name(entry.item),
                                       app::name_in_words(entry.item), entry.slips.size()))
        << '\n';
  }
}

std::string hours_words(int minutes) {
  return fmt::format("{} h {:02}", minutes / k_hour, minutes % k_hour);
}

}  // namespace papers::cli
