#include "export/page_layout.hpp"

#include <algorithm>
#include <charconv>
#include <ostream>

#include <fmt/ostream.h>

#include "export/dot_text.hpp"
#include "export/dot_years.hpp"
#include "export/formats.hpp"
#include "export/graph_edges.hpp"
#include "export/paper_words.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::formats {
namespace {

constexpr double k_inch = 72;       // pixels
constexpr double k_tick_width = 1;  // years are written in a column of their own
constexpr double k_tick_height = 1;

// Letters of the title are on average about half as wide as high.
constexpr CardText k_large_text{12.5, 15.5, 9, 25, 3, 184};
constexpr CardText k_small_text{10.5, 13, 7, 24, 2, 144};

double inches(double pixels) {
  return pixels / k_inch;
}

/// In which row each paper stands, from the top.
std::vector<std::size_t> rows_of_papers(const ReadingGraph& graph, const std::vector<YearRow>& rows) {
  std::vector<std::size_t> result(graph.papers.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (const std::size_t paper : rows[row].papers) {
      result[paper] = row;
    }
  }
  return result;
}

void write_rows(const std::vector<YearRow>& rows, std::ostream& out) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    fmt::print(out, "  t{} [width={:.4f}, height={:.4f}];\n", i, inches(k_tick_width), inches(k_tick_height));
    if (i > 0) {
      fmt::print(out, "  t{} -> t{} [weight=100];\n", i - 1, i);
    }
    fmt::print(out, "  {{ rank=same; t{};", i);
    for (const std::size_t paper : rows[i].papers) {
      fmt::print(out, " n{};", paper);
    }
    out << " }\n";
  }
}

/// Reads the words of one line of Graphviz's plain format. None of ours holds a blank.
class PlainLine {
 public:
  explicit PlainLine(std::string_view line) : m_words(util::words(line)) {}
  [[nodiscard]] std::string_view word(std::size_t place) const {
    return place < m_words.size() ? m_words[place] : std::string_view();
  }
  [[nodiscard]] double pixels(std::size_t place) const {
    double value = 0;
    const std::string_view text = word(place);
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value * k_inch;
  }
  /// "n12" with the letter 'n' -> 12.
  [[nodiscard]] std::optional<std::size_t> number(std::size_t place, char letter) const {
    const std::string_view text = word(place);
    const auto value = text.starts_with(letter) ? util::to_int(text.substr(1)) : std::nullopt;
    return value ? std::optional<std::size_t>(*value) : std::nullopt;
  }

 private:
  std::vector<std::string_view> m_words;
};

class LayoutReader {
 public:
  explicit LayoutReader(const ReadingGraph& graph) : m_rows(year_rows(graph)) {
    m_layout.centres.resize(graph.papers.size());
    m_layout.ticks.resize(m_rows.size());
    m_is_placed.resize(graph.papers.size());
  }

  Result<Layout> read(std::string_view plain) {
    for (const std::string_view text : util::split(plain, '\n')) {
      const PlainLine line(text);
      if (line.word(0) == "graph") {
        m_layout.width = line.pixels(2);
        m_layout.height = line.pixels(3);
      } else if (line.word(0) == "node") {
        node(line);
      } else if (line.word(0) == "edge") {
        edge(line);
      }
    }
    if (std::count(m_is_placed.begin(), m_is_placed.end(), false) > 0) {
      return Error{ExitCode::failed, "Graphviz left out papers of the layout; is `dot -Tplain` whole?"};
    }
    return std::move(m_layout);
  }

 private:
  [[nodiscard]] Point point(const PlainLine& line, std::size_t place) const {
    return {line.pixels(place), m_layout.height - line.pixels(place + 1)};
  }

  void node(const PlainLine& line) {
    if (const auto paper = line.number(1, 'n'); paper && *paper < m_is_placed.size()) {
      m_layout.centres[*paper] = point(line, 2);
      m_is_placed[*paper] = true;
    } else if (const auto row = line.number(1, 't'); row && *row < m_rows.size()) {
      const YearRow& years = m_rows[*row];
      const std::string year = years.year ? std::to_string(*years.year) : "?";
      m_layout.ticks[*row] = {years.part == 1 ? year : "", point(line, 2).y};
    }
  }

  void edge(const PlainLine& line) {
    constexpr std::size_t k_first_point = 4;
    const auto citing = line.number(1, 'n');
    const auto cited = line.number(2, 'n');
    if (!citing || !cited) {
      return;
    }
    Layout::Curve curve{{*citing, *cited}, {}};
    const auto count = static_cast<std::size_t>(util::to_int(line.word(3)).value_or(0));
    for (std::size_t i = 0; i < count; ++i) {
      curve.points.push_back(point(line, k_first_point + 2 * i));
    }
    m_layout.curves.push_back(std::move(curve));
  }

  std::vector<YearRow> m_rows;
  std::vector<bool> m_is_placed;  ///< by paper
  Layout m_layout;
};

}  // namespace

const CardText& card_text(bool large) {
  return large ? k_large_text : k_small_text;
}

Card card_of(const ReadingGraph::Paper& paper) {
  Card card;
  card.large = is_kept(paper.item.state);
  const CardText& text = card_text(card.large);
  const auto heading = wrap(util::printable(heading_words(paper)), text.columns, 1);
  card.heading = heading.empty() ? "" : heading.front();
  card.title = wrap(util::printable(display_title(paper.item)), text.columns, text.lines);
  card.folded = has_folded(paper) ? folded_words(paper) : "";
  const std::size_t lines =
      card.title.size() + (card.heading.empty() ? 0 : 1) + (card.folded.empty() ? 0 : 1);
  card.width = text.width;
  card.height = 2 * text.margin + static_cast<double>(lines) * text.line;
  return card;
}

void write_page_layout(const ReadingGraph& graph, const ExportOptions& /*options*/, std::ostream& out) {
  out << "digraph page {\n"
         "  graph [rankdir=TB, newrank=true, ranksep=0.34, nodesep=0.17, splines=true];\n"
         "  node [shape=box, fixedsize=true, label=\"\"];\n"
         "  edge [arrowhead=none];\n";
  const std::vector<YearRow> rows = year_rows(graph);
  write_rows(rows, out);
  for (std::size_t i = 0; i < graph.papers.size(); ++i) {
    const Card card = card_of(graph.papers[i]);
    fmt::print(out, "  n{} [width={:.4f}, height={:.4f}];\n", i, inches(card.width), inches(card.height));
  }
  const std::vector<std::size_t> row = rows_of_papers(graph, rows);
  for (const GraphEdge& edge : graph_edges(graph)) {
    if (!edge.implied) {
      fmt::print(out, "  n{} -> n{}{};\n", edge.arc.first, edge.arc.second,
                 row[edge.arc.first] < row[edge.arc.second] ? "" : " [constraint=false]");
    }
  }
  out << "}\n";
}

Result<Layout> read_layout(const ReadingGraph& graph, std::string_view plain) {
  return LayoutReader(graph).read(plain);
}

}  // namespace papers::formats
