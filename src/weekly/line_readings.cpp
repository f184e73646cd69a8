#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "weekly/weekly_log.hpp"

namespace papers::weekly {
namespace {

struct SectionRow {
  SectionKind kind;
  std::string_view name;
};

constexpr std::array k_sections{
    SectionRow{SectionKind::progress, "progress"},   SectionRow{SectionKind::plan, "plan"},
    SectionRow{SectionKind::questions, "questions"}, SectionRow{SectionKind::needs, "needs"},
    SectionRow{SectionKind::review, "review"},       SectionRow{SectionKind::wanted, "wanted"},
    SectionRow{SectionKind::other, "other"}};

struct KindRow {
  EntryKind kind;
  std::string_view name;
};

constexpr std::array k_kinds{KindRow{EntryKind::group, "group"},       KindRow{EntryKind::paper, "paper"},
                             KindRow{EntryKind::post, "post"},         KindRow{EntryKind::course, "course"},
                             KindRow{EntryKind::code, "code"},         KindRow{EntryKind::book, "book"},
                             KindRow{EntryKind::video, "video"},       KindRow{EntryKind::task, "task"},
                             KindRow{EntryKind::question, "question"}, KindRow{EntryKind::reason, "reason"},
                             KindRow{EntryKind::note, "note"}};

std::string describe(const Entry& entry) {
  std::string text(name_of(entry.kind));
  constexpr std::array<std::string_view, 4> k_outcomes{"", ", done", ", partly done", ", not done"};
  text += k_outcomes[static_cast<std::size_t>(entry.outcome)];
  if (entry.slip) {
    text +=
        entry.slip->weeks > 1 ? fmt::format(", carried over {} weeks", entry.slip->weeks) : ", carried over";
  }
  if (entry.minutes) {
    text += fmt::format(", {}{} min", entry.is_estimate ? "about " : "", *entry.minutes);
  }
  for (const Part& part : entry.parts) {
    text += part.from == 0         ? fmt::format(", every {}", part.unit)
            : part.from == part.to ? fmt::format(", {} {}", part.unit, part.from)
                                   : fmt::format(", {}s {} to {}", part.unit, part.from, part.to);
  }
  if (!entry.evidence.empty()) {
    text += fmt::format(" ({})", entry.evidence);
  }
  text += ": " + entry.title;
  for (const Link& link : entry.links) {
    text += fmt::format(" <{}>", link.url);
  }
  return text;
}

void add(std::vector<LineReading>& readings, const std::vector<Entry>& entries,
         const std::function<std::string(const Entry&)>& more) {
  for (const Entry& entry : entries) {
    readings.push_back({entry.line, describe(entry) + (more ? more(entry) : "")});
    add(readings, entry.entries, more);
  }
}

std::string describe(const Week& week) {
  if (week.date.empty()) {
    return "a list without a date";
  }
  const std::string weeks = week.weeks > 1 ? fmt::format("{} weeks until ", week.weeks) : "week ";
  return fmt::format("{}{}, reported on {} (date from {})", weeks, week.closed.id, week.date, week.dated_by);
}

}  // namespace

std::string_view name_of(SectionKind kind) {
  return std::find_if(k_sections.begin(), k_sections.end(),
                      [&](const SectionRow& row) { return row.kind == kind; })
      ->name;
}

std::string_view name_of(EntryKind kind) {
  return std::find_if(k_kinds.begin(), k_kinds.end(), [&](const KindRow& row) { return row.kind == kind; })
      ->name;
}

std::optional<SectionKind> section_named(std::string_view name) {
  const auto* const row = std::find_if(k_sections.begin(), k_sections.end(),
                                       [&](const SectionRow& candidate) { return candidate.name == name; });
  return row == k_sections.end() ? std::nullopt : std::optional(row->kind);
}

std::vector<LineReading> line_readings(const WeeklyLog& log,
                                       const std::function<std::string(const Entry&)>& more) {
  std::vector<LineReading> readings;
  for (const Week& week : log.weeks) {
    readings.push_back({week.line, describe(week)});
    for (const Section& section : week.sections) {
      if (section.line > 0) {
        readings.push_back(
            {section.line, fmt::format("section {}: {}", name_of(section.kind), section.name)});
      }
      add(readings, section.entries, more);
    }
  }
  for (const Unread& unread : log.unread) {
    readings.push_back({unread.line, fmt::format("left out, {}{}{}", unread.why,
                                                 unread.text.empty() ? "" : ": ", unread.text)});
  }
  std::stable_sort(readings.begin(), readings.end(),
                   [](const LineReading& a, const LineReading& b) { return a.line < b.line; });
  return readings;
}

}  // namespace papers::weekly
