// The other names of a work: what each service calls a work of which the tests say no more than its id.
//
// Made from the id alone, so that a test can compute what it will meet.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace papers::test {

/// "2401.00001" or "hep-th/9901001", without a version.
[[nodiscard]] bool is_arxiv_id(std::string_view id);
/// "10.1000/x".
[[nodiscard]] bool is_doi(std::string_view id);
/// "10.48550/arXiv.2401.00001".
[[nodiscard]] std::string arxiv_doi(std::string_view id);

/// Forty hexadecimal digits, Semantic Scholar's paperId.
[[nodiscard]] std::string s2_id_of(std::string_view id);
/// Semantic Scholar's second name, a number.
[[nodiscard]] std::int64_t corpus_id_of(std::string_view id);
/// "W4012345678", OpenAlex's.
[[nodiscard]] std::string openalex_id_of(std::string_view id);

/// The same in lower case, as far as it is ASCII.
[[nodiscard]] std::string lower(std::string_view text);

}  // namespace papers::test
