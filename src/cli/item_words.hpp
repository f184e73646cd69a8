// The items that a command is given, by name or from standard input.
#pragma once

#include <istream>
#include <string>
#include <vector>

namespace papers::cli {

/// The words, with each "-" replaced by what stands on standard input: names ended by NUL where there is any
/// (as `papers list -0` prints them), lines otherwise, of which empty ones and comments (#) name nothing.
[[nodiscard]] std::vector<std::string> with_input(const std::vector<std::string>& words, std::istream& in);

}  // namespace papers::cli
