// Hostile strings: values that aim at terminals, parsers, file names and exports, kept beside the project.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace papers::test {

struct HostileString {
  std::string name;   ///< "t01-osc-title"
  std::string sinks;  ///< letters of the sinks it aims at: T terminal, H HTML, J JSON, ...
  std::string text;   ///< any bytes
};

/// All of ../shared/hostile-strings.txt; empty, after saying so on standard output, when it is not there.
/// Throws std::runtime_error on a line that cannot be read.
[[nodiscard]] std::vector<HostileString> hostile_strings();

/// One value in the notation of that file: \\ \n \r \t, \xHH a byte, \u{H..} a code point, \R{N}{S} N times
/// S.
[[nodiscard]] std::string decode_hostile(std::string_view escaped);

}  // namespace papers::test
