// What the services are called: to readers, and where a request's service decides about keys and pace.
#pragma once

#include <string_view>

namespace papers::net {

inline constexpr std::string_view k_arxiv_service = "arXiv";
inline constexpr std::string_view k_crossref_service = "Crossref";
inline constexpr std::string_view k_s2_service = "Semantic Scholar";
inline constexpr std::string_view k_openalex_service = "OpenAlex";

}  // namespace papers::net
