// Text for Markdown: what CommonMark would take for more than text is escaped.
#pragma once

#include <string>
#include <string_view>

namespace papers::weekly {

/// One line, to stand in a paragraph, in an item of a list or in the text of a link.
[[nodiscard]] std::string markdown_text(std::string_view line);

/// "[title](address)". What an address cannot hold there is percent-encoded; it may be "".
[[nodiscard]] std::string markdown_link(std::string_view title, std::string_view address);

}  // namespace papers::weekly
