// Values in HTML; text is for util/html_text.hpp.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace papers::formats {

/// A JSON value inside a <script> block: nothing in it ends the block, begins a comment or breaks a line.
[[nodiscard]] std::string json_in_html(const nlohmann::ordered_json& value);

}  // namespace papers::formats
