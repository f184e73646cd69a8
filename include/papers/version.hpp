// The version of the program and of the library behind it.
#pragma once

#include <string_view>

namespace papers {

inline constexpr std::string_view k_version = "0.1.0";

}  // namespace papers
