#include "support/golden.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include <doctest/doctest.h>

namespace papers::test {
namespace {

namespace fs = std::filesystem;

bool accepts_new_output() {
  const char* wish = std::getenv("PAPERS_ACCEPT");
  return wish != nullptr && std::string_view(wish) == "1";
}

void write(const fs::path& path, std::string_view content) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
}

std::optional<std::string> read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return std::nullopt;
  }
  return std::string(std::istreambuf_iterator<char>(in), {});
}

std::string_view line_at(std::string_view text, std::size_t offset) {
  const std::size_t before = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return text.substr(begin, text.find('\n', begin) - begin);
}

std::string difference(std::string_view expected, std::string_view actual) {
  const auto [first, second] = std::mismatch(expected.begin(), expected.end(), actual.begin(), actual.end());
  const auto offset = static_cast<std::size_t>(first - expected.begin());
  const auto line = 1 + std::count(expected.begin(), first, '\n');
  return "line " + std::to_string(line) + "\n  expected: " + std::string(line_at(expected, offset)) +
         "\n  actual:   " + std::string(line_at(actual, offset));
}

}  // namespace

void check_golden(const std::string& name, std::string_view actual) {
  const fs::path golden = fs::path(PAPERS_TESTS_DIR) / "golden" / name;
  if (accepts_new_output()) {
    write(golden, actual);
    MESSAGE("accepted ", golden.string());
    return;
  }
  const auto expected = read(golden);
  if (expected && *expected == actual) {
    return;
  }
  const fs::path kept = fs::temp_directory_path() / "papers-golden" / name;
  write(kept, actual);
  const std::string what = expected ? difference(*expected, actual) : "there is no such file yet";
  FAIL_CHECK("golden/", name, ": ", what, "\n  whole output: ", kept.string(),
             " (PAPERS_ACCEPT=1 accepts it)");
}

}  // namespace papers::test
