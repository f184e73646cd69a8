// TempFolder: a folder of its own for each test, removed when the test succeeds, kept and printed when it
// fails.
#pragma once

#include <filesystem>

namespace papers::test {

class TempFolder {
 public:
  /// Makes a fresh, empty folder (0700) below the system's folder for temporary files. Throws when it cannot.
  TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  /// Removes it with all it holds, unless an assertion of the running test has failed or an exception is on
  /// its way.
  ~TempFolder();

  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

 private:
  std::filesystem::path m_path;
};

}  // namespace papers::test
