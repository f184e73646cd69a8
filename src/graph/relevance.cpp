// The sum of the four terms. Everything is done by place, a paper's rank by key, so that the order in which
// the caller numbers its nodes cannot show in the last bits of a sum.

#include "papers/relevance.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <string_view>
#include <tuple>

#include "graph/links.hpp"
#include "graph/median.hpp"
#include "graph/nearness.hpp"
#include "graph/title_similarity.hpp"

namespace papers {
namespace {

using graph::Links;
using graph::Place;

/// The terms, and what multiplies each.
struct TermWeight {
  RelevancePart Relevance::*part;
  double weight;
};
constexpr double k_points = 10;  // a score's unit is too coarse to be shown as whole numbers

constexpr RelevanceWeights k_weights;
constexpr TermWeight k_near{&Relevance::near, k_weights.near};
constexpr TermWeight k_cites{&Relevance::cites, k_weights.cites};
constexpr TermWeight k_gap{&Relevance::gap, k_weights.gap};
constexpr TermWeight k_title{&Relevance::title, k_weights.title};

/// Which papers are judged, and by which.
enum class Mode {
  candidates,    ///< the candidates, by all kept papers
  leave_one_out  ///< the kept papers with links, each by the others
};

std::vector<Node> by_key(std::span<const KnownPaper> papers) {
  std::vector<Node> order(papers.size());
  std::iota(order.begin(), order.end(), Node{0});
  std::sort(order.begin(), order.end(), [&](Node a, Node b) { return papers[a].key < papers[b].key; });
  return order;
}

class Question {
 public:
  Question(const CitationGraph& graph, std::span<const KnownPaper> papers, const RelevanceWishes& wishes,
           Mode mode)
      : m_graph(graph),
        m_papers(papers),
        m_wishes(wishes),
        m_mode(mode),
        m_order(by_key(papers)),
        m_links(graph, m_order),
        m_kept(places_of(Role::kept)),
        m_judged(mode == Mode::leave_one_out ? linked_among(m_kept) : places_of(Role::candidate)) {}

  RelevanceResult answer() {
    for (const Place place : m_judged) {
      m_result.papers.emplace_back().node = m_order[place];
    }
    m_result.kept = m_kept.size();
    add_near();
    add_cites();
    add_gap();
    add_title();
    sum_up();
    return std::move(m_result);
  }

 private:
  [[nodiscard]] const KnownPaper& paper(Place place) const { return m_papers[m_order[place]]; }
  [[nodiscard]] std::vector<Place> places_of(Role role) const;
  [[nodiscard]] std::vector<Place> linked_among(std::vector<Place> places) const;
  [[nodiscard]] std::vector<Place> starts_by_mark() const;
  [[nodiscard]] std::vector<std::size_t> left_out(const std::vector<Place>& starts, std::size_t spare) const;
  std::vector<std::optional<int>> newest_years();
  void add_near();
  void add_cites();
  void add_gap();
  void add_title();
  void add_points(const TermWeight& term);
  void sum_up();
  [[nodiscard]] bool is_better(const Relevance& a, const Relevance& b) const;

