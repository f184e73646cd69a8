// Deciding: what becomes of an item that was put off too often, and what follows from it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "papers/library.hpp"

#include "app/decision.hpp"
#include "app/this_week.hpp"

namespace papers::app {

struct Ruling {
  Verdict verdict = Verdict::skim;
  std::vector<std::string> parts = {};  ///< to split it into
  std::optional<Item> stand_in = {};    ///< to swap it for; an item of the library
  std::string because = {};
};

/// Carries a ruling out and writes it down: splits; sets the level to skim; links the stand-in, queues it and
/// parks the item; parks; drops. Gives the items that it changed or made, `item` first. Throws Failure as
/// split() and add_link() do.
std::vector<Item> decide(Change& change, Item item, const Ruling& ruling, const ThisWeek& now, Time time);

/// What follows when the reader gives an item another state, by whatever command: plans that have not ended
/// follow it, and parking or dropping what slipped often is a decision.
void follow_state(Change& change, const Item& before, const Item& after, const ThisWeek& now, Time time);

}  // namespace papers::app
