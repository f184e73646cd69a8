// How a text looks beside titles in English: how many words it has, and which of them begin with capitals.
#pragma once

#include <cstddef>
#include <string_view>

namespace papers::weekly {

/// Words of Latin letters; how many are long, and how many of these begin with a capital.
struct TitleShape {
  std::size_t words = 0;
  std::size_t long_words = 0;
  std::size_t capitals = 0;
};

[[nodiscard]] TitleShape shape_of(std::string_view text);

/// Whether the long words begin with capitals, but for some like "with" and "from".
[[nodiscard]] bool in_title_case(const TitleShape& shape);

}  // namespace papers::weekly
