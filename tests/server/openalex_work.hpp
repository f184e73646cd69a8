// A work as OpenAlex describes it, with the fields that were selected and no others.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/catalogue.hpp"
#include "server/json_text.hpp"

namespace papers::test {

/// The fields that `select` knows of; in the order in which they are printed.
[[nodiscard]] std::vector<std::string> openalex_fields();

/// The fields named; all of them when the list is empty.
[[nodiscard]] Json openalex_work(const Work& work, const std::vector<std::string>& select,
                                 const Catalogue& catalogue);

/// The work's one DOI there: the publisher's where there is one, else arXiv's; "" for neither.
[[nodiscard]] std::string openalex_doi(const Work& work);
/// "https://openalex.org/W..." of the works cited, sorted. Those deleted since are among them, and those
/// that nobody recognised are not.
[[nodiscard]] std::vector<std::string> openalex_references(const Work& work, const Catalogue& catalogue);

}  // namespace papers::test
