#include "app/why_not.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "app/deferral.hpp"
#include "app/short_name.hpp"
#include "util/calendar.hpp"

namespace papers::app {
namespace {

constexpr int k_farthest_day = 365;

/// Why an item can never be proposed as it is.
std::string obstacle_of(const Library& library, const Item& item, const ThisWeek& now) {
  const std::string name = typed_name(item);
  switch (item.state) {
    case State::found:
      return fmt::format("it is not in the queue; put it there with: papers keep {}", name);
    case State::parked:
      return fmt::format("it is parked; put it in the queue with: papers keep {}", name);
    case State::dropped:
      return fmt::format("it is dropped; put it in the queue with: papers keep {}", name);
    case State::read:
      return fmt::format("it is read; read it again with: papers start {}", name);
    default:
      break;
  }
  const auto until = deferred_until(library, item);
  return until && *until > now.today
             ? fmt::format("it is deferred until {}; end that with: papers defer {} none", *until, name)
             : "";
}

class Trials {
 public:
  Trials(const Library& library, const RankWeights& weights, const ThisWeek& now, const Item& item)
      : m_library(library), m_weights(weights), m_now(now), m_item(item) {}

  std::vector<Remedy> remedies(int most_reading) {
    try_priorities();
    try_due(m_item.priority);
    if (m_remedies.empty()) {
      try_due(Priority::high);
    }
    try_focus();
    if (m_library.count(State::reading) < most_reading) {
      try_start();
    }
    return std::move(m_remedies);
  }

 private:
  [[nodiscard]] Supposition as_it_is() const {
    return {m_item.row, m_item.priority, m_item.due.value_or(""), m_item.state, std::nullopt};
  }
  [[nodiscard]] bool comes_first(const Supposition& supposed) const {
    const Scene scene = scene_of(m_library, m_weights, m_now, {.most = 1, .supposing = supposed});
    const std::vector<Placed> best = rank(scene.candidates, scene.context, m_weights, 1);
    return !best.empty() && scene.candidates[best.front().candidate].row == m_item.row;
  }
  [[nodiscard]] bool comes_first(std::optional<Priority> priority, int days) const {
    Supposition supposed = as_it_is();
    supposed.priority = priority;
    supposed.due = util::add_days(m_now.today, days);
    return comes_first(supposed);
  }
  void propose(std::vector<std::string> words) { m_remedies.push_back({std::move(words)}); }

  void try_priorities();
  void try_due(std::optional<Priority> priority);
  void try_focus();
  void try_start();

  const Library& m_library;
  const RankWeights& m_weights;
  const ThisWeek& m_now;
  const Item& m_item;
  std::vector<Remedy> m_remedies;
};

/// The lowest that does.
void Trials::try_priorities() {
  for (const Priority priority : {Priority::medium, Priority::high}) {
    Supposition supposed = as_it_is();
    supposed.priority = priority;
    if (priority != m_item.priority && comes_first(supposed)) {
      propose({"set", typed_name(m_item), "--priority", std::string(name_of(priority))});
      return;
    }
  }
}

/// The latest day that does, from today on. A later day has fewer points, so the border is found by halving;
/// what it lends to the papers that it cites might upset that, so the day that is found is tried once more.
void Trials::try_due(std::optional<Priority> priority) {
  if (!comes_first(priority, 0)) {
    return;
  }
  int last = 0;
  for (int beyond = k_farthest_day + 1; beyond - last > 1;) {
    const int middle = last + (beyond - last) / 2;
    (comes_first(priority, middle) ? last : beyond) = middle;
  }
  const std::string day = util::add_days(m_now.today, last);
  if (m_item.due && *m_item.due <= day && priority == m_item.priority) {
    return;
  }
  std::vector<std::string> words{"set", typed_name(m_item), "--due", day};
  if (priority != m_item.priority) {
    words.insert(words.end(), {"--priority", std::string(name_of(*priority))});
  }
  propose(std::move(words));
}

void Trials::try_focus() {
  for (const std::string& tag : m_item.tags) {
    Supposition supposed = as_it_is();
    supposed.focus = Focus{tag};
    if (comes_first(supposed)) {
      propose({"focus", tag});
      return;
    }
  }
}

void Trials::try_start() {
  Supposition supposed = as_it_is();
  supposed.state = State::reading;
  if (m_item.state != State::reading && comes_first(supposed)) {
    propose({"start", typed_name(m_item)});
  }
}

/// Its place and terms among all that can be proposed.
Choice placed_choice(const Library& library, const RankWeights& weights, const Scene& scene,
                     const Item& item) {
  const std::vector<Placed> all = rank(scene.candidates, scene.context, weights, scene.candidates.size());
  const auto found = std::find_if(all.begin(), all.end(), [&](const Placed& placed) {
    return scene.candidates[placed.candidate].row == item.row;
  });
  Choice choice = explained(library, weights, scene, *found, item);
  choice.rank = static_cast<int>(found - all.begin()) + 1;
  return choice;
}

}  // namespace

WhyNot why_not(const Library& library, const RankWeights& weights, const ThisWeek& now, const Item& item,
               int most_reading) {
  const auto one_state = library.snapshot();
  WhyNot result;
  result.obstacle = obstacle_of(library, item, now);
  auto first = choose(library, weights, now, {1});
  if (!first.empty()) {
    result.first = std::move(first.front());
  }
  const Scene scene = scene_of(library, weights, now);
  result.candidates = scene.candidates.size();
  if (!result.obstacle.empty() || scene.at_row(item.row) == nullptr) {
    return result;
  }
  result.item = placed_choice(library, weights, scene, item);
  if (result.item->rank > 1) {
    result.remedies = Trials(library, weights, now, item).remedies(most_reading);
  }
  return result;
}

}  // namespace papers::app
