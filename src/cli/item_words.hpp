// The items that a command is given, by name or from standard input.
#pragma once

#include <istream>
#include <string>
#include <vector>

namespace papers::cli {

/// The words, with each "-" replaced by what stands on standard input: names ended by NUL where there is any
/// (as `papers list -0` prints them), lines otherwise, of which empty ones and comments (#) name nothing.
/// Throws Failure when that cannot be read, or is longer than 16 MiB.
[[nodiscard]] std::vector<std::string> with_input(const std::vector<std::string>& words, std::istream& in);

/// The same for a command that takes one item; throws Failure (usage) when there is none, or more than one.
[[nodiscard]] std::string one_with_input(const std::string& word, std::istream& in);

}  // namespace papers::cli
