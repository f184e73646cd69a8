#include "cli/open_file.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include <fmt/format.h>

#include "util/child_process.hpp"
#include "util/strings.hpp"

namespace papers::cli {
namespace {

[[noreturn]] void hand_to_desktop(const std::string& what, const std::string& name, const char* trouble,
                                  const char* kind) {
  const std::array<std::string, 2> command{"xdg-open", what};
  const Error error = util::replace_process(command);
  throw Failure(error.code, fmt::format("{}: {} ({}); install xdg-utils, or open {} yourself", name, trouble,
                                        error.message, kind));
}

}  // namespace

bool is_document(const std::string& argument) {
  constexpr std::array<std::string_view, 6> k_extensions{".pdf", ".ps", ".eps", ".djvu", ".dvi", ".cbz"};
  const std::filesystem::path path(argument);
  const std::string extension = util::lower(path.extension().string());
  std::error_code ignored;
  return std::find(k_extensions.begin(), k_extensions.end(), extension) != k_extensions.end() &&
         std::filesystem::is_regular_file(path, ignored);
}

ExitCode open_with_desktop(const std::string& file) {
  // An absolute path cannot be taken for an option.
  hand_to_desktop(std::filesystem::absolute(file).string(), file, "no desktop viewer could be started",
                  "the file");
}

ExitCode open_page_with_desktop(const std::string& address) {
  if (!address.starts_with("https://") && !address.starts_with("http://")) {
    throw Failure(ExitCode::usage, address + ": is no address of a page");
  }
  hand_to_desktop(address, address, "no browser could be started", "the address");
}

}  // namespace papers::cli
