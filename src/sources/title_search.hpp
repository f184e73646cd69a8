// Looking works up by their titles: services that search, asked in turn until one has the very work.
//
// What a service thinks of its own find counts for nothing: titles, years and first authors are compared
// here.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "papers/source.hpp"

#include "sources/service_problem.hpp"

namespace papers::sources {

/// What one service found for one title.
struct TitleFinds {
  std::vector<Item> works;                ///< those that it deems closest, each with an id and a title
  std::optional<ServiceProblem> problem;  ///< why nothing can be said
  bool interrupted = false;
};

/// One service that can be searched by title.
class TitleSearch {
 public:
  virtual ~TitleSearch() = default;
  /// One request. The title is not empty.
  virtual TitleFinds search(const std::string& title, Progress& progress) = 0;
};

/// As Sources::find_titles. A service that cannot be reached or asks for a pause is not asked again. Titles
/// without letters, and those of more than 400 bytes, are not looked for. What is found nowhere is said to be
/// nowhere only when every service has answered.
[[nodiscard]] std::vector<TitleAnswer> find_titles(std::span<const TitleQuestion> questions,
                                                   std::span<const std::unique_ptr<TitleSearch>> searches,
                                                   bool offline, Progress& progress);

}  // namespace papers::sources
