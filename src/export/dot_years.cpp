#include "export/dot_years.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <ostream>

#include <fmt/ostream.h>

#include "export/dot_paper.hpp"
#include "export/dot_text.hpp"

namespace papers::formats {
namespace {

// A paper that is kept is drawn larger; a page has room for seven others side by side.
constexpr std::size_t k_kept_width = 4;
constexpr std::size_t k_other_width = 3;
constexpr std::size_t k_page_width = 21;
constexpr std::size_t k_family_width = 2;  // papers side by side below the one that cites them

std::size_t width_of(const ReadingGraph::Paper& paper) {
  return is_kept(paper.item.state) ? k_kept_width : k_other_width;
}

/// A very large graph becomes about as wide as high.
std::size_t row_width(const ReadingGraph& graph) {
  double all = 0;
  for (const ReadingGraph::Paper& paper : graph.papers) {
    all += static_cast<double>(width_of(paper));
  }
  return std::max(k_page_width, static_cast<std::size_t>(std::ceil(std::sqrt(all))));
}

/// Each citing paper before what it cites, as far as cycles permit; kept papers before others.
std::vector<std::size_t> citing_first(const ReadingGraph& graph, const CitationGraph& citations) {
  std::vector<int> kept;
  kept.reserve(graph.papers.size());
  for (const ReadingGraph::Paper& paper : graph.papers) {
    kept.push_back(is_kept(paper.item.state) ? 1 : 0);
  }
  std::vector<std::size_t> order = citations.reading_order(kept);
  std::reverse(order.begin(), order.end());
  return order;
}

/// Deals the papers of one year out to rows.
class Dealer {
 public:
  Dealer(const ReadingGraph& graph, const CitationGraph& citations, std::size_t most)
      : m_graph(graph), m_citations(citations), m_most(most) {}

  /// `papers`: the citing ones first.
  std::vector<YearRow> rows(const std::vector<std::size_t>& papers) {
    m_rows.assign(rows_for(papers), {});
    for (const std::size_t paper : papers) {
      const std::size_t row = best_row(paper);
      m_rows.resize(std::max(m_rows.size(), row + 1));
      m_rows[row].papers.push_back(paper);
      m_rows[row].width += width_of(m_graph.papers[paper]);
      ++m_rows[row].families[family(paper)];
      m_row_of.emplace(paper, row);
    }
    return filled();
  }

 private:
  struct Row {
    std::vector<std::size_t> papers;
    std::size_t width = 0;
    std::map<std::size_t, std::size_t> families;  ///< how many members are here
  };

  /// The paper below which it is drawn: the first that cites it, itself where none does.
  [[nodiscard]] std::size_t family(std::size_t paper) const {
    const auto citing = m_citations.citing(paper);
    return citing.empty() ? paper : citing.front();
  }

  [[nodiscard]] std::size_t rows_for(const std::vector<std::size_t>& papers) const {
    std::size_t width = 0;
    std::size_t largest = 0;
    std::map<std::size_t, std::size_t> families;
    for (const std::size_t paper : papers) {
      width += width_of(m_graph.papers[paper]);
      largest = std::max(largest, ++families[family(paper)]);
    }
    return std::max((width + m_most - 1) / m_most, (largest + k_family_width - 1) / k_family_width);
  }

  /// Below those of its year that cite it; there where it fits and its family takes least room. A new row
  /// when it fits nowhere.
  [[nodiscard]] std::size_t best_row(std::size_t paper) const {
    std::size_t first = 0;
    for (const std::size_t citing : m_citations.citing(paper)) {
      const auto row = m_row_of.find(citing);
      first = row == m_row_of.end() ? first : std::max(first, row->second + 1);
    }
    const auto room = [&](std::size_t row) {
      const auto taken = m_rows[row].families.find(family(paper));
      return std::pair(taken == m_rows[row].families.end() ? 0 : taken->second, m_rows[row].width);
    };
    std::size_t best = m_rows.size();
    for (std::size_t row = first; row < m_rows.size(); ++row) {
      const bool fits = m_rows[row].width + width_of(m_graph.papers[paper]) <= m_most;
      best = fits && (best == m_rows.size() || room(row) < room(best)) ? row : best;
    }
    return std::max(best, first);
  }

  std::vector<YearRow> filled() {
    std::vector<YearRow> result;
    for (Row& row : m_rows) {
      if (!row.papers.empty()) {
        std::sort(row.papers.begin(), row.papers.end());
        result.push_back({std::nullopt, result.size() + 1, std::move(row.papers)});
      }
    }
    return result;
  }

  const ReadingGraph& m_graph;
  const CitationGraph& m_citations;
  std::size_t m_most;  ///< width of a row
  std::vector<Row> m_rows;
  std::map<std::size_t, std::size_t> m_row_of;  ///< of papers of this year
};

std::string row_name(const YearRow& row) {
  // No identifier holds a blank.
  const std::string year = row.year ? fmt::format("year {}", *row.year) : "year unknown";
  return dot_string(row.part == 1 ? year : fmt::format("{} row {}", year, row.part));
}

void write_tick(const YearRow& row, std::ostream& out) {
  if (row.part > 1) {
    fmt::print(out, "    {} [shape=point, width=0.01, color=\"#BBBBBB\"];\n", row_name(row));
  } else {
    fmt::print(out, "    {} [label=\"{}\"];\n", row_name(row),
               row.year ? std::to_string(*row.year) : "year\\nunknown");
  }
}

/// The piece of the axis between two rows.
void write_step(const YearRow& upper, const YearRow& lower, std::ostream& out) {
  std::string_view style = "solid";
  if (!lower.year) {
    style = "invis";
  } else if (*upper.year - *lower.year > 1) {
    style = "dotted";
  }
  fmt::print(out, "    {} -> {} [style={}];\n", row_name(upper), row_name(lower), style);
}

void write_axis(const std::vector<YearRow>& rows, std::ostream& out) {
  out << "\n  {\n"
         "    node [shape=plaintext, style=\"\", fontsize=11, fontcolor=\"#777777\"];\n"
         "    edge [arrowhead=none, color=\"#BBBBBB\", penwidth=1, weight=100];\n";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    write_tick(rows[i], out);
    if (i > 0) {
      write_step(rows[i - 1], rows[i], out);
    }
  }
  out << "  }\n";
}

}  // namespace

std::vector<YearRow> year_rows(const ReadingGraph& graph) {
  // Years sort downwards; the papers without one come last.
  std::map<std::optional<int>, std::vector<std::size_t>, std::greater<>> years;
  const CitationGraph citations(graph.papers.size(), graph.arcs);
  for (const std::size_t paper : citing_first(graph, citations)) {
    years[graph.papers[paper].item.year].push_back(paper);
  }
  const std::size_t most = row_width(graph);
  std::vector<YearRow> rows;
  for (const auto& [year, papers] : years) {
    for (YearRow& row : Dealer(graph, citations, most).rows(papers)) {
      row.year = year;
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

std::string write_years(const ReadingGraph& graph, const std::vector<YearRow>& rows, std::ostream& out) {
  if (rows.empty()) {
    return "";
  }
  write_axis(rows, out);
  for (const YearRow& row : rows) {
    out << "  { rank=same; " << row_name(row) << ';';
    for (const std::size_t paper : row.papers) {
      out << ' ' << node_name(graph.papers[paper]) << ';';
    }
    out << " }\n";
  }
  return row_name(rows.back());
}

}  // namespace papers::formats
