// Text in HTML: escaped once, here.
#pragma once

#include <string>
#include <string_view>

namespace papers::util {

/// Text between tags or between the double quotes of an attribute. Control characters and invisible ones
/// become visible, so that no text can turn the direction of its neighbours.
[[nodiscard]] std::string html_text(std::string_view text);

}  // namespace papers::util
