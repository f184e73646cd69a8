// The reading graph for programs: every fact that the drawing shows, one node or edge a line.

#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "export/formats.hpp"
#include "export/graph_edges.hpp"
#include "model/item_json.hpp"

namespace papers::formats {
namespace {

using nlohmann::ordered_json;

ordered_json terms(const Place& place) {
  auto list = ordered_json::array();
  for (const TermPoints& term : place.terms) {
    list.push_back({{"name", term.name},
                    {"value", term.value},
                    {"weight", term.weight},
                    {"points", term.points},
                    {"why", term.why}});
  }
  return list;
}

void add_place(ordered_json& node, const std::optional<Place>& place) {
  node["rank"] = place ? ordered_json(place->rank) : ordered_json(nullptr);
  node["score"] = place ? ordered_json(place->score) : ordered_json(nullptr);
  node["terms"] = place ? terms(*place) : ordered_json(nullptr);
}

ordered_json node(const ReadingGraph::Paper& paper) {
  ordered_json result = model::item_to_json(paper.item);
  result["depth"] = paper.depth ? ordered_json(*paper.depth) : ordered_json(nullptr);
  result["root"] = paper.root;
  result["hidden"] = paper.hidden;
  result["beyond"] = paper.beyond;
  result["news"] = paper.news == News::none ? ordered_json(nullptr) : ordered_json(name_of(paper.news));
  add_place(result, paper.place);
  return result;
}

/// Keeps track of the comma between the elements of an array.
class Lines {
 public:
  explicit Lines(std::ostream& out) : m_out(&out) {}
  void add(const ordered_json& value) {
    *m_out << (m_first ? "\n" : ",\n") << model::dump(value);
    m_first = false;
  }

 private:
  std::ostream* m_out;
  bool m_first = true;
};

}  // namespace

void write_json(const ReadingGraph& graph, const ExportOptions& /*options*/, std::ostream& out) {
  out << fmt::format(R"({{"schema":1,"depth":{},"all_papers":{},"since":{},"nodes":[)", graph.depth_limit,
                     graph.all_papers,
                     model::dump(graph.since.empty() ? ordered_json(nullptr) : ordered_json(graph.since)));
  Lines nodes(out);
  for (const ReadingGraph::Paper& paper : graph.papers) {
    nodes.add(node(paper));
  }
  out << "\n],\"edges\":[";
  Lines edges(out);
  for (const GraphEdge& edge : graph_edges(graph)) {
    edges.add({{"from", format(graph.papers[edge.arc.first].item.ids.front())},
               {"to", format(graph.papers[edge.arc.second].item.ids.front())},
               {"implied", edge.implied},
               {"backbone", edge.backbone}});
  }
  out << "\n]}\n";
}

}  // namespace papers::formats
