// Links in HTML.
#pragma once

#include <string>
#include <string_view>

namespace papers::weekly {

/// A link for an http(s) address; the text alone otherwise.
[[nodiscard]] std::string html_link(std::string_view text, std::string_view address);

}  // namespace papers::weekly
