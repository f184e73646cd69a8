// TrailKeeper: how trails change, within one command.
#pragma once

#include <optional>
#include <vector>

#include "papers/clock.hpp"
#include "papers/library.hpp"

#include "app/trail.hpp"

namespace papers::app {

class TrailKeeper {
 public:
  /// The change must outlive it. What it saves lasts when the change does.
  TrailKeeper(Change& change, Time now);

  struct Beginning {
    Trail trail;                 ///< the current one from now on
    bool resumed = false;        ///< it was there already
    std::optional<Trail> aside;  ///< the one that was current, when it was another
  };
  /// Goes on with the current trail when the item is on it, else with the newest one that begins or stops
  /// at the item, else begins a new one there.
  Beginning begin(const Item& item);

  void step_to(Trail& trail, TrailStep step);
  /// Takes away the top. The root stays: a trail without it is none.
  void step_back(Trail& trail);

  struct Departure {
    Trail trail;         ///< as it is now
    bool ended = false;  ///< the item was its root
  };
  /// What is finished or dropped is not on top of a trail any more: trails that began there end, those that
  /// stopped there go one step back. The others stay as they are.
  std::vector<Departure> leave(const Item& item);

 private:
  [[nodiscard]] std::optional<Trail> trail_with(const Item& item) const;

  Change& m_change;
  Time m_now;
};

}  // namespace papers::app
