// The references of a single paper from Semantic Scholar, page by page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sources/semantic_scholar_api.hpp"
#include "sources/semantic_scholar_json.hpp"

namespace papers::sources {

struct S2List {
  std::vector<S2Entry> entries;  ///< with the sentences in which they are cited
  bool withheld = false;
  bool interrupted = false;
  std::optional<ServiceProblem> problem;  ///< why there is no list, or not the whole of it
};

/// `name` as s2_paper_name gives it. A paper that the service does not know has no entries. One request for
/// each thousand references, of which the service gives fewer than 10,000.
[[nodiscard]] S2List fetch_s2_list(const ServiceApi& api, const std::string& name, Progress& progress);

}  // namespace papers::sources
