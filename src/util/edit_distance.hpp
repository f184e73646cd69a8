// "Did you mean ...?"
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace papers::util {

/// Levenshtein distance with neighbouring swaps counted as one. O(|a| |b|).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The choice nearest to `word`, if one is near enough to be meant: at most a third of its letters wrong.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view word,
                                                      std::span<const std::string_view> choices);

}  // namespace papers::util
