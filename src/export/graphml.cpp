// The reading graph as GraphML, for yEd, Gephi, igraph, networkx and others. Arrows run from the citing to
// the cited paper; every citation is there, and says whether it is implied.

#include <ostream>

#include <pugixml.hpp>

#include "export/formats.hpp"
#include "export/graph_attributes.hpp"

namespace papers::formats {
namespace {

const char* type_name(AttributeType type) {
  switch (type) {
    case AttributeType::whole:
      return "int";
    case AttributeType::number:
      return "double";
    case AttributeType::flag:
      return "boolean";
    case AttributeType::text:
      break;
  }
  return "string";
}

void declare(pugi::xml_node root, const std::string& name, const char* target, AttributeType type) {
  pugi::xml_node key = root.append_child("key");
  key.append_attribute("id") = (target + ('_' + name)).c_str();
  key.append_attribute("for") = target;
  key.append_attribute("attr.name") = name.c_str();
  key.append_attribute("attr.type") = type_name(type);
}

void add_data(pugi::xml_node parent, const std::string& key, const std::string& value) {
  pugi::xml_node data = parent.append_child("data");
  data.append_attribute("key") = key.c_str();
  data.text() = value.c_str();
}

void add_paper(pugi::xml_node parent, const ReadingGraph::Paper& paper,
               const std::vector<PaperAttribute>& attributes) {
  pugi::xml_node node = parent.append_child("node");
  node.append_attribute("id") = paper_id(paper).c_str();
  for (const PaperAttribute& attribute : attributes) {
    if (const auto value = attribute.value(paper)) {
      add_data(node, "node_" + attribute.name, *value);
    }
  }
}

void add_edge(pugi::xml_node parent, const ReadingGraph& graph, const GraphEdge& edge) {
  pugi::xml_node node = parent.append_child("edge");
  node.append_attribute("source") = paper_id(graph.papers[edge.arc.first]).c_str();
  node.append_attribute("target") = paper_id(graph.papers[edge.arc.second]).c_str();
  for (const EdgeAttribute& attribute : edge_attributes()) {
    add_data(node, "edge_" + std::string(attribute.name), flag_text(edge.*attribute.value));
  }
}

}  // namespace

void write_graphml(const ReadingGraph& graph, const ExportOptions& /*options*/, std::ostream& out) {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("graphml");
  root.append_attribute("xmlns") = "http://graphml.graphdrawing.org/xmlns";
  const std::vector<PaperAttribute> attributes = paper_attributes(graph);
  for (const PaperAttribute& attribute : attributes) {
    declare(root, attribute.name, "node", attribute.type);
  }
  for (const EdgeAttribute& attribute : edge_attributes()) {
    declare(root, std::string(attribute.name), "edge", AttributeType::flag);
  }
  pugi::xml_node drawn = root.append_child("graph");
  drawn.append_attribute("id") = "papers";
  drawn.append_attribute("edgedefault") = "directed";
  for (const ReadingGraph::Paper& paper : graph.papers) {
    add_paper(drawn, paper, attributes);
  }
  for (const GraphEdge& edge : graph_edges(graph)) {
    add_edge(drawn, graph, edge);
  }
  document.save(out, " ", pugi::format_default, pugi::encoding_utf8);
}

}  // namespace papers::formats
