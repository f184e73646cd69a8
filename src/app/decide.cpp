#include "app/decide.hpp"

#include <fmt/format.h>

#include "app/ledger.hpp"
#include "app/links.hpp"
#include "app/plan.hpp"
#include "app/reading.hpp"
#include "app/short_name.hpp"
#include "app/split.hpp"

namespace papers::app {
namespace {

std::vector<Item> do_split(Change& change, Item& item, const Ruling& ruling, Time time) {
  return split(change, item, ruling.parts, time);
}

std::vector<Item> do_skim(Change& change, Item& item, const Ruling& /*ruling*/, Time /*time*/) {
  item.level = Level::skim;
  item.effort_minutes.reset();  // it was meant for reading the whole
  change.save(item);
  return {};
}

std::vector<Item> do_swap(Change& change, Item& item, const Ruling& ruling, Time time) {
  if (!ruling.stand_in) {
    throw Failure(ExitCode::usage,
                  "swap: name the item that stands in for it: papers decide ITEM swap OTHER");
  }
  Item other = *ruling.stand_in;
  add_link(change, other, model::Relation::replaces, item, time);
  keep(other);
  other.priority = other.priority ? other.priority : item.priority;
  other.due = other.due ? other.due : item.due;
  change.save(other);
  park(item, fmt::format("{} stands in for it", name_in_words(other)), time);
  change.save(item);
  return {other};
}

std::vector<Item> do_park(Change& change, Item& item, const Ruling& ruling, Time time) {
  park(item, ruling.because, time);
  change.save(item);
  return {};
}

std::vector<Item> do_drop(Change& change, Item& item, const Ruling& ruling, Time time) {
  drop(item, ruling.because, time);
  change.save(item);
  return {};
}

/// By verdict.
constexpr std::array<std::vector<Item> (*)(Change&, Item&, const Ruling&, Time), k_verdicts.size()> k_acts{
    do_split, do_skim, do_swap, do_park, do_drop};

}  // namespace

std::vector<Item> decide(Change& change, Item item, const Ruling& ruling, const ThisWeek& now, Time time) {
  const int slips = item.slips;
  std::vector<Item> changed = k_acts[static_cast<std::size_t>(ruling.verdict)](change, item, ruling, time);
  plans_follow(change, item, now, time);
  save_decision(change, {item.ids.front(), ruling.verdict, slips, ruling.because, {}}, time);
  changed.insert(changed.begin(), item);
  return changed;
}

void follow_state(Change& change, const Item& before, const Item& after, const ThisWeek& now, Time time) {
  if (before.state == after.state) {
    return;
  }
  plans_follow(change, after, now, time);
  const bool given_up = after.state == State::parked || after.state == State::dropped;
  if (given_up && before.slips >= k_slips_to_decide) {
    const Verdict verdict = after.state == State::parked ? Verdict::park : Verdict::drop;
    save_decision(change, {after.ids.front(), verdict, before.slips, {}, {}}, time);
  }
}

}  // namespace papers::app
