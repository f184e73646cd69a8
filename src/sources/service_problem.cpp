#include "sources/service_problem.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "net/retry_delay.hpp"
#include "util/calendar.hpp"

namespace papers::sources {
namespace {

struct StatusRule {
  int first;
  int last;
  bool later;
  bool lasting;
  const char* words;  ///< with the service as {0}, the status as {1}
};

// The first row that holds a status counts.
constexpr std::array k_status_rules{
    StatusRule{401, 401, false, true, "{0} does not accept the key it was given (HTTP {1}); check the key"},
    StatusRule{403, 403, true, true,
               "{0} refuses to answer (HTTP {1}), as services do when asked too often; wait an hour"},
    StatusRule{408, 408, true, false, "{0} found the request too slow (HTTP {1}); try again later"},
    StatusRule{414, 414, false, false,
               "{0} found the request too long (HTTP {1}); ask for fewer papers at once"},
    StatusRule{429, 429, true, true, "{0} asks to slow down (HTTP {1}); try again in a few minutes"},
    StatusRule{503, 503, true, true, "{0} is overloaded or being repaired (HTTP {1}); try again later"},
    StatusRule{500, 599, true, false, "{0} has trouble of its own (HTTP {1}); try again later"},
    StatusRule{0, 999, false, false, "{0} gave an unexpected answer (HTTP {1})"},
};

std::string retry_time(const HttpResponse& response, Time now) {
  const auto header = response.header("retry-after");
  const auto delay = header ? net::parse_retry_after(*header, now) : std::nullopt;
  return delay && *delay > std::chrono::seconds(0) ? util::to_moment(now + *delay) : "";
}

}  // namespace

ServiceProblem describe(std::string_view service, const HttpError& error) {
  using Kind = HttpError::Kind;
  const bool later = error.kind == Kind::offline || error.kind == Kind::timeout ||
                     error.kind == Kind::broken || error.kind == Kind::interrupted;
  const bool lasting = error.kind != Kind::too_large && error.kind != Kind::refused;
  return {fmt::format("{} could not be reached ({})", service, error.message), later, lasting};
}

ServiceProblem describe(std::string_view service, const HttpResponse& response, Time now) {
  if (const std::string time = retry_time(response, now); !time.empty()) {
    return {fmt::format("{} asks to be left alone until {} (HTTP {})", service, time, response.status), true,
            true};
  }
  for (const StatusRule& rule : k_status_rules) {
    if (response.status >= rule.first && response.status <= rule.last) {
      return {fmt::format(fmt::runtime(rule.words), service, response.status), rule.later, rule.lasting};
    }
  }
  return {fmt::format("{} gave an answer without a status", service), false};
}

ServiceProblem describe(std::string_view service, const HttpResponse& response, Time now, const KeyUse& key) {
  if (key.has_key && response.status == key.refusal) {
    return {fmt::format("{} does not accept the key that it was given (HTTP {}); check {} or keys.toml",
                        service, response.status, key.variable),
            /*later=*/false, /*lasting=*/true};
  }
  ServiceProblem problem = describe(service, response, now);
  if (!key.has_key && response.status == 429) {
    problem.message += fmt::format("; with a key in {} it is more patient", key.variable);
  }
  return problem;
}

ServiceProblem describe_nonsense(std::string_view service, std::string_view what, bool later) {
  return {fmt::format("{} sent {}", service, what), later};
}

bool is_interrupted(const Result<HttpResponse, HttpError>& answer) {
  return !answer && answer.error().kind == HttpError::Kind::interrupted;
}

FetchProblem failed(const Identifier& id, std::string_view source, const ServiceProblem& problem) {
  return {id, FetchProblem::Kind::failed, std::string(source), problem.message, problem.later};
}

FetchProblem unknown(const Identifier& id, std::string_view source, std::string message) {
  return {id, FetchProblem::Kind::unknown, std::string(source), std::move(message), false};
}

}  // namespace papers::sources
