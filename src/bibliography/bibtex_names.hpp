// Lists of names as BibTeX writes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bibliography/person.hpp"

namespace papers::bibliography {

/// "Kou, Siqi and {OpenAI} and Charles Louis Xavier Joseph de la Vall{\'e}e Poussin and others", as the
/// BibTeX manual divides names ("First von Last", "von Last, First", "von Last, Jr, First"; a name in braces
/// is one word), and biblatex's "family=Kou, given=Siqi". "and others" names nobody. `latex` is the value of
/// the field with its markup.
[[nodiscard]] std::vector<Person> read_bibtex_names(std::string_view latex);

}  // namespace papers::bibliography
