#include "app/import_log.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "papers/error.hpp"

#include "app/log_keeper.hpp"
#include "app/log_notes.hpp"
#include "app/read_text.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::app {
namespace {

std::vector<weekly::SectionName> section_names(const config::Settings& settings) {
  std::vector<weekly::SectionName> names;
  for (const char* section : {"progress", "plan", "questions", "needs", "review", "wanted"}) {
    for (const std::string& words : settings.list(fmt::format("log.{}", section))) {
      names.push_back({words, *weekly::section_named(section)});
    }
  }
  return names;
}

LogCalendar calendar_of(const ImportTools& tools) {
  const bool sunday = tools.settings.text("week.starts") == "sunday";
  return {tools.today, sunday ? util::WeekStart::sunday : util::WeekStart::monday};
}

std::string summary_of(const std::string& name) {
  constexpr std::size_t k_longest = 200;  // bytes
  return util::clean_line("import " + name, k_longest);
}

}  // namespace

bool looks_like_log(std::string_view head) {
  const auto is_marked = [](std::string_view line) {
    line = util::trim(line);
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const std::string_view behind = line.substr(digits);
    return line.starts_with('#') || line.starts_with("- ") || line.starts_with("* ") ||
           line.starts_with("+ ") || (digits > 0 && (behind.starts_with(". ") || behind.starts_with(") ")));
  };
  const auto lines = util::split(head, '\n');
  return head.find('\0') == std::string_view::npos && std::any_of(lines.begin(), lines.end(), is_marked);
}

ImportReport import_log(std::istream& in, const std::string& name, const ImportTools& tools) {
  if (tools.wishes.state || !tools.wishes.tags.empty()) {
    throw Failure(
        ExitCode::usage,
        fmt::format("{}: --state and --tag go with bibliographies and lists; a log says itself what "
                    "was done (tags: papers set ITEM --tag)",
                    name));
  }
  const std::string text = read_text(in, name);
  const LogCalendar calendar = calendar_of(tools);
  const weekly::WeeklyLog log =
      weekly::parse_log(text, section_names(tools.settings),
                        {std::filesystem::path(name).filename().string(), tools.today, calendar.starts});
  const LogContent content = content_of(log);
  const LogWorks works = identify_works(content.things, tools);
  Change change = tools.library.begin("import", summary_of(name));
  LogKeeper keeper(change, content, calendar, tools.clock.now());
  keeper.keep(works);
  change.settle();
  ImportReport report = keeper.take_report();
  add_notes(report, {log, content, works, keeper, change.library()});
  if (!tools.dry_run) {
    change.commit();
  }
  return report;
}

}  // namespace papers::app
