// What an HTML page calls itself. Lenient as browsers are; scripts and links are only text.
#pragma once

#include <string>
#include <string_view>

namespace papers::sources {

/// The title of a page as it wants to be quoted (og:title), else its <title>; "" when it has none.
/// `charset` is that of the Content-Type header, "" when none was given. The text comes back clean.
[[nodiscard]] std::string page_title(std::string_view html, const std::string& charset);

/// The words of a fragment with its markup and entities resolved: "H<sub>2</sub>O &amp; ice" -> "H2O & ice".
[[nodiscard]] std::string plain_text(std::string_view html);

}  // namespace papers::sources
