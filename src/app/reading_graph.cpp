#include "app/reading_graph.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include "papers/graph.hpp"

namespace papers::app {
namespace {

/// The library's citations with its rows renumbered as nodes of a graph.
class Network {
 public:
  explicit Network(const Library& library) {
    std::vector<Arc> arcs;
    for (const Citation& citation : library.citations()) {
      const Node citing = node_of(citation.citing);
      arcs.emplace_back(citing, node_of(citation.cited));
    }
    m_arcs = std::move(arcs);
  }

  Node node_of(std::int64_t row) {
    const auto [place, is_new] = m_nodes.emplace(row, m_rows.size());
    if (is_new) {
      m_rows.push_back(row);
    }
    return place->second;
  }

  [[nodiscard]] CitationGraph graph() const { return {m_rows.size(), m_arcs}; }
  [[nodiscard]] std::int64_t row_of(Node node) const { return m_rows[node]; }

 private:
  std::unordered_map<std::int64_t, Node> m_nodes;
  std::vector<std::int64_t> m_rows;
  std::vector<Arc> m_arcs;
};

/// A paper within reach, while it is being decided whether to draw it.
struct Reached {
  Node node = 0;
  ReadingGraph::Paper paper;
  double support = 0;  ///< citations from papers within reach x 0.5^depth
};

class Selection {
 public:
  Selection(const Library& library, const GraphWishes& wishes)
      : m_library(library),
        m_wishes(wishes),
        m_network(library),
        m_roots(root_nodes()),
        m_graph(m_network.graph()) {}

  ReadingGraph take() {
    reach();
    weigh();
    return drawn();
  }

 private:
  std::vector<Node> root_nodes();
  void reach();
  void weigh();
  [[nodiscard]] std::vector<const Reached*> best_first() const;
  void fold_leaves(std::vector<const Reached*>& order) const;
  ReadingGraph drawn();
  void count_hidden(Reached& reached, const std::set<Node>& shown) const;
  [[nodiscard]] const Reached* find(Node node) const;

  const Library& m_library;
  const GraphWishes& m_wishes;
  Network m_network;
  std::vector<Node> m_roots;
  CitationGraph m_graph;
  std::vector<Reached> m_reached;
  std::unordered_map<Node, std::size_t> m_index;  ///< node -> place in m_reached before sorting
};

std::vector<Node> Selection::root_nodes() {
  std::set<Node> roots;
  for (const Item& item : m_wishes.roots) {
    roots.insert(m_network.node_of(item.row));
  }
  if (roots.empty()) {
    m_library.each_item({}, [&](const Item& item) {
      if (is_kept(item.state) && item.root) {
        roots.insert(m_network.node_of(item.row));
      }
      return true;
    });
  }
  return {roots.begin(), roots.end()};
}

void Selection::reach() {
  const auto depths = m_graph.depths(m_roots);
  for (Node node = 0; node < m_graph.size(); ++node) {
    if (!depths[node] || *depths[node] > m_wishes.depth) {
      continue;
    }
    auto item = m_library.find_row(m_network.row_of(node));
    const bool is_root = *depths[node] == 0;
    if (!item || (!is_root && !(m_wishes.wanted ? m_wishes.wanted(*item) : item->state != State::dropped))) {
      continue;
    }
    m_index.emplace(node, m_reached.size());
    m_reached.push_back({node, {*std::move(item), is_root, depths[node], 0, std::nullopt, std::nullopt}, 0});
  }
}

const Reached* Selection::find(Node node) const {
  const auto place = m_index.find(node);
  return place == m_index.end() ? nullptr : &m_reached[place->second];
}

void Selection::weigh() {
  for (Reached& reached : m_reached) {
    const auto citing = m_graph.citing(reached.node);
    const auto support =
        std::count_if(citing.begin(), citing.end(), [this](Node node) { return find(node); });
    reached.support = static_cast<double>(support) * std::pow(0.5, *reached.paper.depth);
  }
}

void Selection::count_hidden(Reached& reached, const std::set<Node>& shown) const {
  for (const Node cited : m_graph.cited(reached.node)) {
    const Reached* other = find(cited);
    if (other == nullptr || shown.contains(cited)) {
      continue;
    }
    ++reached.paper.hidden;
    if (const auto year = other->paper.item.year) {
      reached.paper.hidden_from = std::min(reached.paper.hidden_from.value_or(*year), *year);
      reached.paper.hidden_to = std::max(reached.paper.hidden_to.value_or(*year), *year);
    }
  }
}

std::vector<const Reached*> Selection::best_first() const {
  std::vector<const Reached*> order;
  for (const Reached& reached : m_reached) {
    order.push_back(&reached);
  }
  const auto rank = [](const Reached* r) {
    return std::tuple(!r->paper.root, !is_kept(r->paper.item.state), -r->support,
                      -r->paper.item.year.value_or(0), format(r->paper.item.ids.front()));
  };
  std::sort(order.begin(), order.end(),
            [&](const Reached* a, const Reached* b) { return rank(a) < rank(b); });
  return order;
}

/// A row of thirty papers that nothing but one survey cites is what makes a drawing unreadable.
void Selection::fold_leaves(std::vector<const Reached*>& order) const {
  std::unordered_map<Node, std::size_t> leaves;
  std::erase_if(order, [&](const Reached* reached) {
    const auto citing = m_graph.citing(reached->node);
    const auto is_drawn = [this](Node node) { return find(node) != nullptr; };
    const auto cited = m_graph.cited(reached->node);
    const bool is_leaf = !reached->paper.root && !is_kept(reached->paper.item.state) &&
                         std::none_of(cited.begin(), cited.end(), is_drawn) &&
                         std::count_if(citing.begin(), citing.end(), is_drawn) == 1;
    return is_leaf && ++leaves[*std::find_if(citing.begin(), citing.end(), is_drawn)] > m_wishes.max_leaves;
  });
}

ReadingGraph Selection::drawn() {
  std::vector<const Reached*> order = best_first();
  if (m_wishes.max_leaves > 0) {
    fold_leaves(order);
  }
  if (m_wishes.max_nodes > 0 && order.size() > m_wishes.max_nodes) {
    order.resize(m_wishes.max_nodes);
  }
  std::sort(order.begin(), order.end(), [](const Reached* a, const Reached* b) {
    return format(a->paper.item.ids.front()) < format(b->paper.item.ids.front());
  });

  ReadingGraph result;
  result.depth_limit = m_wishes.depth;
  result.all_papers = m_reached.size();
  std::set<Node> shown;
  std::unordered_map<Node, std::size_t> places;
  for (const Reached* reached : order) {
    places.emplace(reached->node, shown.size());
    shown.insert(reached->node);
  }
  for (const Reached* reached : order) {
    Reached copy = *reached;
    count_hidden(copy, shown);
    result.papers.push_back(std::move(copy.paper));
    for (const Node cited : m_graph.cited(copy.node)) {
      if (const auto place = places.find(cited); place != places.end()) {
        result.arcs.emplace_back(places.at(copy.node), place->second);
      }
    }
  }
  std::sort(result.arcs.begin(), result.arcs.end());
  return result;
}

}  // namespace

ReadingGraph reading_graph(const Library& library, const GraphWishes& wishes) {
  return Selection(library, wishes).take();
}

}  // namespace papers::app
