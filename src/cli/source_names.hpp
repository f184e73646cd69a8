// How sources are called to people; in data they keep their own names.
#pragma once

#include <string>
#include <string_view>

namespace papers::cli {

/// "semantic-scholar" -> "Semantic Scholar"; a name that is not in the table stays as it is.
[[nodiscard]] std::string_view source_name(std::string_view source);

/// For narrow columns: "semantic-scholar" -> "S2".
[[nodiscard]] std::string_view source_mark(std::string_view source);

/// "openalex, semantic-scholar", as ReferenceSummary has it -> "OpenAlex, Semantic Scholar".
[[nodiscard]] std::string source_names(std::string_view joined);

}  // namespace papers::cli
