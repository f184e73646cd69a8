// The reading graph as GEXF 1.2, the format of Gephi. Arrows run from the citing to the cited paper; every
// citation is there, and says whether it is implied.

#include <ostream>

#include <pugixml.hpp>

#include "export/formats.hpp"
#include "export/graph_attributes.hpp"

namespace papers::formats {
namespace {

const char* type_name(AttributeType type) {
  switch (type) {
    case AttributeType::whole:
      return "integer";
    case AttributeType::number:
      return "double";
    case AttributeType::flag:
      return "boolean";
    case AttributeType::text:
      break;
  }
  return "string";
}

pugi::xml_node add_class(pugi::xml_node graph, const char* target) {
  pugi::xml_node attributes = graph.append_child("attributes");
  attributes.append_attribute("class") = target;
  return attributes;
}

void declare(pugi::xml_node attributes, const std::string& name, AttributeType type) {
  pugi::xml_node attribute = attributes.append_child("attribute");
  attribute.append_attribute("id") = name.c_str();
  attribute.append_attribute("title") = name.c_str();
  attribute.append_attribute("type") = type_name(type);
}

void add_value(pugi::xml_node values, const std::string& name, const std::string& value) {
  pugi::xml_node node = values.append_child("attvalue");
  node.append_attribute("for") = name.c_str();
  node.append_attribute("value") = value.c_str();
}

void add_paper(pugi::xml_node nodes, const ReadingGraph::Paper& paper,
               const std::vector<PaperAttribute>& attributes) {
  pugi::xml_node node = nodes.append_child("node");
  node.append_attribute("id") = paper_id(paper).c_str();
  node.append_attribute("label") = paper_label(paper).c_str();
  pugi::xml_node values = node.append_child("attvalues");
  for (const PaperAttribute& attribute : attributes) {
    if (const auto value = attribute.value(paper)) {
      add_value(values, attribute.name, *value);
    }
  }
}

void add_edge(pugi::xml_node edges, std::size_t number, const ReadingGraph& graph, const GraphEdge& edge) {
  pugi::xml_node node = edges.append_child("edge");
  node.append_attribute("id") = number;
  node.append_attribute("source") = paper_id(graph.papers[edge.arc.first]).c_str();
  node.append_attribute("target") = paper_id(graph.papers[edge.arc.second]).c_str();
  pugi::xml_node values = node.append_child("attvalues");
  for (const EdgeAttribute& attribute : edge_attributes()) {
    add_value(values, std::string(attribute.name), flag_text(edge.*attribute.value));
  }
}

}  // namespace

void write_gexf(const ReadingGraph& graph, const ExportOptions& /*options*/, std::ostream& out) {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("gexf");
  root.append_attribute("xmlns") = "http://www.gexf.net/1.2draft";
  root.append_attribute("version") = "1.2";
  pugi::xml_node drawn = root.append_child("graph");
  drawn.append_attribute("defaultedgetype") = "directed";
  const std::vector<PaperAttribute> attributes = paper_attributes(graph);
  pugi::xml_node of_nodes = add_class(drawn, "node");
  for (const PaperAttribute& attribute : attributes) {
    declare(of_nodes, attribute.name, attribute.type);
  }
  pugi::xml_node of_edges = add_class(drawn, "edge");
  for (const EdgeAttribute& attribute : edge_attributes()) {
    declare(of_edges, std::string(attribute.name), AttributeType::flag);
  }
  pugi::xml_node nodes = drawn.append_child("nodes");
  for (const ReadingGraph::Paper& paper : graph.papers) {
    add_paper(nodes, paper, attributes);
  }
  pugi::xml_node edges = drawn.append_child("edges");
  std::size_t number = 0;
  for (const GraphEdge& edge : graph_edges(graph)) {
    add_edge(edges, number++, graph, edge);
  }
  document.save(out, " ", pugi::format_default, pugi::encoding_utf8);
}

}  // namespace papers::formats
