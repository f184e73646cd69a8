#include "cli/slip_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/short_name.hpp"
#include "cli/output.hpp"
#include "cli/paragraph.hpp"
#include "model/json_value.hpp"

namespace papers::cli {
namespace {

using Json = nlohmann::ordered_json;

Json weeks_json(const app::LedgerEntry& entry) {
  Json weeks = Json::array();
  for (const app::Slip& slip : entry.slips) {
    weeks.push_back({{"week", slip.week}, {"reason", model::text_or_null(slip.reason)}});
  }
  return weeks;
}

Json decisions_json(const app::LedgerEntry& entry) {
  Json decisions = Json::array();
  for (const app::Decision& decision : entry.decisions) {
    decisions.push_back({{"decision", name_of(decision.verdict)},
                         {"slips", decision.slips},
                         {"because", model::text_or_null(decision.because)},
                         {"made", decision.made}});
  }
  return decisions;
}

}  // namespace

std::string slip_times(std::size_t slips) {
  return slips == 1 ? "once" : slips == 2 ? "twice" : fmt::format("{} times", slips);
}

std::string decision_lines(const std::vector<app::LedgerEntry>& entries, std::size_t columns) {
  std::string text;
  for (const app::LedgerEntry& entry : entries) {
    const std::string how =
        text.empty() ? fmt::format(" (papers decide {} skim)", app::typed_name(entry.item)) : "";
    text +=
        paragraph("decide    ",
                  fmt::format("{} {} slipped {}: split, skim, swap, park or drop?{}", short_name(entry.item),
                              app::name_in_words(entry.item), slip_times(entry.slips.size()), how),
                  columns);
  }
  return text;
}

nlohmann::ordered_json ledger_json(const std::vector<app::LedgerEntry>& entries) {
  Json list = Json::array();
  for (const app::LedgerEntry& entry : entries) {
    list.push_back({{"id", format(entry.item.ids.front())},
                    {"number", model::number_or_null(entry.item.number)},
                    {"title", entry.item.title},
                    {"state", name_of(entry.item.state)},
                    {"slips", entry.slips.size()},
                    {"weeks", weeks_json(entry)},
                    {"decisions", decisions_json(entry)},
                    {"wants_decision", entry.wants_decision}});
  }
  return list;
}

}  // namespace papers::cli
