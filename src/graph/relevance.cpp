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

constexpr TermWeight k_near{&Relevance::near, 1};
constexpr TermWeight k_cites{&Relevance::cites, 0.6};
constexpr TermWeight k_gap{&Relevance::gap, -0.35};
constexpr TermWeight k_title{&Relevance::title, 2};

std::vector<Node> by_key(std::span<const KnownPaper> papers) {
  std::vector<Node> order(papers.size());
  std::iota(order.begin(), order.end(), Node{0});
  std::sort(order.begin(), order.end(), [&](Node a, Node b) { return papers[a].key < papers[b].key; });
  return order;
}

class Question {
 public:
  Question(const CitationGraph& graph, std::span<const KnownPaper> papers, const RelevanceWishes& wishes)
      : m_graph(graph),
        m_papers(papers),
        m_wishes(wishes),
        m_order(by_key(papers)),
        m_kept(places_of(Role::kept)),
        m_candidates(places_of(Role::candidate)) {}

  RelevanceResult answer() {
    for (const Place place : m_candidates) {
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
  [[nodiscard]] std::vector<Place> starts(const Links& links) const;
  [[nodiscard]] std::optional<int> newest_kept_year() const;
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
  std::vector<Node> m_order;  ///< by place
  std::vector<Place> m_kept;
  std::vector<Place> m_candidates;
  RelevanceResult m_result;  ///< its papers in the order of m_candidates until they are sorted
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

/// The kept papers with links, those marked last when there are too many, ascending.
std::vector<Place> Question::starts(const Links& links) const {
  std::vector<Place> result = m_kept;
  std::erase_if(result, [&](Place place) { return links.degree(place) == 0; });
  if (result.size() > k_max_walks) {
    std::sort(result.begin(), result.end(), [&](Place a, Place b) {
      return std::pair(paper(a).marked, a) > std::pair(paper(b).marked, b);
    });
    result.resize(k_max_walks);
    std::sort(result.begin(), result.end());
  }
  return result;
}

std::optional<int> Question::newest_kept_year() const {
  std::optional<int> newest;
  for (const Place place : m_kept) {
    newest = std::max(newest, paper(place).year);  // nothing is less than any year
  }
  return newest;
}

void Question::add_near() {
  const Links links(m_graph, m_order);
  const std::vector<Place> from = starts(links);
  m_result.walks = from.size();
  const graph::Nearness nearness = graph::nearness(links, from, m_candidates);
  for (std::size_t i = 0; i < m_candidates.size(); ++i) {
    m_result.papers[i].near.value = nearness.near[i];
    m_result.papers[i].close_to = nearness.close_to[i];
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
  m_result.newest_year = newest_kept_year();
  if (!m_result.newest_year) {
    return;
  }
  std::vector<double> known;
  for (Relevance& candidate : m_result.papers) {
    if (const auto year = m_papers[candidate.node].year) {
      candidate.years_older = std::max(0, *m_result.newest_year - *year);
      known.push_back(*candidate.years_older);
    }
  }
  const double usual = graph::median(known).value_or(0);
  for (Relevance& candidate : m_result.papers) {
    const double years = candidate.years_older ? *candidate.years_older : usual;
    candidate.gap.value = std::sqrt(years);
  }
}

void Question::add_title() {
  std::vector<std::string_view> titles;
  titles.reserve(m_order.size());
  for (const Node node : m_order) {
    titles.emplace_back(m_papers[node].title);
  }
  const graph::TitleSimilarity similarity(titles, m_kept);
  for (std::size_t i = 0; i < m_candidates.size(); ++i) {
    graph::TitleMatch match = similarity.match(m_candidates[i]);
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
  return Question(graph, papers, wishes).answer();
}

}  // namespace papers
