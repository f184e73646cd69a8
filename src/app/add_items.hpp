// Adding: from what a reader pastes to items of the library.
//
// Three steps, so that no lock is held while the network is slow: understand (local), fetch
// (network), keep (one change of the library). Whatever arrived is kept, also after Ctrl-C.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "papers/library.hpp"
#include "papers/source.hpp"

#include "app/add_report.hpp"

namespace papers::app {

/// What the reader says about the items besides their names.
struct AddWishes {
  std::optional<Priority> priority;
  std::optional<std::string> due;
  std::vector<std::string> tags;
  std::optional<Kind> kind;
  std::optional<int> effort_minutes;
  std::optional<State> state;        ///< queued unless said otherwise
  std::optional<std::string> title;  ///< for a single item; without any ref it makes an item of its own
  bool references = true;            ///< follow what the papers cite, within the limits
  FollowLimits limits;
  /// Looks at each item that is about to be added or kept, before it has a key and a number and while other
  /// processes may write; a Failure keeps that one out, as refused when that is its code.
  std::function<void(const Item&)> before_adding = {};
};

/// Opens the sources only when something must be fetched. With `dry_run` nothing is stored: items
/// in the report are as they would be.
[[nodiscard]] AddReport add_items(const std::vector<std::string>& texts, const AddWishes& wishes,
                                  Library& library, const SourcesOpener& open_sources, Clock& clock,
                                  Progress& progress, bool dry_run);

}  // namespace papers::app
