#include "app/trail_keeper.hpp"

#include <utility>

#include "util/calendar.hpp"
#include "util/unique_id.hpp"

namespace papers::app {

TrailKeeper::TrailKeeper(Change& change, Time now) : m_change(change), m_now(now) {}

std::optional<Trail> TrailKeeper::trail_with(const Item& item) const {
  const auto current = current_trail(m_change.library());
  if (current && step_at(*current, item)) {
    return current;
  }
  for (Trail& trail : unfinished_trails(m_change.library())) {
    const auto step = step_at(trail, item);
    if (step && (*step == 0 || *step + 1 == trail.steps.size())) {
      return std::move(trail);
    }
  }
  return std::nullopt;
}

TrailKeeper::Beginning TrailKeeper::begin(const Item& item) {
  Beginning beginning;
  const auto current = current_trail(m_change.library());
  if (auto trail = trail_with(item)) {
    beginning.trail = *std::move(trail);
    beginning.resumed = true;
  } else {
    beginning.trail.id = util::unique_id(m_now);
    beginning.trail.steps = {{item.ids.front(), util::to_moment(m_now)}};
  }
  if (current && current->id != beginning.trail.id) {
    beginning.aside = current;
    beginning.aside->aside = util::to_moment(m_now);
    m_change.save(record_of(*beginning.aside));
  }
  beginning.trail.aside.clear();
  m_change.save(record_of(beginning.trail));
  return beginning;
}

void TrailKeeper::step_to(Trail& trail, TrailStep step) {
  trail.steps.push_back(std::move(step));
  m_change.save(record_of(trail));
}

void TrailKeeper::step_back(Trail& trail) {
  if (trail.steps.size() > 1) {
    trail.steps.pop_back();
    m_change.save(record_of(trail));
  }
}

std::vector<TrailKeeper::Departure> TrailKeeper::leave(const Item& item) {
  std::vector<Departure> departures;
  for (Trail& trail : unfinished_trails(m_change.library())) {
    const auto step = step_at(trail, item);
    if (!step || (*step != 0 && *step + 1 != trail.steps.size())) {
      continue;
    }
    if (*step == 0) {
      trail.ended = util::to_moment(m_now);
      m_change.save(record_of(trail));
    } else {
      step_back(trail);
    }
    departures.push_back({trail, *step == 0});
  }
  return departures;
}

}  // namespace papers::app
