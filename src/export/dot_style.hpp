// How papers look by state. Each state differs from the others by shape, border or mark, never by colour
// alone, so that the picture survives grey printers and colour-blind readers.
#pragma once

#include <span>
#include <string_view>

#include "papers/item.hpp"

namespace papers::formats {

struct NodeStyle {
  State state;
  std::string_view mark;  ///< before the byline, with a blank: "✓ "
  std::string_view shape;
  std::string_view style;  ///< beside "filled"
  std::string_view fill;   ///< light enough for black text
  std::string_view border;
  std::string_view text;
  double pen;  ///< width of the border in points
};

/// The border of what is new, whatever its state; a word beside it says what happened.
inline constexpr std::string_view k_news_border = "#D55E00";
inline constexpr double k_news_pen = 2.4;

[[nodiscard]] const NodeStyle& node_style(State state);

/// All of them, nearest to the reader first.
[[nodiscard]] std::span<const NodeStyle> node_styles();

}  // namespace papers::formats
