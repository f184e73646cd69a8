// Answers of OpenAlex, read from their bytes.
//
// Pure. Any bytes may come in. Absent fields, null and fields of the wrong type are no errors; what is no
// answer at all is one, whose message continues "OpenAlex sent ".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papers/item.hpp"
#include "papers/result.hpp"

namespace papers::sources {

struct OpenAlexWork {
  Item work;                          ///< ids: arXiv, DOI, OpenAlex; the title may be empty
  std::vector<Identifier> elsewhere;  ///< names under which copies of it lie elsewhere, besides
  std::vector<Identifier> cited;      ///< OpenAlex ids of the works that it cites, in no order
  std::optional<int> stated;          ///< how many the service counts
};

/// A single work. Without an OpenAlex id it is none.
[[nodiscard]] Result<OpenAlexWork> parse_openalex_work(std::string_view body);

/// The works of a list. Those without an OpenAlex id are left out.
[[nodiscard]] Result<std::vector<OpenAlexWork>> parse_openalex_list(std::string_view body);

/// The service's own words in an answer that is an error, in one line; "" when there are none.
[[nodiscard]] std::string openalex_error_words(std::string_view body);

}  // namespace papers::sources
