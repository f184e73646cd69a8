#include "cli/paragraph.hpp"

#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::cli {

std::string paragraph(std::string_view first, std::string_view text, std::size_t columns,
                      std::string_view rest) {
  const std::string indent = rest.empty() ? std::string(util::width(first), ' ') : std::string(rest);
  std::string lines;
  std::string line(first);
  bool begun = false;
  for (const std::string_view word : util::words(text)) {
    const std::string shown = util::printable(word);
    if (begun && util::width(line) + 1 + util::width(shown) > columns) {
      lines += line + "\n";
      line = indent;
      begun = false;
    }
    line += (begun ? " " : "") + shown;
    begun = true;
  }
  return begun ? lines + line + "\n" : "";
}

}  // namespace papers::cli
