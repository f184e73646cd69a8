#include "weekly/html_text.hpp"

#include <fmt/format.h>

#include "util/html_text.hpp"
#include "weekly/marks.hpp"

namespace papers::weekly {

std::string html_link(std::string_view text, std::string_view address) {
  return is_web_address(address)
             ? fmt::format("<a href=\"{}\">{}</a>", util::html_text(address), util::html_text(text))
             : util::html_text(text);
}

}  // namespace papers::weekly
