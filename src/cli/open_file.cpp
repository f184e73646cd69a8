#include "cli/open_file.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <ostream>

#include <fmt/format.h>

#include "util/strings.hpp"

namespace papers::cli {
namespace {

constexpr const char* k_opener = "xdg-open";

Failure not_opened(const std::string& name, const char* kind, const Result<int>& status) {
  if (!status) {
    return {ExitCode::failed, fmt::format("{}: could not be handed to the desktop ({}); install xdg-utils, "
                                          "or open the {} yourself",
                                          name, status.error().message, kind)};
  }
  return {ExitCode::failed,
          fmt::format("{}: the desktop did not open it ({}: exit code {}); open the {} yourself", name,
                      k_opener, *status, kind)};
}

/// The opener's exit codes have meanings of its own, and are told in words.
ExitCode hand_to_desktop(Environment& environment, const std::string& what, const std::string& name,
                         const char* kind) {
  const std::array<std::string, 2> command{k_opener, what};
  environment.out.flush();
  environment.err.flush();
  const Result<int> status = environment.hand_over ? environment.hand_over(command)
                                                   : Error{ExitCode::failed, "there is no desktop here"};
  if (!status || *status != 0) {
    throw not_opened(name, kind, status);
  }
  return ExitCode::done;
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

ExitCode open_with_desktop(Environment& environment, const std::string& file) {
  // An absolute path cannot be taken for an option.
  return hand_to_desktop(environment, std::filesystem::absolute(file).string(), file, "file");
}

ExitCode open_page_with_desktop(Environment& environment, const std::string& address) {
  if (!address.starts_with("https://") && !address.starts_with("http://")) {
    throw Failure(ExitCode::usage, address + ": is no address of a page");
  }
  return hand_to_desktop(environment, address, address, "address");
}

}  // namespace papers::cli
