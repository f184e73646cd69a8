// Crossref's /works/{doi}, answered from a catalogue.
#pragma once

#include <string_view>

#include "server/answer.hpp"
#include "server/catalogue.hpp"

namespace papers::test {

inline constexpr std::string_view k_crossref_path = "/works/";

/// `doi` as it stands in the path, percent-encoded. Unknown ones are a 404 in plain text.
[[nodiscard]] Answer answer_crossref(std::string_view doi, const Catalogue& catalogue);

}  // namespace papers::test
