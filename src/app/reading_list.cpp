#include "app/reading_list.hpp"

#include <algorithm>
#include <unordered_map>

namespace papers::app {
namespace {

ReadingGraph listed(const Library& library, const GraphWishes& wishes) {
  ReadingGraph graph;
  if (wishes.states.empty()) {
    return graph;  // a query for no state would be one for all
  }
  std::unordered_map<std::int64_t, Node> nodes;
  library.each_item({wishes.states, ItemQuery::Order::identity, false}, [&](const Item& item) {
    if (!wishes.wanted || wishes.wanted(item)) {
      nodes.emplace(item.row, graph.papers.size());
      graph.papers.emplace_back().item = item;
    }
    return true;
  });
  for (const Citation& citation : library.citations()) {
    const auto citing = nodes.find(citation.citing);
    const auto cited = nodes.find(citation.cited);
    if (citing != nodes.end() && cited != nodes.end()) {
      graph.arcs.emplace_back(citing->second, cited->second);
    }
  }
  std::sort(graph.arcs.begin(), graph.arcs.end());
  graph.all_papers = graph.papers.size();
  return graph;
}

}  // namespace

ReadingGraph reading_list(const Library& library, GraphWishes wishes) {
  if (wishes.roots.empty() && !wishes.within_depth) {
    return listed(library, wishes);
  }
  wishes.max_nodes = 0;
  wishes.max_leaves = 0;
  return reading_graph(library, wishes);
}

}  // namespace papers::app
