#include "cli/week_words.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "papers/error.hpp"

#include "model/json_value.hpp"
#include "util/calendar.hpp"

namespace papers::cli {
namespace {

using Json = nlohmann::ordered_json;

std::optional<util::Week> read_week(std::string word, const app::ThisWeek& now) {
  if (word.empty() || word == "this") {
    return now.week;
  }
  if (word == "last") {
    return util::week_after(now.week, -1, now.starts);
  }
  if (auto week = util::week_named(word, now.starts)) {
    return week;
  }
  std::replace(word.begin(), word.end(), '.', '-');
  const auto day = util::is_day(word) ? std::optional(word) : util::parse_day(word, now.today);
  return day ? std::optional(util::week_of(*day, now.starts)) : std::nullopt;
}

Json level_or_null(std::optional<Level> level) {
  return level ? Json(name_of(*level)) : Json();
}

Json item_json(const weekly::ReportedItem& item) {
  return {{"id", item.id}, {"title", item.title}, {"url", model::text_or_null(item.url)}};
}

template <typename List, typename Write>
Json list_json(const List& list, const Write& write) {
  Json array = Json::array();
  for (const auto& one : list) {
    array.push_back(write(one));
  }
  return array;
}

Json done_json(const weekly::ReportedDone& one) {
  Json object = item_json(one.item);
  object["level"] = level_or_null(one.level);
  object["minutes"] = model::number_or_null(one.minutes);
  object["takeaway"] = model::text_or_null(one.takeaway);
  return object;
}

Json slip_json(const weekly::ReportedSlip& one) {
  Json object = item_json(one.item);
  object["weeks"] = one.weeks;
  object["decision"] = model::text_or_null(one.decision);
  object["reason"] = model::text_or_null(one.reason);
  return object;
}

Json plan_json(const weekly::ReportedPlan& one) {
  Json object = item_json(one.item);
  object["level"] = level_or_null(one.level);
  object["minutes"] = model::number_or_null(one.minutes);
  object["weeks"] = one.weeks;
  object["decision"] = model::text_or_null(one.decision);
  return object;
}

Json question_json(const weekly::ReportedQuestion& one) {
  return {{"text", one.text}, {"answer", model::text_or_null(one.answer)}};
}

}  // namespace

util::Week week_meant(const std::string& word, const app::ThisWeek& now) {
  const auto week = read_week(word, now);
  if (!week) {
    throw Failure(ExitCode::usage,
                  fmt::format("{}: no week; expected this, last, a day such as {}, or a week such as {}",
                              word, now.today, now.week.id));
  }
  if (week->first > now.today) {
    throw Failure(ExitCode::usage,
                  fmt::format("{}: {} has not begun; see its plan with: papers plan --week {}", word,
                              week->id, week->id));
  }
  return *week;
}

Json week_report_json(const weekly::WeekReport& report, weekly::Language language) {
  return {{"week", report.week.id},
          {"first", report.week.first},
          {"last", report.week.last},
          {"lang", weekly::words_of(language).code},
          {"minutes", report.minutes()},
          {"done", list_json(report.done, done_json)},
          {"slipped", list_json(report.slipped, slip_json)},
          {"plan", list_json(report.plan, plan_json)},
          {"questions", list_json(report.questions, question_json)},
          {"needs", report.needs}};
}

}  // namespace papers::cli
