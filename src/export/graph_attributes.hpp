// The facts of a reading graph as typed columns: one table for every format that has columns or attributes.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "papers/exporter.hpp"

#include "export/graph_edges.hpp"

namespace papers::formats {

enum class AttributeType { text, whole, number, flag };

/// A fact about each paper. Values are printable text, decimal numbers, or "true" and "false"; nothing where
/// it is not known.
struct PaperAttribute {
  std::string name;  ///< "year"
  AttributeType type = AttributeType::text;
  std::function<std::optional<std::string>(const ReadingGraph::Paper&)> value;
};

/// Label first, score parts last: "points_near" for each term that any paper of this graph has. "news" is
/// there only when the graph has a day from which news count.
[[nodiscard]] std::vector<PaperAttribute> paper_attributes(const ReadingGraph& graph);

/// A fact about each citation.
struct EdgeAttribute {
  std::string_view name;  ///< "implied"
  bool GraphEdge::*value;
};

[[nodiscard]] std::span<const EdgeAttribute> edge_attributes();

/// "true" or "false".
[[nodiscard]] std::string flag_text(bool value);

/// What is written on a paper where it is drawn: the value of "label".
[[nodiscard]] std::string paper_label(const ReadingGraph::Paper& paper);

/// The identity: what names a paper in the edges.
[[nodiscard]] std::string paper_id(const ReadingGraph::Paper& paper);

}  // namespace papers::formats
