#include "export/dot_paper.hpp"

#include <ostream>

#include <fmt/ostream.h>

#include "export/dot_style.hpp"
#include "export/dot_text.hpp"
#include "export/paper_words.hpp"
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

std::string label(const Paper& paper) {
  const bool kept = is_kept(paper.item.state);
  std::vector<std::string> lines = wrap(util::printable(heading_words(paper)), k_title_columns, 1);
  for (std::string& line : wrap(util::printable(display_title(paper.item)), k_title_columns,
                                kept ? k_kept_title_lines : k_title_lines)) {
    lines.push_back(std::move(line));
  }
  if (has_folded(paper)) {
    lines.push_back(folded_words(paper));
  }
  return dot_label(lines);
}

std::string tooltip(const Paper& paper) {
  std::vector<std::string> lines{util::elide(display_title(paper.item), k_tooltip_columns)};
  if (!paper.item.authors.empty()) {
    lines.push_back(util::elide(author_words(paper.item.authors, k_tooltip_authors), k_tooltip_columns));
  }
  lines.push_back(fact_words(paper));
  if (std::string line = reference_words(paper); !line.empty()) {
    lines.push_back(std::move(line));
  }
  return dot_tooltip(lines);
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

void write_paper(const Paper& paper, std::ostream& out) {
  const NodeStyle& look = node_style(paper.item.state);
  const bool is_news = paper.news != News::none;
  fmt::print(
      out, R"(  {} [label={}, tooltip={}, shape={}, style="{}", fillcolor="{}", color="{}", fontcolor="{}")",
      node_name(paper), label(paper), tooltip(paper), look.shape,
      style_list(look, references_known(paper.item)), look.fill, is_news ? k_news_border : look.border,
      look.text);
  fmt::print(out, ", penwidth={}, fontsize={}", is_news ? k_news_pen : look.pen,
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
