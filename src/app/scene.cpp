#include "app/scene.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "app/deferral.hpp"

namespace papers::app {
namespace {

constexpr std::array k_readable{State::queued, State::reading, State::paused};

/// Whether more relevance, slips, focus or urgency never moves an item down. Only then do the leading
/// candidates of every sort hold the best of all.
bool is_steady(const RankWeights& weights) {
  constexpr std::array<std::string_view, 4> k_terms{"relevance", "slips", "focus", "unlocks"};
  return std::all_of(k_terms.begin(), k_terms.end(),
                     [&](std::string_view term) { return weight_of(weights, term) >= 0; });
}

auto sort_of(const Candidate& one) {
  return std::tuple(one.state, one.priority, std::string_view(one.due), one.keys_read, one.key_references);
}

class Builder {
 public:
  Builder(const Library& library, const RankWeights& weights, const ThisWeek& now, const SceneWishes& wishes)
      : m_library(library), m_weights(weights), m_now(now), m_wishes(wishes) {}

  Scene build() {
    read_range();
    m_deferred = deferred(m_library, m_now.today);
    read_what_was_said();
    read_leading();
    read_rows(m_said_of);
    suppose();
    lend_urgency();
    return std::move(m_scene);
  }

 private:
  void read_range();
  void read_what_was_said();
  void read_leading();
  void read_rows(const std::vector<std::int64_t>& rows);
  void suppose();
  void add(Candidate candidate);
  void read_more_urgent();
  [[nodiscard]] std::vector<std::size_t> most_urgent() const;
  void lend_urgency();

  const Library& m_library;
  const RankWeights& m_weights;
  const ThisWeek& m_now;
  const SceneWishes& m_wishes;
  Scene m_scene;
  std::unordered_map<std::int64_t, std::size_t> m_places;  ///< of candidates, by row
  std::unordered_map<std::int64_t, std::string> m_deferred;
  std::unordered_map<std::int64_t, int> m_slips;
  std::unordered_set<std::int64_t> m_focus;
  std::vector<std::int64_t> m_said_of;  ///< rows with slips or in focus
};

void Builder::read_range() {
  m_scene.context.today = m_now.today;
  if (const auto range = m_library.relevance_range(k_readable)) {
    std::tie(m_scene.context.least_relevance, m_scene.context.most_relevance) = *range;
  }
}

void Builder::read_what_was_said() {
  for (const Slipped& slipped : m_library.slipped()) {
    m_slips.emplace(slipped.row, static_cast<int>(slipped.weeks.size()));
    m_said_of.push_back(slipped.row);
  }
  const bool supposed = m_wishes.supposing && m_wishes.supposing->focus;
  if (const auto focus = supposed ? m_wishes.supposing->focus : focus_of(m_library, m_now.week.id)) {
    m_scene.context.focus = focus_words(m_library, *focus);
    for (const std::int64_t row : rows_in_focus(m_library, *focus)) {
      m_focus.insert(row);
      m_said_of.push_back(row);
    }
  }
}

/// The deferred ones, and one that is supposed to be another, may take places among the leading.
void Builder::read_leading() {
  const std::size_t spare = m_deferred.size() + 1;
  const bool all = m_wishes.most > std::numeric_limits<std::size_t>::max() - spare || !is_steady(m_weights);
  for (Candidate& candidate : all ? m_library.candidates(k_readable)
                                  : m_library.leading_candidates(k_readable, m_wishes.most + spare)) {
    add(std::move(candidate));
  }
}

void Builder::read_rows(const std::vector<std::int64_t>& rows) {
  std::vector<std::int64_t> missing;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(missing),
               [this](std::int64_t row) { return !m_places.contains(row); });
  for (Candidate& candidate : m_library.candidates_at(missing, k_readable)) {
    add(std::move(candidate));
  }
}

void Builder::suppose() {
  if (!m_wishes.supposing) {
    return;
  }
  const Supposition& other = *m_wishes.supposing;
  read_rows({other.row});
  if (const auto place = m_places.find(other.row); place != m_places.end()) {
    Candidate& candidate = m_scene.candidates[place->second];
    candidate.priority = other.priority;
    candidate.due = other.due;
    candidate.state = other.state;
  }
}

void Builder::add(Candidate candidate) {
  if (m_deferred.contains(candidate.row) || m_places.contains(candidate.row)) {
    return;
  }
  const auto slips = m_slips.find(candidate.row);
  candidate.slips = slips == m_slips.end() ? 0 : slips->second;
  candidate.in_focus = m_focus.contains(candidate.row);
  m_places.emplace(candidate.row, m_scene.candidates.size());
  m_scene.candidates.push_back(std::move(candidate));
}

/// The places of all urgent candidates, most urgent first, at most k_most_urgent.
std::vector<std::size_t> Builder::most_urgent() const {
  std::vector<std::pair<double, std::size_t>> urgent;
  for (std::size_t place = 0; place < m_scene.candidates.size(); ++place) {
    if (const double u = urgency(m_scene.candidates[place], m_scene.context); u > 0) {
      urgent.emplace_back(u, place);
    }
  }
  const auto rest = urgent.begin() + static_cast<std::ptrdiff_t>(std::min(k_most_urgent, urgent.size()));
  std::partial_sort(urgent.begin(), rest, urgent.end(), [this](const auto& a, const auto& b) {
    const Candidate& first = m_scene.candidates[a.second];
    const Candidate& second = m_scene.candidates[b.second];
    return std::tuple(-a.first, -first.relevance, -first.cited_by, std::string_view(first.added),
                      std::string_view(first.id)) < std::tuple(-b.first, -second.relevance, -second.cited_by,
                                                               std::string_view(second.added),
                                                               std::string_view(second.id));
  });
  std::vector<std::size_t> places;
  std::transform(urgent.begin(), rest, std::back_inserter(places),
                 [](const auto& one) { return one.second; });
  return places;
}

/// Of a sort, only the leading ones were read; the urgent among the others count as well.
void Builder::read_more_urgent() {
  std::vector<Candidate> seen;
  for (const std::size_t place : most_urgent()) {
    const Candidate one = m_scene.candidates[place];
    const bool is_new = std::none_of(seen.begin(), seen.end(),
                                     [&](const Candidate& other) { return sort_of(other) == sort_of(one); });
    if (is_new) {
      seen.push_back(one);
      for (Candidate& candidate : m_library.candidates_like(one, k_most_urgent + m_deferred.size() + 1)) {
        add(std::move(candidate));
      }
    }
  }
}

void Builder::lend_urgency() {
  read_more_urgent();
  for (const std::size_t place : most_urgent()) {
    const Candidate one = m_scene.candidates[place];
    const std::vector<std::int64_t> cited = m_library.rows_cited_by(one.row);
    read_rows(cited);
    const double lent = urgency(one, m_scene.context);
    for (const std::int64_t row : cited) {
      const auto other = m_places.find(row);
      if (other != m_places.end() && row != one.row) {
        m_scene.candidates[other->second].dependants += lent;
        m_scene.dependants[row].push_back(place);
      }
    }
  }
}

}  // namespace

const Candidate* Scene::at_row(std::int64_t row) const {
  const auto found = std::find_if(candidates.begin(), candidates.end(),
                                  [row](const Candidate& one) { return one.row == row; });
  return found == candidates.end() ? nullptr : &*found;
}

Scene scene_of(const Library& library, const RankWeights& weights, const ThisWeek& now,
               const SceneWishes& wishes) {
  return Builder(library, weights, now, wishes).build();
}

}  // namespace papers::app
