#include "app/import_list.hpp"

#include <fmt/format.h>

#include "papers/error.hpp"

#include "app/add_items.hpp"
#include "app/read_text.hpp"
#include "util/strings.hpp"

namespace papers::app {
namespace {

using What = AddOutcome::What;

constexpr std::size_t k_most_lines = 10'000;

/// The address in a line; "" where there is none.
std::string_view address_in(std::string_view line) {
  line = util::trim(line);
  for (const std::string_view bullet : {"- ", "* ", "+ "}) {
    line = line.starts_with(bullet) ? util::trim(line.substr(bullet.size())) : line;
  }
  return line.starts_with('#') ? std::string_view() : line;
}

void count(ImportReport& report, const AddOutcome& outcome, int line) {
  switch (outcome.what) {
    case What::added:
      ++report.added;
      return;
    case What::kept:
    case What::refreshed:
    case What::changed:
      ++report.changed;
      return;
    case What::known:
    case What::repeated:
      ++report.known;
      return;
    case What::not_understood:
    case What::not_found:
    case What::refused:
    case What::failed:
      report.later = report.later || outcome.later;
      report.problems.push_back(fmt::format("line {}: {}", line, outcome.message));
  }
}

}  // namespace

bool looks_like_list(std::string_view head) {
  std::size_t understood = 0;
  std::size_t others = 0;
  std::size_t sentences = 0;
  auto lines = util::split(head, '\n');
  if (head.size() >= k_import_head) {
    lines.pop_back();  // cut
  }
  for (const std::string_view line : lines) {
    if (const auto address = address_in(line); !address.empty()) {
      const bool is_understood = parse_identifier(address).ok();
      ++(is_understood ? understood : others);
      sentences += !is_understood && address.find(' ') != std::string_view::npos ? 1 : 0;
    }
  }
  return understood > 2 * others || (understood > 0 && sentences == 0);
}

ImportReport import_list(std::istream& in, const std::string& name, const ImportTools& tools) {
  std::vector<std::string> texts;
  std::vector<int> lines;
  const std::string all = read_text(in, name);
  int number = 0;
  for (const std::string_view line : util::split(all, '\n')) {
    ++number;
    if (const auto address = address_in(line); !address.empty()) {
      texts.emplace_back(address);
      lines.push_back(number);
    }
  }
  if (texts.size() > k_most_lines) {
    throw Failure(ExitCode::failed,
                  fmt::format("{}: more than {} addresses; import them in parts", name, k_most_lines));
  }
  AddWishes wishes;
  wishes.state = tools.wishes.state;
  wishes.tags = tools.wishes.tags;
  wishes.references = false;
  const AddReport added =
      add_items(texts, wishes, tools.library, tools.open_sources, tools.clock, tools.progress, tools.dry_run);
  ImportReport report;
  report.entries = static_cast<int>(texts.size());
  for (std::size_t i = 0; i < added.outcomes.size(); ++i) {
    count(report, added.outcomes[i], lines[i]);
  }
  report.notes = added.warnings;
  report.interrupted = added.interrupted;
  return report;
}

}  // namespace papers::app
