#include "app/reading_graph.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "app/bibliography.hpp"
#include "app/network.hpp"
#include "util/calendar.hpp"

namespace papers::app {
namespace {

/// A paper within reach, while it is being decided whether to draw it.
struct Reached {
  Node node = 0;
  int depth = 0;
  double support = 0;  ///< citations from papers within reach x 0.5^depth
};

bool is_since(const std::optional<std::string>& moment, const std::string& day) {
  const auto time = moment ? util::from_moment(*moment) : std::nullopt;
  return time && util::local_day(*time) >= day;
}

News news_of(const Item& item, const std::string& since) {
  if (since.empty()) {
    return News::none;
  }
  if (item.state == State::read && is_since(item.finished, since)) {
    return News::finished;
  }
  if (is_since(item.started, since)) {
    return News::started;
  }
  return is_since(item.added, since) ? News::added : News::none;
}

class Selection {
 public:
  Selection(const Library& library, const GraphWishes& wishes)
      : m_library(library), m_wishes(wishes), m_network(library), m_is_reached(m_network.size()) {}

  ReadingGraph take() {
    reach();
    weigh();
    choose();
    return drawn();
  }

 private:
  [[nodiscard]] std::vector<Node> root_nodes();
  [[nodiscard]] bool is_wanted(Node node) const;
  void reach();
  void weigh();
  [[nodiscard]] std::vector<Node> best_first() const;
  void fold_leaves(std::vector<Node>& order) const;
  void choose();
  [[nodiscard]] std::vector<Node> way_to(Node node) const;
  [[nodiscard]] ReadingGraph::Paper paper(Node node) const;
  void count_hidden(Node node, ReadingGraph::Paper& paper) const;
  void add_strays(ReadingGraph& graph) const;
  ReadingGraph drawn();

  const CitationGraph& graph() const { return m_network.graph(); }
  [[nodiscard]] bool is_kept_node(Node node) const { return is_kept(m_network.paper(node).state); }
  [[nodiscard]] bool is_root(Node node) const { return m_depths[node] == 0; }

