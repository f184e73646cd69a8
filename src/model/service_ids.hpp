// The grammars of the other services' ids: DOI, Semantic Scholar, OpenAlex.
#pragma once

#include <string_view>

#include "model/reading.hpp"

namespace papers::model {

/// "10.REGISTRANT/SUFFIX" (DOI Handbook, section 2.2), without what pasting leaves at its end: full
/// stops, commas, brackets that were opened outside. arXiv's own, 10.48550/arXiv.ID, are arXiv ids.
[[nodiscard]] Reading read_doi(std::string_view text);

/// 40 hexadecimal digits.
[[nodiscard]] Reading read_s2_id(std::string_view text);

/// "W" and digits.
[[nodiscard]] Reading read_openalex_id(std::string_view text);

}  // namespace papers::model
