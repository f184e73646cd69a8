// What is known of a paper's references, in words: none, unknown, withheld and not fetched are four different
// things.
#pragma once

#include <string>

#include "papers/item.hpp"

namespace papers::cli {

/// "41 of 44 references known, 3 by title only, 12 beyond the limit (Semantic Scholar)", "cites nothing
/// (...)", "references unknown (...)", "references withheld (...)", each with who said so, or "references not
/// fetched".
[[nodiscard]] std::string reference_words(const Item& item);

/// The same with the day on which they were fetched: "... (Semantic Scholar, 2024-11-17)".
[[nodiscard]] std::string dated_reference_words(const Item& item);

}  // namespace papers::cli
