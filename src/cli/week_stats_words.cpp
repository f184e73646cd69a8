#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/week_words.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

using Json = nlohmann::ordered_json;
using weekly::WeekStats;

constexpr std::size_t k_fixed = 54;     // columns of everything but the bars
constexpr std::size_t k_most_bar = 24;  // columns
constexpr std::size_t k_least_bar = 4;
constexpr double k_percent = 100;

/// A bar as long as `value` is of `most`, to the eighth of a column, filled up with blanks.
std::string bar(int value, int most, std::size_t columns) {
  constexpr std::array<std::string_view, 8> k_parts{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  constexpr std::size_t k_eighths = k_parts.size();
  const double share = most > 0 ? static_cast<double>(value) / most : 0;
  auto eighths = static_cast<std::size_t>(std::lround(share * static_cast<double>(columns * k_eighths)));
  eighths = value > 0 ? std::max<std::size_t>(eighths, 1) : 0;
  std::string text;
  for (std::size_t full = 0; full < eighths / k_eighths; ++full) {
    text += "█";
  }
  return util::fit(text + std::string(k_parts[eighths % k_eighths]), columns);
}

std::string share_words(const WeekStats& week) {
  const auto share = week.main_share();
  return share ? fmt::format("{:.0f} %", *share * k_percent) : "–";
}

std::string_view thread_name(WeekStats::Thread thread) {
  switch (thread) {
    case WeekStats::Thread::focus:
      return "focus";
    case WeekStats::Thread::plan:
      return "plan";
    case WeekStats::Thread::none:
      break;
  }
  return "";
}

Json week_json(const WeekStats& week) {
  const std::string_view thread = thread_name(week.thread);
  const auto share = week.main_share();
  return {{"week", week.week.id},
          {"first", week.week.first},
          {"last", week.week.last},
          {"read", week.read},
          {"slipped", week.slipped},
          {"minutes", week.minutes},
          {"dives", week.dives},
          {"deepest", week.deepest},
          {"thread", thread.empty() ? Json() : Json(thread)},
          {"main_minutes", week.main_minutes},
          {"main_share", share ? Json(*share) : Json()}};
}

template <typename Value>
int most_of(std::span<const WeekStats> weeks, const Value& value) {
  int most = 0;
  for (const WeekStats& week : weeks) {
    most = std::max(most, week.*value);
  }
  return most;
}

}  // namespace

Json week_stats_json(std::span<const WeekStats> weeks) {
  Json items = Json::array();
  for (const WeekStats& week : weeks) {
    items.push_back(week_json(week));
  }
  return {{"items", items}};
}

std::string week_stats_table(std::span<const WeekStats> weeks, std::size_t columns) {
  const std::size_t room = columns > k_fixed ? (columns - k_fixed) / 2 : 0;
  const std::size_t width = room < k_least_bar ? 0 : std::min(room, k_most_bar);
  const std::string blank(width == 0 ? 0 : width + 1, ' ');
  std::string text = fmt::format("{:<8}  {:>4} {}{:>7} {}{:>7}{:>7}{:>6}{:>8}\n", "week", "read", blank,
                                 "minutes", blank, "slipped", "dives", "back", "thread");
  const int most_read = most_of(weeks, &WeekStats::read);
  const int most_minutes = most_of(weeks, &WeekStats::minutes);
  const auto bars = [&](int value, int most) { return width == 0 ? "" : bar(value, most, width) + " "; };
  for (const WeekStats& week : weeks) {
    std::string line =
        fmt::format("{:<8}  {:>4} {}{:>7} {}", week.week.id, week.read, bars(week.read, most_read),
                    week.minutes, bars(week.minutes, most_minutes));
    line += fmt::format("{:>7}{:>7}{:>6}{:>8}", week.slipped, week.dives, week.deepest, share_words(week));
    text += line + "\n";
  }
  return text;
}

}  // namespace papers::cli