  const CitationGraph& m_graph;
  std::span<const KnownPaper> m_papers;
  const RelevanceWishes& m_wishes;
  Mode m_mode;
  std::vector<Node> m_order;  ///< by place
  Links m_links;
  std::vector<Place> m_kept;
  std::vector<Place> m_judged;
  RelevanceResult m_result;  ///< its papers in the order of m_judged until they are sorted
};

std::vector<Place> Question::places_of(Role role) const {
  std::vector<Place> result;
  for (Place place = 0; place < m_order.size(); ++place) {
    if (paper(place).role == role) {
      result.push_back(place);
    }
  }
  return result;
}

std::vector<Place> Question::linked_among(std::vector<Place> places) const {
  std::erase_if(places, [this](Place place) { return m_links.degree(place) == 0; });
  return places;
}

/// The kept papers with links, those marked last first.
std::vector<Place> Question::starts_by_mark() const {
  std::vector<Place> result = linked_among(m_kept);
  std::sort(result.begin(), result.end(),
            [&](Place a, Place b) { return std::pair(paper(a).marked, a) > std::pair(paper(b).marked, b); });
  return result;
}

/// For each judged paper, the newest year among the kept papers that judge it.
std::vector<std::optional<int>> Question::newest_years() {
  std::optional<int> second;
  for (const Place place : m_kept) {
    const auto year = paper(place).year;  // nothing is less than any year
    second = std::max(second, std::min(m_result.newest_year, year));
    m_result.newest_year = std::max(m_result.newest_year, year);
  }
  std::vector<std::optional<int>> result(m_judged.size(), m_result.newest_year);
  if (m_mode == Mode::leave_one_out) {
    std::transform(m_judged.begin(), m_judged.end(), result.begin(), [&](Place place) {
      return paper(place).year == m_result.newest_year ? second : m_result.newest_year;
    });
  }
  return result;
}

/// For each judged paper the start that does not count for it: its own, else the spare one, else none.
std::vector<std::size_t> Question::left_out(const std::vector<Place>& starts, std::size_t spare) const {
  std::vector<std::size_t> result;
  for (const Place place : m_judged) {
    const auto own = std::lower_bound(starts.begin(), starts.end(), place);
    const bool is_start = own != starts.end() && *own == place;
    result.push_back(is_start ? static_cast<std::size_t>(own - starts.begin()) : spare);
  }
  return result;
}

/// When a paper that is left out is one of too many starts, the next start takes its place: a spare one.
void Question::add_near() {
  const bool leaves_out = m_mode == Mode::leave_one_out;
  std::vector<Place> starts = starts_by_mark();
  m_result.walks = std::min(starts.size(), k_max_walks);
  const std::size_t most = k_max_walks + (leaves_out ? 1 : 0);
  const auto spare = starts.size() >= most && leaves_out ? std::optional(starts[k_max_walks]) : std::nullopt;
  starts.resize(std::min(starts.size(), most));
  std::sort(starts.begin(), starts.end());
  const auto spare_place = spare ? std::lower_bound(starts.begin(), starts.end(), *spare) : starts.end();
  const std::vector<std::size_t> without =
      leaves_out ? left_out(starts, static_cast<std::size_t>(spare_place - starts.begin()))
                 : std::vector<std::size_t>();
  const graph::Nearness nearness = graph::nearness(m_links, starts, m_judged, without);
  for (std::size_t i = 0; i < m_judged.size(); ++i) {
    Relevance& judged = m_result.papers[i];
    judged.near.value = nearness.near[i];
    judged.close_to = nearness.close_to[i];
    judged.walks = starts.size() - (leaves_out && without[i] < starts.size() ? 1 : 0);
  }
}

void Question::add_cites() {
  for (Relevance& candidate : m_result.papers) {
    const auto citing = m_graph.citing(candidate.node);
    candidate.cited_by = citing.size();
    candidate.cited_by_kept = static_cast<std::size_t>(std::count_if(
        citing.begin(), citing.end(), [this](Node node) { return m_papers[node].role == Role::kept; }));
    candidate.cites.value = std::log1p(static_cast<double>(candidate.cited_by));
  }
}

void Question::add_gap() {
  const std::vector<std::optional<int>> newest = newest_years();
  std::vector<double> known;
  for (std::size_t i = 0; i < m_judged.size(); ++i) {
    const auto year = paper(m_judged[i]).year;
    if (year && newest[i]) {
      m_result.papers[i].years_older = std::max(0, *newest[i] - *year);
      known.push_back(*m_result.papers[i].years_older);
    }
  }
  const double usual = graph::median(known).value_or(0);
  for (std::size_t i = 0; i < m_judged.size(); ++i) {
    const double years = m_result.papers[i].years_older ? *m_result.papers[i].years_older : usual;
    m_result.papers[i].gap.value = newest[i] ? std::sqrt(years) : 0;
  }
}

void Question::add_title() {
  std::vector<std::string_view> titles;
  titles.reserve(m_order.size());
  for (const Node node : m_order) {
    titles.emplace_back(m_papers[node].title);
  }
  const graph::TitleSimilarity similarity(titles, m_kept);
  for (std::size_t i = 0; i < m_judged.size(); ++i) {
    graph::TitleMatch match = m_mode == Mode::leave_one_out ? similarity.match_with_others(m_judged[i])
                                                            : similarity.match(m_judged[i]);
    m_result.papers[i].title.value = match.similarity;
    m_result.papers[i].shared_words = std::move(match.shared);
  }
}

void Question::add_points(const TermWeight& term) {
  std::vector<double> all;
  for (Relevance& candidate : m_result.papers) {
    RelevancePart& part = candidate.*term.part;
    part.weight = term.weight;
    part.term = term.weight * part.value;
    candidate.score += part.term;
    all.push_back(part.term);
  }
  const double usual = graph::median(all).value_or(0);
  for (Relevance& candidate : m_result.papers) {
    (candidate.*term.part).points = k_points * ((candidate.*term.part).term - usual);
  }
}

void Question::sum_up() {
  constexpr double k_steps = 1e9;
  for (const TermWeight& term :
       {k_near, k_cites, m_wishes.classics ? TermWeight{k_gap.part, 0} : k_gap, k_title}) {
    add_points(term);
  }
  for (Relevance& candidate : m_result.papers) {
    candidate.score = std::round(candidate.score * k_steps) / k_steps;
  }
  std::stable_sort(m_result.papers.begin(), m_result.papers.end(),
                   [this](const Relevance& a, const Relevance& b) { return is_better(a, b); });
}

/// The stable sort leaves full ties in the order of their keys.
bool Question::is_better(const Relevance& a, const Relevance& b) const {
  return std::tuple(a.score, a.cited_by, m_papers[a.node].year) >
         std::tuple(b.score, b.cited_by, m_papers[b.node].year);
}

}  // namespace

RelevanceResult relevance(const CitationGraph& graph, std::span<const KnownPaper> papers,
                          const RelevanceWishes& wishes) {
  assert(papers.size() == graph.size());
  return Question(graph, papers, wishes, Mode::candidates).answer();
}

RelevanceResult relevance_of_kept(const CitationGraph& graph, std::span<const KnownPaper> papers,
                                  const RelevanceWishes& wishes) {
  assert(papers.size() == graph.size());
  return Question(graph, papers, wishes, Mode::leave_one_out).answer();
}

}  // namespace papers
