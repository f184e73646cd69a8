// What single commands of LaTeX print.
#pragma once

#include <optional>
#include <string_view>

namespace papers::bibliography {

/// "alpha" -> "α", "ss" -> "ß", "emph" -> "" (formats what follows). Nothing for an unknown command.
[[nodiscard]] std::optional<std::string_view> latex_symbol(std::string_view command);

/// An accent, as the character that combines with the letter before it, and as a sign of its own.
struct LatexAccent {
  std::string_view combining;
  std::string_view spacing;
};

/// The accent of "\'", "\v", ...; nothing for any other command.
[[nodiscard]] std::optional<LatexAccent> latex_accent(std::string_view command);

}  // namespace papers::bibliography
