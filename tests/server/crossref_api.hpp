// Crossref as its clients see it, answered from a catalogue: works by DOI with the references that their
// publishers deposited, and search by title.
//
// Kept: a 404 in plain text, for arXiv's DOIs too, which are not Crossref's; references that are sometimes
// taken apart, sometimes one string, and name arXiv in no field; a search that always has a likeliest hit.
#pragma once

#include <string_view>

#include "server/answer.hpp"
#include "server/catalogue.hpp"

namespace papers::test {

inline constexpr std::string_view k_crossref_path = "/works";

/// `doi` as it stands in the path, percent-encoded. Unknown ones are a 404 in plain text.
[[nodiscard]] Answer answer_crossref(std::string_view doi, const Catalogue& catalogue);
/// A list: query.title or query.bibliographic, and rows.
[[nodiscard]] Answer answer_crossref_list(std::string_view query, const Catalogue& catalogue);

}  // namespace papers::test
