// Paragraph: text wrapped to the line, under a hanging indent.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace papers::cli {

/// `first` and the words of `text`, made printable; lines after the first begin with `rest`, or with blanks
/// as wide as `first`. A word that is wider than the line stands alone. Nothing for an empty text; ends with
/// a line end otherwise.
[[nodiscard]] std::string paragraph(std::string_view first, std::string_view text, std::size_t columns,
                                    std::string_view rest = "");

}  // namespace papers::cli
