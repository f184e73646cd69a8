// OpenAlex as a service, and what its answers are worth.
#pragma once

#include "net/service_names.hpp"
#include "sources/service_api.hpp"

namespace papers::sources {

inline constexpr ServiceFacts k_openalex{net::k_openalex_service,
                                         "https://api.openalex.org/",
                                         "api.openalex.org",
                                         &SourceSettings::openalex_url,
                                         &SourceSettings::openalex_key,
                                         "PAPERS_OPENALEX_API_KEY",
                                         401};

/// See HttpRequest::judge.
[[nodiscard]] Verdict judge_openalex_work(const HttpResponse& response);
[[nodiscard]] Verdict judge_openalex_list(const HttpResponse& response);

/// Why an answer brought nothing, a question that the service does not take included.
[[nodiscard]] ServiceProblem openalex_problem(const ServiceApi& api, const ServiceApi::Answer& answer);

}  // namespace papers::sources
