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
constexpr std::size_t k_kept_title_lines = 3;
constexpr std::size_t k_tooltip_columns = 300;
constexpr std::size_t k_tooltip_authors = 8;
constexpr int k_kept_font_size = 11;
constexpr int k_other_font_size = 8;

/// "+17 older (1987–2004)"
std::string folded_line(const Paper& paper) {
  const auto from = paper.hidden_from;
  const auto to = paper.hidden_to;
  const bool all_older = to && paper.item.year && *to <= *paper.item.year;
  const std::string line = fmt::format("+{} {}", paper.hidden + paper.beyond, all_older ? "older" : "more");
  if (!from || !to) {
    return line;
  }
  return line + (*from == *to ? fmt::format(" ({})", *from) : fmt::format(" ({}–{})", *from, *to));
}

std::string label(const Paper& paper) {
  const bool kept = is_kept(paper.item.state);
  const std::string first = std::string(node_style(paper.item.state).mark) + byline(paper.item);
  std::vector<std::string> lines = wrap(util::printable(first), k_title_columns, 1);
  for (std::string& line : wrap(util::printable(display_title(paper.item)), k_title_columns,
                                kept ? k_kept_title_lines : k_title_lines)) {
    lines.push_back(std::move(line));
  }
  if (has_folded(paper)) {
    lines.push_back(folded_line(paper));
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
  return facts;
}

/// What is known of its references, and what of them is not drawn.
std::string reference_line(const Paper& paper) {
  if (!references_known(paper.item)) {
    const bool withheld = paper.item.references && paper.item.references->answer == ReferenceAnswer::withheld;
    return withheld ? "references withheld" : "references unknown";
  }
  std::string line;
  const auto add = [&line](int number, std::string_view words) {
    if (number > 0) {
      line += fmt::format("{}{} {}", line.empty() ? "not drawn: " : ", ", number, words);
    }
  };
  add(paper.hidden, "in the library");
  add(paper.beyond, "beyond the limits");
  add(paper.item.references->unresolved, "by title only");
  return line;
}

std::string tooltip(const Paper& paper) {
  std::vector<std::string> lines{util::elide(display_title(paper.item), k_tooltip_columns)};
  if (!paper.item.authors.empty()) {
    lines.push_back(util::elide(author_line(paper.item.authors), k_tooltip_columns));
  }
  lines.push_back(fact_line(paper));
  if (std::string line = reference_line(paper); !line.empty()) {
    lines.push_back(std::move(line));
  }
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
std::string style_list(const NodeStyle& look, bool is_known) {
  std::string style(look.style);
  if (const std::size_t dashed = style.find("dashed"); !is_known && dashed != std::string::npos) {
    style.replace(dashed, std::string_view("dashed").size(), "dotted");
  } else if (!is_known) {
    style += style.empty() ? "dotted" : ",dotted";
  }
  return style.empty() ? "filled" : "filled," + style;
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
      style_list(look, references_known(paper.item)), look.fill, look.border, look.text);
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

}  // namespace papers::formats
