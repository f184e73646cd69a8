// The terms of the ranking, one a file. A new one is a file, a line here and a line in registry.cpp.
//
// How the default weights were chosen, as promises that rank_test.cpp keeps. A fresh item is one that has no
// due date, never slipped, was not begun, and is not in the week's focus:
//   where the reader has said nothing and read nothing, the order is that of relevance;
//   an item that slipped four times beats every fresh one of its priority;
//   an item due today beats every fresh one, also those of high priority;
//   what is being read beats every fresh one, so that begun papers are finished.
#pragma once

#include "papers/ranking.hpp"

namespace papers::terms {

extern const RankTerm k_due;
extern const RankTerm k_slips;
extern const RankTerm k_reading;
extern const RankTerm k_relevance;
extern const RankTerm k_priority;
extern const RankTerm k_focus;
extern const RankTerm k_unlocks;
extern const RankTerm k_ready;

}  // namespace papers::terms
