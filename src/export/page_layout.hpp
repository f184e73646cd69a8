// Where the cards of the page lie, as Graphviz found it: time runs downwards, citations that longer paths
// imply are left out, as in the drawing of dot.cpp.
//
// write_page_layout() asks, in DOT; read_layout() reads what `dot -Tplain` answered. Lengths are pixels, y
// grows downwards.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "papers/exporter.hpp"
#include "papers/result.hpp"

namespace papers::formats {

struct Point {
  double x = 0;
  double y = 0;
};

/// The size of a card and the text on it. Found at the same place by whoever asks and whoever draws.
struct Card {
  std::string heading;             ///< mark and byline; may be ""
  std::vector<std::string> title;  ///< its lines
  std::string folded;              ///< references that are not drawn, or ""
  bool large = false;              ///< of a paper that is kept
  double width = 0;
  double height = 0;
};

/// Wraps what the card says and finds its size; what is not printable is escaped already.
[[nodiscard]] Card card_of(const ReadingGraph::Paper& paper);

/// The text on cards: sizes of letters and what is between lines.
struct CardText {
  double size = 0;    ///< of the letters of the title
  double line = 0;    ///< from one line to the next
  double margin = 0;  ///< above the first line and below the last
  std::size_t columns = 0;
  std::size_t lines = 0;  ///< of the title, at most
  double width = 0;       ///< of the card
};

/// That of large cards or of the others.
[[nodiscard]] const CardText& card_text(bool large);

struct Layout {
  struct Tick {
    std::string year;  ///< "" for the further rows of a year, "?" where it is not known
    double y = 0;
  };
  struct Curve {
    Arc arc;
    std::vector<Point> points;  ///< of Bézier curves: the start, then three for each piece
  };
  double width = 0;
  double height = 0;
  std::vector<Point> centres;  ///< by paper
  std::vector<Tick> ticks;     ///< from the top
  std::vector<Curve> curves;
};

/// What Graphviz laid out of this graph. Errors (failed) say what it left out.
[[nodiscard]] Result<Layout> read_layout(const ReadingGraph& graph, std::string_view plain);

}  // namespace papers::formats
