#include "export/dot_paper.hpp"

#include <algorithm>
#include <ostream>

#include <fmt/ostream.h>

#include "export/dot_style.hpp"
#include "export/dot_text.hpp"
#include "util/text.hpp"

namespace papers::formats {
namespace {

using Paper = ReadingGraph::Paper;

constexpr std::size_t k_title_columns = 22;
constexpr std::size_t k_title_lines = 2;
constexpr std::size_t k_tooltip_columns = 300;
constexpr std::size_t k_tooltip_authors = 8;
constexpr int k_kept_font_size = 11;
constexpr int k_other_font_size = 8;

std::string label(const Paper& paper) {
  const std::string first = std::string(node_style(paper.item.state).mark) + byline(paper.item);
  std::vector<std::string> lines = wrap(util::printable(first), k_title_columns, 1);
  for (std::string& line : wrap(util::printable(display_title(paper.item)), k_title_columns, k_title_lines)) {
    lines.push_back(std::move(line));
  }
  return dot_label(lines);
}

std::string author_line(const std::vector<std::string>& authors) {
  std::string line;
  for (std::size_t i = 0; i < std::min(authors.size(), k_tooltip_authors); ++i) {
    line += (i == 0 ? "" : ", ") + authors[i];
  }
  if (authors.size() > k_tooltip_authors) {
    line += fmt::format(" and {} more", authors.size() - k_tooltip_authors);
  }
  return line;
}

std::string fact_line(const Paper& paper) {
  std::string facts(name_of(paper.item.state));
  if (paper.root) {
    facts += ", root";
  } else if (paper.depth) {
    facts += fmt::format(", depth {}", *paper.depth);
  }
  if (paper.item.cited_by > 0) {
    facts += fmt::format(", cited by {}", paper.item.cited_by);
  }
  if (!paper.item.references) {
    facts += ", references unknown";
  }
  return facts;
}

std::string tooltip(const Paper& paper) {
  std::vector<std::string> lines{util::elide(display_title(paper.item), k_tooltip_columns)};
  if (!paper.item.authors.empty()) {
    lines.push_back(util::elide(author_line(paper.item.authors), k_tooltip_columns));
  }
  lines.push_back(fact_line(paper));
  return dot_tooltip(lines);
}

/// The first of the work's ids that has a page; nothing but http and https ever becomes a link.
std::optional<std::string> address(const Item& item) {
  for (const Identifier& id : item.ids) {
    const auto found = web_address(id);
    if (found && (found->starts_with("https://") || found->starts_with("http://"))) {
      return found;
    }
  }
  return std::nullopt;
}

/// A dotted border says that the paper may cite anything, whatever its state.
std::string style_list(const NodeStyle& look, bool references_known) {
  std::string style = "filled";
  if (!look.style.empty() && (references_known || look.style != "dashed")) {
    style += fmt::format(",{}", look.style);
  }
  return references_known ? style : style + ",dotted";
}

std::string folded_name(const Paper& paper) {
  // No identifier holds a blank.
  return dot_name("references of " + format(paper.item.ids.front()));
}

std::string folded_label(const Paper& paper) {
  const auto from = paper.hidden_from;
  const auto to = paper.hidden_to;
  const bool all_older = to && paper.item.year && *to <= *paper.item.year;
  std::vector<std::string> lines{fmt::format("+{} {}", paper.hidden, all_older ? "older" : "more")};
  if (from && to) {
    lines.push_back(*from == *to ? fmt::format("({})", *from) : fmt::format("({}–{})", *from, *to));
  }
  return dot_label(lines);
}

}  // namespace

std::string node_name(const Paper& paper) {
  return dot_name(format(paper.item.ids.front()));
}

std::string counted(std::size_t n, std::string_view noun) {
  return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s");
}

void write_paper(const Paper& paper, std::ostream& out) {
  const NodeStyle& look = node_style(paper.item.state);
  fmt::print(
      out, R"(  {} [label={}, tooltip={}, shape={}, style="{}", fillcolor="{}", color="{}", fontcolor="{}")",
      node_name(paper), label(paper), tooltip(paper), look.shape,
      style_list(look, paper.item.references.has_value()), look.fill, look.border, look.text);
  fmt::print(out, ", penwidth={}, fontsize={}", look.pen,
             is_kept(paper.item.state) ? k_kept_font_size : k_other_font_size);
  if (paper.root) {
    out << ", peripheries=2";
  }
  if (const auto url = address(paper.item)) {
    fmt::print(out, ", URL={}", dot_name(*url));
  }
  out << "];\n";
}

void write_folded(const ReadingGraph& graph, std::ostream& out) {
  if (std::none_of(graph.papers.begin(), graph.papers.end(), has_folded)) {
    return;
  }
  out << "\n  {\n"
         "    node [shape=note, style=\"filled,dashed\", fillcolor=\"#F2F2F2\", fontcolor=\"#555555\", "
         "fontsize=7];\n"
         "    edge [style=dashed, arrowhead=none, weight=4];\n";
  for (const Paper& paper : graph.papers) {
    if (has_folded(paper)) {
      const auto hidden = static_cast<std::size_t>(paper.hidden);
      fmt::print(out, "    {} [label={}, tooltip={}];\n", folded_name(paper), folded_label(paper),
                 dot_string(counted(hidden, "reference") + " in the library, not drawn"));
      fmt::print(out, "    {} -> {};\n", node_name(paper), folded_name(paper));
    }
  }
  out << "  }\n";
}

}  // namespace papers::formats