  const Library& m_library;
  const GraphWishes& m_wishes;
  Network m_network;
  std::vector<Item> m_strays;  ///< asked for, and no part of the network
  std::vector<std::optional<int>> m_depths;
  std::vector<Reached> m_reached;
  std::vector<bool> m_is_reached;                  ///< by node
  std::unordered_map<Node, std::size_t> m_places;  ///< of m_reached in order of choice, from the best
  std::unordered_set<Node> m_drawn;
};

std::vector<Node> Selection::root_nodes() {
  if (m_wishes.roots.empty()) {
    return m_network.roots();
  }
  std::vector<Node> roots;
  for (const Item& item : m_wishes.roots) {
    if (const auto node = m_network.node_of(item.row)) {
      roots.push_back(*node);
    } else {
      m_strays.push_back(item);
    }
  }
  return roots;
}

bool Selection::is_wanted(Node node) const {
  if (is_root(node) && !m_wishes.roots.empty()) {
    return true;
  }
  if (!m_wishes.wanted) {
    return m_network.paper(node).state != State::dropped;
  }
  const auto item = m_library.find_row(m_network.paper(node).row);
  return item && m_wishes.wanted(*item);
}

void Selection::reach() {
  m_depths = m_network.depths(root_nodes());
  for (Node node = 0; node < m_network.size(); ++node) {
    if (m_depths[node] && *m_depths[node] <= m_wishes.depth && is_wanted(node)) {
      m_is_reached[node] = true;
      m_reached.push_back({node, *m_depths[node], 0});
    }
  }
}

void Selection::weigh() {
  for (Reached& reached : m_reached) {
    const auto citing = graph().citing(reached.node);
    const auto support =
        std::count_if(citing.begin(), citing.end(), [this](Node node) { return m_is_reached[node]; });
    reached.support = static_cast<double>(support) * std::pow(0.5, reached.depth);
  }
}

std::vector<Node> Selection::best_first() const {
  const auto rank = [this](const Reached& reached) {
    const Outline& paper = m_network.paper(reached.node);
    return std::tuple(!is_root(reached.node), !is_kept(paper.state), -reached.support,
                      -paper.year.value_or(0), std::string_view(paper.id));
  };
  std::vector<Reached> order = m_reached;
  std::sort(order.begin(), order.end(),
            [&](const Reached& a, const Reached& b) { return rank(a) < rank(b); });
  std::vector<Node> nodes;
  nodes.reserve(order.size());
  for (const Reached& reached : order) {
    nodes.push_back(reached.node);
  }
  return nodes;
}

/// A row of thirty papers that nothing but one survey cites is what makes a drawing unreadable.
void Selection::fold_leaves(std::vector<Node>& order) const {
  std::unordered_map<Node, std::size_t> leaves;
  std::erase_if(order, [&](Node node) {
    const auto is_near = [this](Node other) { return bool{m_is_reached[other]}; };
    const auto citing = graph().citing(node);
    const auto cited = graph().cited(node);
    const bool is_leaf = !is_root(node) && !is_kept_node(node) &&
                         std::none_of(cited.begin(), cited.end(), is_near) &&
                         std::count_if(citing.begin(), citing.end(), is_near) == 1;
    return is_leaf && ++leaves[*std::find_if(citing.begin(), citing.end(), is_near)] > m_wishes.max_leaves;
  });
}

/// The papers to be drawn with this one so that it does not hang in the air, itself first: at each step one
/// that is drawn already, or the best.
std::vector<Node> Selection::way_to(Node node) const {
  std::vector<Node> way{node};
  while (!is_root(way.back())) {
    std::optional<Node> best;
    for (const Node citing : graph().citing(way.back())) {
      const auto place = m_places.find(citing);
      const bool is_above = place != m_places.end() && *m_depths[citing] + 1 == *m_depths[way.back()];
      if (is_above && m_drawn.contains(citing)) {
        return way;
      }
      if (is_above && (!best || place->second < m_places.at(*best))) {
        best = citing;
      }
    }
    if (!best) {
      return way;  // the reader wanted it without what leads to it
    }
    way.push_back(*best);
  }
  return way;
}

void Selection::choose() {
  std::vector<Node> order = best_first();
  if (m_wishes.max_leaves > 0) {
    fold_leaves(order);
  }
  for (const Node node : order) {
    m_places.emplace(node, m_places.size());
  }
  const std::size_t most = m_wishes.max_nodes == 0 ? order.size() : m_wishes.max_nodes;
  for (const Node node : order) {
    if (m_drawn.size() == most) {
      return;
    }
    const std::vector<Node> way = m_drawn.contains(node) ? std::vector<Node>{} : way_to(node);
    if (m_drawn.size() + way.size() <= most) {
      m_drawn.insert(way.begin(), way.end());
    }
  }
}

void widen(ReadingGraph::Paper& paper, std::optional<int> year) {
  if (year) {
    paper.hidden_from = std::min(paper.hidden_from.value_or(*year), *year);
    paper.hidden_to = std::max(paper.hidden_to.value_or(*year), *year);
  }
}

void Selection::count_hidden(Node node, ReadingGraph::Paper& paper) const {
  for (const Node cited : graph().cited(node)) {
    if (!m_drawn.contains(cited) && m_network.paper(cited).state != State::dropped) {
      ++paper.hidden;
      widen(paper, m_network.paper(cited).year);
    }
  }
  if (!paper.item.references || paper.item.references->beyond == 0) {
    return;
  }
  paper.beyond = paper.item.references->beyond;
  for (const CitedWork& work : bibliography(m_library, paper.item)) {
    if (work.how == CitedWork::How::beyond) {
      widen(paper, work.entry.year);
    }
  }
}

ReadingGraph::Paper Selection::paper(Node node) const {
  ReadingGraph::Paper paper;
  paper.item = m_library.find_row(m_network.paper(node).row).value();
  paper.root = is_root(node);
  paper.depth = m_depths[node];
  count_hidden(node, paper);
  return paper;
}

/// Items that are no part of any citation, for whoever asks for them.
void Selection::add_strays(ReadingGraph& graph) const {
  std::vector<Item> strays = m_strays;
  if (m_wishes.wanted && m_wishes.roots.empty()) {
    m_library.each_item({}, [&](const Item& item) {
      if (item.root && is_kept(item.state) && !m_network.node_of(item.row) && m_wishes.wanted(item)) {
        strays.push_back(item);
      }
      return true;
    });
  }
  for (Item& item : strays) {
    ++graph.all_papers;
    ReadingGraph::Paper& paper = graph.papers.emplace_back();
    paper.item = std::move(item);
    paper.root = true;
    paper.depth = 0;
  }
}

ReadingGraph Selection::drawn() {
  ReadingGraph result;
  result.depth_limit = m_wishes.depth;
  result.since = m_wishes.since;
  result.all_papers = m_reached.size();
  for (const Node node : m_drawn) {
    result.papers.push_back(paper(node));
  }
  add_strays(result);
  for (ReadingGraph::Paper& paper : result.papers) {
    paper.news = news_of(paper.item, m_wishes.since);
  }
  std::sort(result.papers.begin(), result.papers.end(),
            [](const ReadingGraph::Paper& a, const ReadingGraph::Paper& b) {
              return format(a.item.ids.front()) < format(b.item.ids.front());
            });
  std::unordered_map<std::int64_t, std::size_t> places;
  for (std::size_t i = 0; i < result.papers.size(); ++i) {
    places.emplace(result.papers[i].item.row, i);
  }
  for (const Node citing : m_drawn) {
    for (const Node cited : graph().cited(citing)) {
      if (m_drawn.contains(cited)) {
        result.arcs.emplace_back(places.at(m_network.paper(citing).row),
                                 places.at(m_network.paper(cited).row));
      }
    }
  }
  std::sort(result.arcs.begin(), result.arcs.end());
  return result;
}

}  // namespace

ReadingGraph reading_graph(const Library& library, const GraphWishes& wishes) {
  const auto moment = library.snapshot();
  return Selection(library, wishes).take();
}

}  // namespace papers::app
