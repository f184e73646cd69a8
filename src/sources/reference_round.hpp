// ReferenceRound: what one call of ReferenceSource::fetch has brought so far.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "papers/source.hpp"

#include "sources/service_problem.hpp"

namespace papers::sources {

struct ReferenceRound {
  std::string_view source;
  bool offline = false;  ///< each answer may be in the cache although another is not
  FetchedReferenceLists fetched = {};
  /// What would befall every further question too; those are then not asked.
  std::optional<ServiceProblem> lasting = {};

  /// Whether another question makes sense.
  [[nodiscard]] bool goes_on() const { return !fetched.interrupted && !lasting; }
  /// The problem of a question that is not asked.
  [[nodiscard]] ServiceProblem why_not() const { return lasting.value_or(ServiceProblem{}); }

  void keep(FetchedReferences references) { fetched.answers.push_back(std::move(references)); }
  /// A paper that brought nothing. After an interruption that is no problem of the source.
  void fail(const Item& paper, const ServiceProblem& problem) {
    if (!fetched.interrupted) {
      fetched.problems.push_back(failed(paper.ids.front(), source, problem));
      note(problem);
    }
  }
  void note(const ServiceProblem& problem) {
    if (problem.lasting && !offline) {
      lasting = problem;
    }
  }
};

}  // namespace papers::sources
