// What a reader is told when a service gave no answer, or one that is no use.
#pragma once

#include <string>
#include <string_view>

#include "papers/http.hpp"
#include "papers/source.hpp"

namespace papers::sources {

/// Why one request brought nothing; the same for all ids of that request.
struct ServiceProblem {
  std::string message;   ///< one line: names the service and the next step
  bool later = false;    ///< trying again later may help
  bool lasting = false;  ///< the next question would end the same way, and had better not be asked
};

/// No answer came.
[[nodiscard]] ServiceProblem describe(std::string_view service, const HttpError& error);

/// An answer came whose status is none of those that the source understands. `now` turns a
/// Retry-After into the time of day.
[[nodiscard]] ServiceProblem describe(std::string_view service, const HttpResponse& response, Time now);

/// How a service that takes keys is used.
struct KeyUse {
  bool has_key = false;
  int refusal = 0;            ///< the status by which the service refuses a key
  const char* variable = "";  ///< "PAPERS_S2_API_KEY"
};

/// As above, for a service that takes keys: what to do about a key that is refused, or that would help.
[[nodiscard]] ServiceProblem describe(std::string_view service, const HttpResponse& response, Time now,
                                      const KeyUse& key);

/// An answer came that makes no sense; `what` continues "arXiv sent ".
[[nodiscard]] ServiceProblem describe_nonsense(std::string_view service, std::string_view what, bool later);

[[nodiscard]] bool is_interrupted(const Result<HttpResponse, HttpError>& answer);

[[nodiscard]] FetchProblem failed(const Identifier& id, std::string_view source,
                                  const ServiceProblem& problem);
[[nodiscard]] FetchProblem unknown(const Identifier& id, std::string_view source, std::string message);

}  // namespace papers::sources
