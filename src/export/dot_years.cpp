#include "export/dot_years.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <ostream>
#include <vector>

#include <fmt/ostream.h>

#include "export/dot_paper.hpp"
#include "export/dot_text.hpp"

namespace papers::formats {
namespace {

/// Papers of one year. Years sort downwards; the papers without one come last.
using Years = std::map<std::optional<int>, std::vector<const ReadingGraph::Paper*>, std::greater<>>;

Years by_year(const ReadingGraph& graph) {
  Years years;
  for (const ReadingGraph::Paper& paper : graph.papers) {
    years[paper.item.year].push_back(&paper);
  }
  return years;
}

std::string year_name(std::optional<int> year) {
  // No identifier holds a blank.
  return dot_string(year ? fmt::format("year {}", *year) : "year unknown");
}

void write_tick(const Years::value_type& year, std::ostream& out) {
  fmt::print(out, "    {} [label=\"{}\"];\n", year_name(year.first),
             year.first ? std::to_string(*year.first) : "year\\nunknown");
}

/// The piece of the axis below a year. Notes about left-out references get a row of their own there.
void write_step(const Years::value_type& upper, const Years::value_type& lower, std::ostream& out) {
  const bool has_notes = std::any_of(upper.second.begin(), upper.second.end(),
                                     [](const auto* paper) { return has_folded(*paper); });
  std::string_view style = "solid";
  if (!lower.first) {
    style = "invis";
  } else if (*upper.first - *lower.first > 1) {
    style = "dotted";
  }
  fmt::print(out, "    {} -> {} [style={}, minlen={}];\n", year_name(upper.first), year_name(lower.first),
             style, has_notes ? 2 : 1);
}

void write_axis(const Years& years, std::ostream& out) {
  out << "\n  {\n"
         "    node [shape=plaintext, style=\"\", fontsize=11, fontcolor=\"#777777\"];\n"
         "    edge [arrowhead=none, color=\"#BBBBBB\", penwidth=1, weight=100];\n";
  const Years::value_type* above = nullptr;
  for (const auto& year : years) {
    write_tick(year, out);
    if (above != nullptr) {
      write_step(*above, year, out);
    }
    above = &year;
  }
  out << "  }\n";
}

}  // namespace

std::string write_years(const ReadingGraph& graph, std::ostream& out) {
  const Years years = by_year(graph);
  if (years.empty()) {
    return "";
  }
  write_axis(years, out);
  for (const auto& [year, papers] : years) {
    out << "  { rank=same; " << year_name(year) << ';';
    for (const ReadingGraph::Paper* paper : papers) {
      out << ' ' << node_name(*paper) << ';';
    }
    out << " }\n";
  }
  return year_name(std::prev(years.end())->first);
}

}  // namespace papers::formats
