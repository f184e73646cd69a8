#include "app/network.hpp"

#include <algorithm>
#include <limits>

namespace papers::app {
namespace {

/// From rows, which are dense, to places in a list.
class Places {
 public:
  static constexpr std::size_t k_none = std::numeric_limits<std::size_t>::max();

  /// `items` ascending in row.
  explicit Places(const std::vector<Outline>& items)
      : m_places(items.empty() ? 0 : static_cast<std::size_t>(items.back().row) + 1, k_none) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      m_places[static_cast<std::size_t>(items[i].row)] = i;
    }
  }
  [[nodiscard]] std::size_t of(std::int64_t row) const {
    const auto index = static_cast<std::size_t>(row);
    return index < m_places.size() ? m_places[index] : k_none;
  }

 private:
  std::vector<std::size_t> m_places;
};

/// A citation of an item that came between the two reads is left out.
std::vector<Arc> arcs_between(const std::vector<Outline>& items, const std::vector<Citation>& citations) {
  const Places places(items);
  std::vector<Arc> arcs;
  arcs.reserve(citations.size());
  for (const Citation& citation : citations) {
    const Arc arc{places.of(citation.citing), places.of(citation.cited)};
    if (arc.first != Places::k_none && arc.second != Places::k_none) {
      arcs.push_back(arc);
    }
  }
  return arcs;
}

/// Leaves out what is neither a paper nor tied to one: to a title or a year it would count as one.
std::vector<Outline> papers_among(std::vector<Outline> items, const std::vector<Citation>& citations) {
  std::vector<bool> is_tied(items.size());
  for (const Arc& arc : arcs_between(items, citations)) {
    is_tied[arc.first] = true;
    is_tied[arc.second] = true;
  }
  std::vector<Outline> papers;
  papers.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (is_tied[i] || items[i].kind == Kind::paper || items[i].kind == Kind::book) {
      papers.push_back(std::move(items[i]));
    }
  }
  return papers;
}

Role role_of(State state) {
  if (is_kept(state)) {
    return Role::kept;
  }
  return state == State::found ? Role::candidate : Role::other;
}

CitationGraph graph_of(const std::vector<Outline>& papers, const std::vector<Citation>& citations) {
  return {papers.size(), arcs_between(papers, citations)};
}

}  // namespace

Network::Network(const Library& library) : m_graph(0, {}) {
  const std::vector<Citation> citations = library.citations();
  m_papers = papers_among(library.outlines(), citations);
  m_graph = graph_of(m_papers, citations);
}

std::optional<Node> Network::node_of(std::int64_t row) const {
  const auto place = std::lower_bound(m_papers.begin(), m_papers.end(), row,
                                      [](const Outline& paper, std::int64_t r) { return paper.row < r; });
  return place != m_papers.end() && place->row == row
             ? std::optional(static_cast<Node>(place - m_papers.begin()))
             : std::nullopt;
}

std::vector<Node> Network::roots() const {
  std::vector<Node> nodes;
  for (Node node = 0; node < m_papers.size(); ++node) {
    if (m_papers[node].root && is_kept(m_papers[node].state)) {
      nodes.push_back(node);
    }
  }
  return nodes;
}

std::vector<std::optional<int>> Network::depths(std::span<const Node> roots) const {
  std::vector<std::optional<int>> depths(size());
  std::vector<Node> reached(roots.begin(), roots.end());
  for (const Node root : roots) {
    depths[root] = 0;
  }
  for (std::size_t next = 0; next < reached.size(); ++next) {
    const Node citing = reached[next];
    if (m_papers[citing].state == State::dropped && depths[citing] != 0) {
      continue;
    }
    for (const Node cited : m_graph.cited(citing)) {
      if (!depths[cited]) {
        depths[cited] = *depths[citing] + 1;
        reached.push_back(cited);
      }
    }
  }
  return depths;
}

std::size_t Network::kept_citing(Node node) const {
  const auto citing = m_graph.citing(node);
  return static_cast<std::size_t>(
      std::count_if(citing.begin(), citing.end(), [this](Node n) { return is_kept(m_papers[n].state); }));
}

std::vector<KnownPaper> Network::known_papers() const {
  std::vector<KnownPaper> known;
  known.reserve(m_papers.size());
  for (const Outline& paper : m_papers) {
    known.push_back({paper.id, paper.title, paper.year, role_of(paper.state), paper.number.value_or(0)});
  }
  return known;
}

bool references_known(const Outline& paper) {
  return paper.references == ReferenceAnswer::listed || paper.references == ReferenceAnswer::empty;
}

}  // namespace papers::app
