// The Semantic Scholar Graph API as a service, and what it calls papers.
#pragma once

#include <span>
#include <string>

#include "net/service_names.hpp"
#include "sources/service_api.hpp"

namespace papers::sources {

inline constexpr ServiceFacts k_s2{net::k_s2_service,
                                   "https://api.semanticscholar.org/graph/v1/",
                                   "api.semanticscholar.org",
                                   &SourceSettings::s2_url,
                                   &SourceSettings::s2_key,
                                   "PAPERS_S2_API_KEY",
                                   403};

/// "ARXIV:2403.00835", "DOI:10.1/x" or its own id; "" when none of the ids is one that it knows.
[[nodiscard]] std::string s2_paper_name(std::span<const Identifier> ids);

}  // namespace papers::sources
