// The reading graph for programs: every fact that the drawing shows, one node or edge a line.

#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "export/formats.hpp"
#include "model/item_json.hpp"

namespace papers::formats {
namespace {

using nlohmann::ordered_json;

ordered_json node(const ReadingGraph::Paper& paper) {
  ordered_json result = model::item_to_json(paper.item);
  result["depth"] = paper.depth ? ordered_json(*paper.depth) : ordered_json(nullptr);
  result["root"] = paper.root;
  result["hidden"] = paper.hidden;
  result["beyond"] = paper.beyond;
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
  out << fmt::format(R"({{"schema":1,"depth":{},"all_papers":{},"nodes":[)", graph.depth_limit,
                     graph.all_papers);
  Lines nodes(out);
  for (const ReadingGraph::Paper& paper : graph.papers) {
    nodes.add(node(paper));
  }
  out << "\n],\"edges\":[";
  Lines edges(out);
  const CitationGraph citations(graph.papers.size(), graph.arcs);
  const std::vector<Arc> implied = citations.implied();
  const std::vector<Arc> backbone = citations.backbone().arcs;
  for (const Arc& arc : citations.arcs()) {
    edges.add({{"from", format(graph.papers[arc.first].item.ids.front())},
               {"to", format(graph.papers[arc.second].item.ids.front())},
               {"implied", std::binary_search(implied.begin(), implied.end(), arc)},
               {"backbone", std::binary_search(backbone.begin(), backbone.end(), arc)}});
  }
  out << "\n]}\n";
}

}  // namespace papers::formats
