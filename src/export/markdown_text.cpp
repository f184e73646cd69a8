#include "export/markdown_text.hpp"

#include <fmt/format.h>

#include "util/text.hpp"

namespace papers::formats {
namespace {

/// Signs that would end or break a destination become percent escapes, and so does all that is not ASCII:
/// some of it turns text around or hides in it.
std::string destination(std::string_view address) {
  std::string result;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= ' ' || byte >= 0x7FU || std::string_view("()<>\\").find(c) != std::string_view::npos) {
      result += fmt::format("%{:02X}", byte);
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace

std::string markdown_text(std::string_view text) {
  std::string result;
  for (const char c : util::printable(text)) {
    if (std::string_view("\\`*_[]<>#|&!~$").find(c) != std::string_view::npos) {
      result += '\\';
    }
    result += c;
  }
  return result;
}

std::string markdown_link(std::string_view text, std::string_view address) {
  return address.empty() ? markdown_text(text)
                         : fmt::format("[{}]({})", markdown_text(text), destination(address));
}

}  // namespace papers::formats
