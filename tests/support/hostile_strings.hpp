// Hostile strings: values that aim at terminals, parsers, file names and exports; our own, and a larger
// collection where that is kept beside the project.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace papers::test {

struct HostileString {
  std::string name;   ///< "own-title-sequence"
  std::string sinks;  ///< letters of the sinks it aims at: T terminal, H HTML, J JSON, ...
  std::string text;   ///< any bytes
};

/// All of fixtures/hostile-strings.txt, and of ../shared/hostile-strings.txt when that is there; says on
/// standard output whether it is. Throws std::runtime_error on a line that cannot be read, and when our own
/// are missing.
[[nodiscard]] std::vector<HostileString> hostile_strings();

/// One value in the notation of that file: \\ \n \r \t, \xHH a byte, \u{H..} a code point, \R{N}{S} N times
/// S.
[[nodiscard]] std::string decode_hostile(std::string_view escaped);

}  // namespace papers::test
