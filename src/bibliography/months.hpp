// The months as BibTeX names them.
#pragma once

#include <array>
#include <string_view>

namespace papers::bibliography {

inline constexpr std::array<std::string_view, 12> k_months{"jan", "feb", "mar", "apr", "may", "jun",
                                                           "jul", "aug", "sep", "oct", "nov", "dec"};

}  // namespace papers::bibliography
