#include "weekly/week_stats.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace papers::weekly {
namespace {

/// A row of the plot.
struct Row {
  std::string_view name;
  double (*value)(const WeekStats&);
  bool (*known)(const WeekStats&);
  std::string_view unit;
};

constexpr double k_percent = 100;

constexpr bool always(const WeekStats& /*week*/) {
  return true;
}

constexpr std::array k_rows{
    Row{"read", [](const WeekStats& week) { return static_cast<double>(week.read); }, always, ""},
    Row{"minutes", [](const WeekStats& week) { return static_cast<double>(week.minutes); }, always, ""},
    Row{"slipped", [](const WeekStats& week) { return static_cast<double>(week.slipped); }, always, ""},
    Row{"dives", [](const WeekStats& week) { return static_cast<double>(week.dives); }, always, ""},
    Row{"deepest step back", [](const WeekStats& week) { return static_cast<double>(week.deepest); }, always,
        ""},
    Row{"main thread",
        [](const WeekStats& week) { return std::round(week.main_share().value_or(0) * k_percent); },
        [](const WeekStats& week) { return week.main_share().has_value(); }, " %"},
};

constexpr int k_left = 130;   // for the names of the rows
constexpr int k_bar = 22;     // its width
constexpr int k_step = 44;    // from bar to bar
constexpr int k_height = 48;  // of the tallest bar
constexpr int k_row = 84;     // from row to row
constexpr int k_top = 26;

constexpr std::string_view k_style =
    "text{font:11px system-ui,sans-serif;fill:#333}.name{font-weight:600}.bar{fill:#3b78b5}.base{stroke:#bbb}"
    "@media(prefers-color-scheme:dark){text{fill:#ddd}.bar{fill:#7db1e6}.base{stroke:#555}}";

std::string bar(int x, int bottom, double share, const std::string& label) {
  const int height = static_cast<int>(std::lround(share * k_height));
  return fmt::format(
      "<rect class=\"bar\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n"
      "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>\n",
      x, bottom - height, k_bar, height, x + k_bar / 2, bottom - height - 4, label);
}

std::string drawn(const Row& row, std::span<const WeekStats> weeks, int bottom) {
  double most = 0;
  for (const WeekStats& week : weeks) {
    most = std::max(most, row.value(week));
  }
  most = row.unit.empty() ? most : k_percent;
  const int right = k_left + static_cast<int>(weeks.size()) * k_step;
  std::string text = fmt::format(
      "<text class=\"name\" x=\"8\" y=\"{0}\">{1}</text>\n"
      "<line class=\"base\" x1=\"{2}\" y1=\"{0}\" x2=\"{3}\" y2=\"{0}\"/>\n",
      bottom, row.name, k_left, right);
  int x = k_left + (k_step - k_bar) / 2;
  for (const WeekStats& week : weeks) {
    const double value = row.value(week);
    const std::string label = row.known(week) ? fmt::format("{:.0f}{}", value, row.unit) : "–";
    text += bar(x, bottom, most > 0 ? value / most : 0, label);
    x += k_step;
  }
  return text;
}

}  // namespace

std::optional<double> WeekStats::main_share() const {
  return minutes > 0 && thread != Thread::none ? std::optional(static_cast<double>(main_minutes) / minutes)
                                               : std::nullopt;
}

std::string stats_svg(std::span<const WeekStats> weeks) {
  const int width = k_left + static_cast<int>(weeks.size()) * k_step + 10;
  const int height = k_top + static_cast<int>(k_rows.size()) * k_row + 10;
  std::string text = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" "
      "role=\"img\">\n<title>Reading, {2} to {3}</title>\n<style>{4}</style>\n",
      width, height, weeks.front().week.id, weeks.back().week.id, k_style);
  int bottom = k_top;
  for (const Row& row : k_rows) {
    bottom += k_row;
    text += drawn(row, weeks, bottom);
  }
  int x = k_left + k_step / 2;
  for (const WeekStats& week : weeks) {
    text +=
        fmt::format("<text x=\"{}\" y=\"14\" text-anchor=\"middle\">{}</text>\n", x, week.week.id.substr(5));
    x += k_step;
  }
  return text + "</svg>\n";
}

}  // namespace papers::weekly
