#include "weekly/html_text.hpp"

#include <fmt/format.h>

#include "weekly/marks.hpp"

namespace papers::weekly {

std::string html_text(std::string_view text) {
  std::string result;
  for (const char c : text) {
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

std::string html_link(std::string_view text, std::string_view address) {
  return is_web_address(address) ? fmt::format("<a href=\"{}\">{}</a>", html_text(address), html_text(text))
                                 : html_text(text);
}

}  // namespace papers::weekly
