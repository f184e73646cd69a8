#include "app/effort.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "util/ascii.hpp"
#include "util/strings.hpp"

namespace papers::app {
namespace {

constexpr int k_timed_readings = 100;  // older ones tell of a slower reader
constexpr double k_table_counts = 3;   // readings
constexpr double k_paper_pages = 10;
constexpr double k_book_pages = 250;
constexpr double k_shortest = 0.4;
constexpr double k_longest = 4;
constexpr double k_most_minutes = 100'000;

/// Minutes to skim, read, read deeply, reproduce. Papers are meant with ten pages, of lectures with their
/// exercises one course has about twenty.
struct Usual {
  Kind kind;
  std::array<int, k_levels.size()> minutes;
};
constexpr std::array<Usual, k_kinds.size()> k_usual{{
    {Kind::paper, {20, 45, 150, 480}},
    {Kind::post, {5, 20, 60, 180}},
    {Kind::course, {60, 1200, 1800, 3000}},
    {Kind::code, {20, 60, 180, 360}},
    {Kind::book, {90, 600, 1500, 3000}},
    {Kind::video, {15, 60, 90, 240}},
    {Kind::task, {30, 30, 30, 30}},
}};

std::size_t index_of(Kind kind) {
  return static_cast<std::size_t>(kind);
}

double length_of(Kind kind, const std::string& comment) {
  const auto pages = kind == Kind::paper || kind == Kind::book ? pages_in(comment) : std::nullopt;
  if (!pages) {
    return 1;
  }
  return std::clamp(*pages / (kind == Kind::book ? k_book_pages : k_paper_pages), k_shortest, k_longest);
}

double usual(Kind kind, Level level, const std::string& comment) {
  return k_usual[index_of(kind)].minutes[static_cast<std::size_t>(level)] * length_of(kind, comment);
}

/// The geometric mean of ratios, shrunk to 1.
double shrunk(const std::vector<double>& logarithms) {
  double sum = 0;
  for (const double logarithm : logarithms) {
    sum += logarithm;
  }
  return std::exp(sum / (static_cast<double>(logarithms.size()) + k_table_counts));
}

int as_minutes(double minutes) {
  // Estimates are no better than five minutes where they are long.
  const double step = minutes < 30 ? 1 : minutes < 240 ? 5 : 30;
  return static_cast<int>(std::clamp(std::round(minutes / step) * step, 1.0, k_most_minutes));
}

std::optional<int> number_before(const std::string& text, std::size_t end) {
  std::size_t last = end;
  while (last > 0 && (text[last - 1] == ' ' || text[last - 1] == '-')) {
    --last;
  }
  std::size_t first = last;
  while (first > 0 && util::is_digit(text[first - 1])) {
    --first;
  }
  const auto number = util::to_int(std::string_view(text).substr(first, last - first));
  if (!number || *number < 1 || *number > 5000) {
    return std::nullopt;
  }
  const bool adds = first > 0 && text[first - 1] == '+';
  const auto before = adds ? number_before(text, first - 1) : std::nullopt;
  return *number + before.value_or(0);
}

}  // namespace

Pace::Pace(const std::vector<TimedReading>& readings) {
  std::array<std::vector<double>, k_kinds.size()> logarithms;
  std::vector<double> all;
  for (const TimedReading& reading : readings) {
    if (reading.minutes > 0) {
      const double expected = usual(reading.kind, reading.level.value_or(Level::read), reading.comment);
      all.push_back(std::log(reading.minutes / expected));
      logarithms[index_of(reading.kind)].push_back(all.back());
    }
  }
  const double overall = shrunk(all);
  for (std::size_t kind = 0; kind < m_kinds.size(); ++kind) {
    for (double& logarithm : logarithms[kind]) {
      logarithm -= std::log(overall);
    }
    m_kinds[kind] = {overall * shrunk(logarithms[kind]), static_cast<int>(logarithms[kind].size())};
  }
}

Pace::Pace(const Library& library) : Pace(library.timed_readings(k_timed_readings)) {}

Effort Pace::effort(const Item& item, std::optional<Level> level) const {
  const Level own = item.level.value_or(Level::read);
  const Level wanted = level.value_or(own);
  const std::string comment = item.comment.value_or("");
  const OfKind& kind = m_kinds[index_of(item.kind)];
  const double estimated = usual(item.kind, wanted, comment) * kind.pace;
  if (item.effort_minutes) {
    const double share = estimated / (usual(item.kind, own, comment) * kind.pace);
    return {wanted == own ? std::max(1, *item.effort_minutes) : as_minutes(*item.effort_minutes * share),
            Effort::From::reader, kind.readings};
  }
  const bool learned = kind.readings >= k_enough_readings;
  return {as_minutes(estimated), learned ? Effort::From::readings : Effort::From::table, kind.readings};
}

std::optional<Fit> Pace::within(const Item& item, int minutes) const {
  if (const Effort whole = effort(item); whole.minutes <= minutes) {
    return Fit{whole, false};
  }
  const Effort skim = effort(item, Level::skim);
  return can_be_skimmed(item) && skim.minutes <= minutes ? std::optional(Fit{skim, true}) : std::nullopt;
}

bool can_be_skimmed(const Item& item) {
  return item.kind != Kind::task && item.level != Level::reproduce;
}

std::optional<int> pages_in(const std::string& comment) {
  const std::string text = util::lower(comment);
  for (const std::string_view word : {"pages", "page", "pp"}) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
      if (const auto number = number_before(text, at)) {
        return number;
      }
    }
  }
  return std::nullopt;
}

std::string minutes_words(int minutes) {
  constexpr int k_hour = 60;
  if (minutes < 2 * k_hour && minutes != k_hour) {
    return fmt::format("{} min", minutes);
  }
  return minutes % k_hour == 0 ? fmt::format("{} h", minutes / k_hour)
                               : fmt::format("{} h {:02}", minutes / k_hour, minutes % k_hour);
}

std::string effort_words(const Effort& effort) {
  return (effort.from == Effort::From::reader ? "" : "about ") + minutes_words(effort.minutes);
}

std::string basis_words(const Effort& effort) {
  if (effort.from != Effort::From::table) {
    return "";
  }
  return fmt::format("usual, {} timed so far",
                     effort.readings == 0 ? "none" : std::to_string(effort.readings));
}

}  // namespace papers::app
