#include "export/dot_style.hpp"

#include <algorithm>
#include <array>

namespace papers::formats {
namespace {

// Hues of the palette of Okabe & Ito (2008), which stay apart for all common kinds of colour vision,
// mixed with white so that small black text reads well on them.
constexpr std::array k_styles{
    NodeStyle{State::reading, "▸ ", "box", "", "#F7E96B", "#6B5F00", "#000000", 2.2},
    NodeStyle{State::paused, "‖ ", "box", "", "#FBF6C6", "#6B5F00", "#000000", 1.0},
    NodeStyle{State::queued, "", "box", "", "#A6D8F5", "#1F5F8B", "#000000", 1.0},
    NodeStyle{State::read, "✓ ", "box", "rounded", "#8FD3BD", "#00674B", "#000000", 1.0},
    NodeStyle{State::parked, "", "box", "dashed", "#F3DDEA", "#8A4A6E", "#000000", 1.0},
    NodeStyle{State::found, "", "box", "rounded,dashed", "#FAFAFA", "#8C8C8C", "#333333", 0.8},
    NodeStyle{State::dropped, "✗ ", "box", "", "#EEEEEE", "#C8C8C8", "#666666", 0.8},
};
static_assert(k_styles.size() == k_states.size());

}  // namespace

const NodeStyle& node_style(State state) {
  return *std::find_if(k_styles.begin(), k_styles.end(),
                       [state](const NodeStyle& style) { return style.state == state; });
}

std::span<const NodeStyle> node_styles() {
  return k_styles;
}

}  // namespace papers::formats
