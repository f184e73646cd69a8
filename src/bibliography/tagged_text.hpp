// Text in which services leave the tags of HTML, JATS and CSL.
#pragma once

#include <string>
#include <string_view>

namespace papers::bibliography {

/// "The <i>E. coli</i> &amp; <span class=\"nocase\">H₂O</span>" -> "The E. coli & H₂O". Only tags whose names
/// these formats use go, so "a < b" and "<T>" stay. Linear.
[[nodiscard]] std::string without_tags(std::string_view text);

/// The way back: "<i>" and "&lt;" that are meant as they stand -> "&lt;i>" and "&amp;lt;". All else stays, so
/// without_tags(with_references(text)) is `text`. Linear.
[[nodiscard]] std::string with_references(std::string_view text);

}  // namespace papers::bibliography
