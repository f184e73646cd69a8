#include "app/scene.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <span>
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

/// Of every sort that was read to the limit the last one: what is left of such a sort is no more relevant.
std::vector<Candidate> last_of_long_sorts(const std::vector<Candidate>& leading, std::size_t limit) {
  std::vector<Candidate> last;
  for (std::size_t i = limit - 1; i < leading.size(); ++i) {
    if (sort_of(leading[i]) == sort_of(leading[i + 1 - limit])) {  // those of a sort lie together
      last.push_back(leading[i]);
    }
  }
  return last;
}

/// An urgent candidate lends its urgency to what it cites.
struct Loan {
  std::int64_t row = 0;   ///< of what is cited
  std::size_t place = 0;  ///< of the candidate
  double urgency = 0;
};

/// In the order given, so that it is the same whatever was read.
double sum_of(std::span<const Loan> loans) {
  return std::accumulate(loans.begin(), loans.end(), 0.0,
                         [](double sum, const Loan& loan) { return sum + loan.urgency; });
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
  [[nodiscard]] std::vector<std::size_t> most_urgent() const;
  void lend_urgency();
  [[nodiscard]] std::span<const Loan> loans_to(std::int64_t row) const;
  void borrow(Candidate& candidate);
  void read_lifted();
  [[nodiscard]] bool may_be_among_the_best(double loan) const;

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
  std::vector<Candidate> m_last;        ///< read of the sorts of which more may be left
  std::vector<Loan> m_loans;            ///< by row; of one row the most urgent first
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

/// Of every sort as many as are wanted, and as many as may be urgent. The deferred ones, and one that is
/// supposed to be another, may take places among them.
void Builder::read_leading() {
  const std::size_t spare = m_deferred.size() + 1;
  const std::size_t most = std::max(m_wishes.most, k_most_urgent);
  std::vector<Candidate> leading;
  if (most > std::numeric_limits<std::size_t>::max() - spare || !is_steady(m_weights)) {
    leading = m_library.candidates(k_readable);
  } else {
    leading = m_library.leading_candidates(k_readable, most + spare);
    m_last = last_of_long_sorts(leading, most + spare);
  }
  m_scene.candidates.reserve(leading.size());
  for (Candidate& candidate : leading) {
    add(std::move(candidate));
  }
}

void Builder::read_rows(const std::vector<std::int64_t>& rows) {
  std::vector<std::int64_t> missing;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(missing),
               [this](std::int64_t row) { return !m_places.contains(row); });
  if (missing.empty()) {
    return;
  }
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
  borrow(candidate);
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

void Builder::lend_urgency() {
  for (const std::size_t place : most_urgent()) {
    const Candidate& one = m_scene.candidates[place];
    const double urgent = urgency(one, m_scene.context);
    for (const std::int64_t row : m_library.rows_cited_by(one.row)) {
      if (row != one.row) {
        m_loans.push_back({row, place, urgent});
      }
    }
  }
  std::stable_sort(m_loans.begin(), m_loans.end(),
                   [](const Loan& a, const Loan& b) { return a.row < b.row; });
  for (Candidate& candidate : m_scene.candidates) {
    borrow(candidate);
  }
  read_lifted();
}

std::span<const Loan> Builder::loans_to(std::int64_t row) const {
  const auto begins = std::partition_point(m_loans.begin(), m_loans.end(),
                                           [row](const Loan& loan) { return loan.row < row; });
  const auto ends = std::find_if(begins, m_loans.end(), [row](const Loan& loan) { return loan.row != row; });
  return {begins, ends};
}

void Builder::borrow(Candidate& candidate) {
  const std::span<const Loan> loans = loans_to(candidate.row);
  candidate.dependants = sum_of(loans);
  for (const Loan& loan : loans) {
    m_scene.dependants[candidate.row].push_back(loan.place);
  }
}

/// What is cited by the urgent ones and does not lead its sort: those to which most is lent first, and no
/// more of them than may come among the best by it, for each costs the reading of a page.
void Builder::read_lifted() {
  constexpr std::size_t k_at_once = 32;
  std::vector<std::pair<double, std::int64_t>> lifted;
  for (std::size_t i = 0; i < m_loans.size();) {
    const std::span<const Loan> loans = loans_to(m_loans[i].row);
    if (!m_places.contains(m_loans[i].row)) {
      lifted.emplace_back(sum_of(loans), m_loans[i].row);
    }
    i += loans.size();
  }
  std::sort(lifted.begin(), lifted.end(), std::greater());
  for (std::size_t i = 0; i < lifted.size() && may_be_among_the_best(lifted[i].first); i += k_at_once) {
    std::vector<std::int64_t> rows;
    for (std::size_t j = i; j < std::min(i + k_at_once, lifted.size()); ++j) {
      rows.push_back(lifted[j].second);
    }
    read_rows(rows);
  }
}

/// Whether a candidate that was not read may be, were so much lent to it: it is no better than the last one
/// that was read of its sort.
bool Builder::may_be_among_the_best(double loan) const {
  if (m_last.empty()) {
    return false;  // all was read
  }
  std::vector<Candidate> unread = m_last;
  for (Candidate& candidate : unread) {
    candidate.dependants = loan;
  }
  const std::vector<Placed> at_best = rank(unread, m_scene.context, m_weights, 1);
  const std::vector<Placed> best = rank(m_scene.candidates, m_scene.context, m_weights, m_wishes.most);
  return !best.empty() && at_best.front().score >= best.back().score;
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
