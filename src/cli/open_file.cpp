#include "cli/open_file.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "util/child_process.hpp"
#include "util/strings.hpp"

namespace papers::cli {

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
  const std::array<std::string, 2> command{"xdg-open", std::filesystem::absolute(file).string()};
  const Error error = util::replace_process(command);
  throw Failure(error.code, file + ": no desktop viewer could be started (" + error.message +
                                "); install xdg-utils, or open the file yourself");
}

}  // namespace papers::cli
