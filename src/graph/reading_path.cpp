#include "papers/reading_path.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <map>
#include <set>

namespace papers {
namespace {

class KeyClosure {
 public:
  KeyClosure(const CitationGraph& graph, const PathWishes& wishes) : m_graph(graph), m_wishes(wishes) {}

  ReadingPath path_to(Node target) {
    collect(target);
    ReadingPath result;
    result.excused.assign(m_excused.begin(), m_excused.end());
    result.beyond = beyond();
    for (const Node node : in_order()) {
      result.steps.push_back(step(node));
    }
    return result;
  }

 private:
  void collect(Node target);
  void follow(Node node, int depth, std::vector<Node>& next);
  [[nodiscard]] std::vector<Node> best_references(Node node) const;
  [[nodiscard]] std::vector<Node> beyond() const;
  [[nodiscard]] std::vector<Node> in_order() const;
  [[nodiscard]] PathStep step(Node node) const;
  [[nodiscard]] bool is_excused(Node node) const { return m_wishes.excused && m_wishes.excused(node); }

  const CitationGraph& m_graph;
  const PathWishes& m_wishes;
  std::map<Node, int> m_depths;              ///< the papers of the path
  std::map<Node, std::vector<Node>> m_keys;  ///< their key references, whether or not on the path
  std::set<Node> m_excused;
};

/// Breadth-first, so that the first way to a paper is a shortest.
void KeyClosure::collect(Node target) {
  m_depths[target] = 0;
  std::vector<Node> level{target};
  for (int depth = 0; !level.empty(); ++depth) {
    std::vector<Node> next;
    for (const Node node : level) {
      m_keys[node] = best_references(node);
      if (depth < m_wishes.depth) {
        follow(node, depth + 1, next);
      }
    }
    level = std::move(next);
  }
}

void KeyClosure::follow(Node node, int depth, std::vector<Node>& next) {
  for (const Node key : m_keys[node]) {
    if (m_depths.contains(key)) {
      continue;
    }
    if (is_excused(key)) {
      m_excused.insert(key);
      continue;
    }
    m_depths[key] = depth;
    next.push_back(key);
  }
}

std::vector<Node> KeyClosure::best_references(Node node) const {
  const auto cited = m_graph.cited(node);
  std::vector<Node> best(std::min(cited.size(), m_wishes.key_references));
  std::partial_sort_copy(cited.begin(), cited.end(), best.begin(), best.end(), [this](Node a, Node b) {
    return std::pair(-m_wishes.score[a], a) < std::pair(-m_wishes.score[b], b);
  });
  return best;
}

std::vector<Node> KeyClosure::beyond() const {
  std::set<Node> result;
  for (const auto& [node, keys] : m_keys) {
    std::copy_if(keys.begin(), keys.end(), std::inserter(result, result.end()),
                 [this](Node key) { return !m_depths.contains(key) && !is_excused(key); });
  }
  return {result.begin(), result.end()};
}

/// The reading order of the papers of the path among themselves.
std::vector<Node> KeyClosure::in_order() const {
  std::vector<Node> members;
  std::vector<int> before;
  for (const auto& [node, depth] : m_depths) {
    members.push_back(node);
    before.push_back(m_wishes.before[node]);
  }
  std::vector<Arc> arcs;
  for (Node citing = 0; citing < members.size(); ++citing) {
    for (const Node node : m_graph.cited(members[citing])) {
      if (const auto cited = std::lower_bound(members.begin(), members.end(), node);
          cited != members.end() && *cited == node) {
        arcs.emplace_back(citing, static_cast<Node>(cited - members.begin()));
      }
    }
  }
  std::vector<Node> order = CitationGraph(members.size(), arcs).reading_order(before);
  std::transform(order.begin(), order.end(), order.begin(), [&](Node place) { return members[place]; });
  return order;
}

PathStep KeyClosure::step(Node node) const {
  PathStep result;
  result.node = node;
  result.depth = m_depths.at(node);
  for (const auto& [other, keys] : m_keys) {
    if (std::find(keys.begin(), keys.end(), node) != keys.end()) {
      result.key_for.push_back(other);
    }
    const auto cited = m_graph.cited(other);
    result.cited_by += std::binary_search(cited.begin(), cited.end(), node) ? 1U : 0U;
  }
  return result;
}

}  // namespace

ReadingPath reading_path(const CitationGraph& graph, Node target, const PathWishes& wishes) {
  assert(target < graph.size());
  assert(wishes.score.size() == graph.size() && wishes.before.size() == graph.size());
  return KeyClosure(graph, wishes).path_to(target);
}

}  // namespace papers
