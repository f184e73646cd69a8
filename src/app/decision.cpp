#include "app/decision.hpp"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "papers/error.hpp"

#include "model/item_json.hpp"
#include "model/json_value.hpp"
#include "util/calendar.hpp"
#include "util/unique_id.hpp"

namespace papers::app {
namespace {

using model::Json;
using model::member;

constexpr const char* k_kind = "decision";
constexpr int k_most_slips = 100'000;
constexpr std::array<std::string_view, k_verdicts.size()> k_names{"split", "skim", "swap", "park", "drop"};

Verdict read_verdict(const Json& value) {
  const auto verdict = verdict_named(model::read_line("decision", value));
  if (!verdict) {
    throw model::bad_value("decision", value, "split, skim, swap, park or drop");
  }
  return *verdict;
}

}  // namespace

std::string_view name_of(Verdict verdict) {
  return k_names[static_cast<std::size_t>(verdict)];
}

std::optional<Verdict> verdict_named(std::string_view name) {
  const auto* const place = std::find(k_names.begin(), k_names.end(), name);
  return place == k_names.end()
             ? std::nullopt
             : std::optional(k_verdicts[static_cast<std::size_t>(place - k_names.begin())]);
}

Result<Decision> decision_of(const Record& record) {
  try {
    const Json body = value_or_throw(model::parse_json(record.body));
    return Decision{model::read_identifier("item", member(body, "item")),
                    read_verdict(member(body, "decision")),
                    model::read_int("slips", member(body, "slips"), 0, k_most_slips).value_or(0),
                    model::read_line("because", member(body, "because")),
                    model::read_moment("made", member(body, "made"))};
  } catch (const Failure& failure) {
    return Error{failure.code(), failure.what()};
  }
}

std::vector<Decision> decisions(const Library& library) {
  std::vector<Decision> all;
  for (const Record& record : library.records(k_kind)) {
    if (auto decision = decision_of(record)) {
      all.push_back(*std::move(decision));
    }
  }
  return all;
}

void save_decision(Change& change, Decision decision, Time now) {
  decision.made = util::to_moment(now);
  const Json body{{"item", format(decision.item)},
                  {"decision", name_of(decision.verdict)},
                  {"slips", decision.slips},
                  {"because", model::text_or_null(decision.because)},
                  {"made", decision.made}};
  change.save(Record{k_kind, util::unique_id(now), model::dump(body)});
}

}  // namespace papers::app
