// A paper as Semantic Scholar describes it, with the fields that were asked for and no others.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/catalogue.hpp"
#include "server/json_text.hpp"

namespace papers::test {

/// A `fields` parameter, taken apart.
struct S2Fields {
  std::set<std::string> paper;       ///< of the paper: "title", "authors", ...
  std::set<std::string> references;  ///< of each paper it cites, nested in it
  bool nested = false;               ///< whether `references` were asked for at all
  std::set<std::string> citation;    ///< beside each cited paper of a page: "contexts", ...
  std::vector<std::string> unknown;  ///< in the order of the list
};

/// Of a paper itself; "" is "title".
[[nodiscard]] S2Fields s2_paper_fields(std::string_view list);
/// Of the entries of a page of references.
[[nodiscard]] S2Fields s2_citation_fields(std::string_view list);

/// How many references may still be nested in the papers of one answer; when one list does not fit, it and
/// all that come later are empty.
struct S2Budget {
  std::size_t left;
};

/// The paper with its nested references, as far as the budget goes.
[[nodiscard]] Json s2_paper(const Work& work, const S2Fields& fields, const Catalogue& catalogue,
                            S2Budget& budget);
/// An entry of a page of references.
[[nodiscard]] Json s2_citation(const Citation& citation, const S2Fields& fields, const Catalogue& catalogue);
/// What stands for a list that may not be told.
[[nodiscard]] Json s2_withheld(const Work& work);

/// How many references the service says there are.
[[nodiscard]] std::size_t s2_reference_count(const Work& work);

}  // namespace papers::test
