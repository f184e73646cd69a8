// Text for fields of BibTeX.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace papers::formats {

/// Signs that TeX would take for its own are written so that it prints them; braces come out balanced.
/// UTF-8 stays. Reading it with bibliography::latex_to_text gives the text back.
[[nodiscard]] std::string bibtex_text(std::string_view text);

/// As bibtex_text, with words such as "CLLMs" in braces, which keeps styles from writing "cllms".
[[nodiscard]] std::string bibtex_title(std::string_view title);

/// "Kou, Siqi and van den Oord, Aaron and {OpenAI}": names come back as they are.
[[nodiscard]] std::string bibtex_names(const std::vector<std::string>& names);

/// "1--10" of "1–10".
[[nodiscard]] std::string bibtex_pages(std::string_view pages);

/// For fields that are not typeset: signs stay, but for braces and backslashes, which become %7B, ...
[[nodiscard]] std::string bibtex_address(std::string_view address);

/// Whether both BibTeX and biber take a key: no white space, and none of " # % ' ( ) , = { } ~ and
/// backslashes.
[[nodiscard]] bool is_bibtex_key(std::string_view key);

}  // namespace papers::formats
