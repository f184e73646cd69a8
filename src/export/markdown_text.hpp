// Text and addresses for Markdown.
#pragma once

#include <string>
#include <string_view>

namespace papers::formats {

/// Printed as it is: signs that would mean something get a backslash.
[[nodiscard]] std::string markdown_text(std::string_view text);

/// "[text](address)"; the text alone where there is no address.
[[nodiscard]] std::string markdown_link(std::string_view text, std::string_view address);

}  // namespace papers::formats
