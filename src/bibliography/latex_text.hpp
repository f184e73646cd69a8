// The text that LaTeX markup stands for, as far as bibliographies use it.
#pragma once

#include <string>
#include <string_view>

namespace papers::bibliography {

/// "G{\"o}del's $\lambda$-{C}alculus --- \emph{revisited}" -> "Gödel's λ-Calculus — revisited".
/// Accents, letters, dashes, quotes and the usual symbols become Unicode, formatting goes, what is
/// unknown leaves its arguments, or its name where it has none. Nothing is expanded or executed. Not cleaned:
/// pass it through util::clean_line. Linear in the length of the text, whatever the nesting.
[[nodiscard]] std::string latex_to_text(std::string_view latex);

/// For addresses: only braces, "\url" and the backslashes in front of signs go.
/// "\url{http://x.org/\~{}a\_b}" -> "http://x.org/~a_b".
[[nodiscard]] std::string latex_to_address(std::string_view latex);

}  // namespace papers::bibliography
