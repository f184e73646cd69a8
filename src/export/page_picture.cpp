#include "export/page_picture.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <ostream>

#include <fmt/ostream.h>

#include "export/dot_style.hpp"
#include "export/graph_edges.hpp"
#include "export/page_words.hpp"
#include "export/paper_words.hpp"
#include "util/html_text.hpp"

namespace papers::formats {
namespace {

using Paper = ReadingGraph::Paper;

constexpr double k_margin = 14;      // around everything
constexpr double k_axis = 46;        // left of everything, for the years
constexpr double k_text_indent = 9;  // from the left border of a card
constexpr double k_head_length = 5.5;
constexpr double k_head_width = 2.5;

/// Tenths of a pixel are enough.
std::string decimal(double value) {
  return fmt::format("{}", std::round(value * 10) / 10 + 0.0);  // the sum makes 0 of -0
}

std::string pair(double x, double y) {
  return decimal(x) + ',' + decimal(y);
}

/// Two strokes at the end of a curve, along its last direction.
std::string arrow_head(const std::vector<Point>& points) {
  const Point tip = points.back();
  const Point before = points[points.size() - 2];
  const double length = std::max(1e-6, std::hypot(tip.x - before.x, tip.y - before.y));
  const double x = (tip.x - before.x) / length;
  const double y = (tip.y - before.y) / length;
  const Point base{tip.x - k_head_length * x, tip.y - k_head_length * y};
  return fmt::format(" M{} L{} L{}", pair(base.x - k_head_width * y, base.y + k_head_width * x),
                     pair(tip.x, tip.y), pair(base.x + k_head_width * y, base.y - k_head_width * x));
}

std::string path_of(const std::vector<Point>& points) {
  std::string path = 'M' + pair(points.front().x, points.front().y) + " C";
  for (std::size_t i = 1; i < points.size(); ++i) {
    path += (i == 1 ? "" : " ") + pair(points[i].x, points[i].y);
  }
  return path + arrow_head(points);
}

class Picture {
 public:
  Picture(const ReadingGraph& graph, const Layout& layout, std::ostream& out)
      : m_graph(graph), m_layout(layout), m_out(out) {}

  void write() {
    const double width = m_layout.width + k_axis + 2 * k_margin;
    const double height = m_layout.height + 2 * k_margin;
    fmt::print(m_out, R"(<svg id="picture" xmlns="http://www.w3.org/2000/svg" viewBox="{} {} {} {}")",
               decimal(-k_axis - k_margin), decimal(-k_margin), decimal(width), decimal(height));
    fmt::print(m_out, R"( width="{}" height="{}" role="group" aria-label="{} by year, newest on top">)",
               decimal(width), decimal(height), counted(m_graph.papers.size(), "paper"));
    m_out << '\n';
    write_year_borders();
    write_edges();
    m_out << "<g id=\"implied\" aria-hidden=\"true\"></g>\n<g>\n";
    for (std::size_t i = 0; i < m_graph.papers.size(); ++i) {
      write_card(i);
    }
    m_out << "</g>\n";
    write_years();
    m_out << "</svg>\n";
  }

 private:
  /// A line parts each year from the one before.
  void write_year_borders() {
    m_out << "<g class=\"borders\" aria-hidden=\"true\">\n";
    for (std::size_t i = 1; i < m_layout.ticks.size(); ++i) {
      const Layout::Tick& tick = m_layout.ticks[i];
      if (!tick.year.empty()) {
        const double y = (row_border(m_layout.ticks[i - 1].y, +1) + row_border(tick.y, -1)) / 2;
        fmt::print(m_out, "<line x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>\n", decimal(-k_axis - k_margin),
                   decimal(m_layout.width + k_margin), decimal(y), decimal(y));
      }
    }
    m_out << "</g>\n";
  }

  /// Years stand at the left, in a margin above all else: it stays in view when the picture is moved.
  void write_years() {
    m_out << "<g id=\"years\" aria-hidden=\"true\">\n";
    fmt::print(m_out, "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n", decimal(-k_axis - k_margin),
               decimal(-k_margin), decimal(k_axis + k_margin), decimal(m_layout.height + 2 * k_margin));
    for (const Layout::Tick& tick : m_layout.ticks) {
      if (!tick.year.empty()) {
        fmt::print(m_out, "<text x=\"{}\" y=\"{}\">{}</text>\n", decimal(-k_axis / 2), decimal(tick.y + 4),
                   tick.year);
      }
    }
    m_out << "</g>\n";
  }

