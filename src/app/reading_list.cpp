#include "app/reading_list.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

namespace papers::app {
namespace {

bool fits(const Item& item, const GraphWishes& wishes) {
  return !wishes.wanted || wishes.wanted(item);
}

ReadingGraph listed(const Library& library, const GraphWishes& wishes) {
  ReadingGraph graph;
  if (wishes.states.empty()) {
    return graph;  // a query for no state would be one for all
  }
  std::unordered_map<std::int64_t, Node> nodes;
  library.each_item({wishes.states, ItemQuery::Order::identity, false}, [&](const Item& item) {
    if (fits(item, wishes)) {
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

/// In a drawing roots are there whatever they are; in a list they must fit as well.
void keep_fitting(ReadingGraph& graph, const GraphWishes& wishes) {
  std::vector<std::optional<Node>> places;
  std::vector<ReadingGraph::Paper> papers;
  for (ReadingGraph::Paper& paper : graph.papers) {
    const bool stays = fits(paper.item, wishes);
    places.push_back(stays ? std::optional<Node>(papers.size()) : std::nullopt);
    if (stays) {
      papers.push_back(std::move(paper));
    }
  }
  graph.papers = std::move(papers);
  std::erase_if(graph.arcs, [&](const Arc& arc) { return !places[arc.first] || !places[arc.second]; });
  for (Arc& arc : graph.arcs) {
    arc = {*places[arc.first], *places[arc.second]};
  }
}

}  // namespace

ReadingGraph reading_list(const Library& library, GraphWishes wishes) {
  if (wishes.roots.empty() && !wishes.within_depth) {
    return listed(library, wishes);
  }
  wishes.max_nodes = 0;
  wishes.max_leaves = 0;
  ReadingGraph graph = reading_graph(library, wishes);
  keep_fitting(graph, wishes);
  return graph;
}

}  // namespace papers::app
