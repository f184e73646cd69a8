// Looks at the source tree for what the compiler cannot see: who includes whom, where third-party
// headers are at home, files that no CMakeLists.txt names, files that grew too long.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace papers::architecture {

/// One line for each violation, "src/util/text.cpp:12: what is wrong and what would be right", sorted by
/// file. `root` holds include/, src/ and tests/; folders that are missing are passed over. Linear in the size
/// of the files.
[[nodiscard]] std::vector<std::string> violations(const std::filesystem::path& root);

/// How many source files it looked at: a check that saw nothing must not pass.
[[nodiscard]] std::size_t source_count(const std::filesystem::path& root);

}  // namespace papers::architecture