  /// The lower (+1) or upper (-1) border of the highest card of the row at that height.
  [[nodiscard]] double row_border(double y, int side) const {
    double half = 0;
    for (std::size_t i = 0; i < m_graph.papers.size(); ++i) {
      if (std::abs(m_layout.centres[i].y - y) < 1) {
        half = std::max(half, card_of(m_graph.papers[i]).height / 2);
      }
    }
    return y + side * half;
  }

  void write_edges() {
    std::map<Arc, const Layout::Curve*> curves;
    for (const Layout::Curve& curve : m_layout.curves) {
      curves.emplace(curve.arc, &curve);
    }
    m_out << "<g aria-hidden=\"true\">\n";
    for (const GraphEdge& edge : graph_edges(m_graph)) {
      const auto curve = curves.find(edge.arc);
      if (curve == curves.end() || curve->second->points.size() < 2) {
        continue;
      }
      const bool is_kept_edge = is_kept(m_graph.papers[edge.arc.first].item.state);
      fmt::print(m_out, "<path class=\"edge{}\" data-from=\"{}\" data-to=\"{}\" d=\"{}\"/>\n",
                 edge.backbone  ? " backbone"
                 : is_kept_edge ? " kept"
                                : "",
                 edge.arc.first, edge.arc.second, path_of(curve->second->points));
    }
    m_out << "</g>\n";
  }

  void write_card(std::size_t number) {
    const Paper& paper = m_graph.papers[number];
    const Card card = card_of(paper);
    const Point& centre = m_layout.centres[number];
    fmt::print(m_out, "<g id=\"paper-{}\" class=\"card {}{}{}\" transform=\"translate({})\">", number,
               state_classes(paper), paper.root ? " root" : "",
               references_known(paper.item) ? "" : " unknown",
               pair(centre.x - card.width / 2, centre.y - card.height / 2));
    fmt::print(m_out, "<title>{}</title>", util::html_text(card_title(paper)));
    write_boxes(paper, card);
    write_text(card);
    m_out << "</g>\n";
  }

  [[nodiscard]] static std::string card_title(const Paper& paper) {
    const std::string who = byline(paper.item);
    return fmt::format("{}{}{} — {}{}{}", page_name(paper), who.empty() ? "" : ", ", who, fact_words(paper),
                       paper.news == News::none ? "" : ", ", name_of(paper.news));
  }

  void write_boxes(const Paper& paper, const Card& card) {
    const bool is_round = node_style(paper.item.state).style.find("rounded") != std::string_view::npos;
    if (paper.root) {
      fmt::print(m_out, R"(<rect class="frame" x="-3" y="-3" width="{}" height="{}" rx="{}"/>)",
                 decimal(card.width + 6), decimal(card.height + 6), is_round ? 11 : 5);
    }
    fmt::print(m_out, R"(<rect class="box" width="{}" height="{}" rx="{}"/>)", decimal(card.width),
               decimal(card.height), is_round ? 8 : 2);
  }

  void write_text(const Card& card) {
    const CardText& style = card_text(card.large);
    double y = card_first_line(style);
    const auto line = [&](std::string_view css_class, const std::string& text) {
      if (!text.empty()) {
        fmt::print(m_out, R"(<text{} x="{}" y="{}" font-size="{}">{}</text>)", css_class,
                   decimal(k_text_indent), decimal(y), style.size, util::html_text(text));
        y += style.line;
      }
    };
    line(" class=\"heading\"", card.heading);
    for (const std::string& text : card.title) {
      line("", text);
    }
    line(" class=\"folded\"", card.folded);
  }

  /// Where the letters of the first line stand: lines are as high as `line`, letters lie somewhat above the
  /// middle of it.
  [[nodiscard]] static double card_first_line(const CardText& style) {
    constexpr double k_baseline = 0.36;  // of the size of letters, below the middle of a line
    return style.margin + style.line / 2 + k_baseline * style.size;
  }

  const ReadingGraph& m_graph;
  const Layout& m_layout;
  std::ostream& m_out;
};

}  // namespace

std::string state_classes(const Paper& paper) {
  return std::string(name_of(paper.item.state)) + (paper.news == News::none ? "" : " fresh");
}

void write_picture(const ReadingGraph& graph, const Layout& layout, std::ostream& out) {
  Picture(graph, layout, out).write();
}

}  // namespace papers::formats
