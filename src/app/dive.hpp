// Diving: one step back from the item on top of the trail, with a question, and no further than the limit.
//
// Beyond the limit the paper is parked and its question kept; the reader stays where he is. What is not in
// the library is fetched first, so no lock is held while the network is slow.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "papers/clock.hpp"
#include "papers/library.hpp"
#include "papers/source.hpp"

#include "app/backtrack_meter.hpp"
#include "app/follow.hpp"
#include "app/trail.hpp"

namespace papers::app {

struct DiveWishes {
  std::string text;      ///< an item, sought among the references of the current paper first, or a REF
  std::string question;  ///< one clean line; "" for none
  bool force = false;    ///< go beyond the limit, or into what was dropped
  int limit = 2;         ///< steps from the root
  FollowLimits follow;   ///< for what a paper that is fetched cites
};

struct DiveReport {
  bool refused = false;  ///< beyond the limit: the reader is where he was
  bool there = false;  ///< the reader is at the item already: nothing changed but for a question, noted there
  Item item;           ///< as it is now
  State before = State::found;
  BacktrackMeter meter;
  std::optional<Question> question;  ///< the one that led there
  std::vector<Stop> stops;           ///< the trail as it is now
  std::vector<std::string> warnings;
  bool interrupted = false;  ///< while references were fetched; what arrived is kept
};

/// An item that is found, queued, paused or parked is being read afterwards; one that was read stays so, for
/// looking something up undoes nothing. A question that is open already is not asked twice.
/// Throws Failure: no_match without a trail or when nothing fits, refused for what is further up the trail
/// and, without `force`, for what was dropped; what the sources say when something cannot be fetched.
[[nodiscard]] DiveReport dive(const DiveWishes& wishes, Library& library, const SourcesOpener& open_sources,
                              Clock& clock, Progress& progress, bool dry_run);

}  // namespace papers::app
