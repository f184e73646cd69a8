#include "sources/openalex_api.hpp"

#include <fmt/format.h>

#include "sources/json_fields.hpp"
#include "sources/openalex_json.hpp"

namespace papers::sources {

Verdict judge_openalex_work(const HttpResponse& response) {
  return verdict(parse_openalex_work(response.body).ok(), response.body);
}

Verdict judge_openalex_list(const HttpResponse& response) {
  return verdict(parse_openalex_list(response.body).ok(), response.body);
}

ServiceProblem openalex_problem(const ServiceApi& api, const ServiceApi::Answer& answer) {
  if (answer && answer->status == 400) {
    return {fmt::format("{} refuses the question (HTTP 400): {}", k_openalex.name,
                        openalex_error_words(answer->body))};
  }
  return api.problem(answer);
}

}  // namespace papers::sources
