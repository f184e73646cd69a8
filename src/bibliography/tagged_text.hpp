// Text in which services leave the tags of HTML, JATS and CSL.
#pragma once

#include <string>
#include <string_view>

namespace papers::bibliography {

/// "The <i>E. coli</i> &amp; <span class=\"nocase\">H₂O</span>" -> "The E. coli & H₂O". Only tags whose names
/// these formats use go, so "a < b" and "<T>" stay. Linear.
[[nodiscard]] std::string without_tags(std::string_view text);

}  // namespace papers::bibliography
