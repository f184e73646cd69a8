// The terms of the ranking, one a file. A new one is a file, a line here and a line in registry.cpp.
//
// How the default weights were chosen, as promises that rank_test.cpp keeps:
//   an item due today beats a fresh one of high priority, however often that is cited;
//   what is being read beats everything without a due date, so that begun papers are finished;
//   of two items alike in everything else, the one that waited longer comes first.
#pragma once

#include "papers/ranking.hpp"

namespace papers::terms {

extern const RankTerm k_due;
extern const RankTerm k_reading;
extern const RankTerm k_priority;
extern const RankTerm k_citations;
extern const RankTerm k_age;

}  // namespace papers::terms
