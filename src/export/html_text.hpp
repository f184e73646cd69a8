// Text in HTML: escaped once, here.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace papers::formats {

/// Text between tags or between the double quotes of an attribute. Control characters and invisible ones
/// become visible, so that no text can turn the direction of its neighbours.
[[nodiscard]] std::string html_text(std::string_view text);

/// A JSON value inside a <script> block: nothing in it ends the block, begins a comment or breaks a line.
[[nodiscard]] std::string json_in_html(const nlohmann::ordered_json& value);

}  // namespace papers::formats
