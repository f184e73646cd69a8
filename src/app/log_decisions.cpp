#include "app/log_decisions.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "app/decision.hpp"
#include "app/log_saying.hpp"
#include "app/question.hpp"
#include "util/calendar.hpp"
#include "weekly/report_words.hpp"

namespace papers::app {
namespace {

std::optional<Decision> read_decision(const std::string& text, const Item& item, int slips) {
  for (const weekly::ReportWords& words : weekly::k_report_words) {
    const std::size_t end = std::min(text.find(words.comma), text.size());
    const auto name = weekly::decision_named(std::string_view(text).substr(0, end));
    const auto verdict = name ? verdict_named(*name) : std::nullopt;
    if (verdict) {
      const std::size_t rest = std::min(end + words.comma.size(), text.size());
      return Decision{item.ids.front(), *verdict, slips, text.substr(rest), ""};
    }
  }
  return std::nullopt;
}

bool is_last(const Library& library, const Decision& decision, const Item& item) {
  const std::vector<Decision> all = decisions(library);
  const auto last =
      std::find_if(all.rbegin(), all.rend(), [&](const Decision& one) { return is_named(item, one.item); });
  return last != all.rend() && last->verdict == decision.verdict && last->because == decision.because;
}

void keep_note(Change& change, const std::string& text, const std::string& moment, Item& item) {
  const auto is_it = [&](const Note& note) { return note.text == text; };
  if (std::none_of(item.notes.begin(), item.notes.end(), is_it)) {
    item.notes.push_back({moment, "note", text});
    change.save(item);
  }
}

}  // namespace

void keep_decision(Change& change, const Mention& mention, Item& item) {
  const auto& slip = mention.entry->slip;
  if (!slip || slip->decision.empty() || mention.week->date.empty()) {
    return;
  }
  const std::string moment = moment_on(mention.week->last_day);
  auto decision = read_decision(slip->decision, item, slip->weeks);
  if (!decision) {
    keep_note(change, slip->decision, moment, item);
  } else if (!is_last(change.library(), *decision, item)) {
    save_decision(change, *std::move(decision), *util::from_moment(moment));
  }
}

}  // namespace papers::app
