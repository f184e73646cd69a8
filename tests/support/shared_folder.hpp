// The folder "shared" beside the checkout: recordings of real services, real datasets and logs. They are not
// part of the project, so a test skips what is not there, and says so.
#pragma once

#include <filesystem>

namespace papers::test {

/// Whether or not it is there.
[[nodiscard]] inline std::filesystem::path shared_folder() {
  return std::filesystem::path(PAPERS_TESTS_DIR) / "../../shared";
}

}  // namespace papers::test
