#include "util/html_text.hpp"

#include "util/text.hpp"

namespace papers::util {

std::string html_text(std::string_view text) {
  std::string result;
  for (const char c : util::printable(text)) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

}  // namespace papers::util
