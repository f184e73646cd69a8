// What the sources that ask a service have in common.
#pragma once

#include <optional>
#include <string>

#include "papers/http.hpp"
#include "papers/source.hpp"

#include "sources/service_problem.hpp"

namespace papers::sources {

/// How a service is reached. What it refers to must outlive it.
struct Service {
  Clock& clock;
  HttpClient& http;
  bool offline;         ///< each answer may be in the cache although another is not
  std::string address;  ///< to which the query or the id is added

  /// `own` is the service's address; `replacement` (scheme://host[:port], or "") is asked instead of its
  /// host.
  Service(const SourceSettings& settings, HttpClient& client, const std::string& own,
          const std::string& replacement);
};

/// What became of one question.
struct Outcome {
  bool answered = false;                  ///< the service or the cache said something: a step of progress
  std::optional<ServiceProblem> lasting;  ///< the problem that further questions would meet too
};

}  // namespace papers::sources
