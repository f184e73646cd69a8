// Asking a service that takes a request for each paper.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "papers/source.hpp"

#include "sources/service_problem.hpp"

namespace papers::sources {

/// How one service is asked for one paper, and what its answer says.
struct SinglePaper {
  using Answer = Result<HttpResponse, HttpError>;

  std::string_view source;   ///< "crossref"
  std::string_view service;  ///< "Crossref"
  bool offline = false;      ///< each answer may be in the cache although another is not
  std::function<Answer(const Item& paper)> ask;
  std::function<Result<FetchedReferences, ServiceProblem>(const Item& paper, const Answer& answer)> read;
};

/// Once the service cannot be reached or asks for a pause, the remaining papers are not asked for.
[[nodiscard]] FetchedReferenceLists ask_one_by_one(const SinglePaper& single, std::span<const Item> papers,
                                                   Progress& progress);

}  // namespace papers::sources
