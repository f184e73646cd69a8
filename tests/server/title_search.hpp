// Search by title as the services have it: whatever shares words, the likeliest first.
//
// So there nearly always is a hit, and a client has to look at it: the right work may not be there.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "server/catalogue.hpp"

namespace papers::test {

struct TitleHit {
  const Work* work = nullptr;
  double score = 0;  ///< shared words among all the words of both, 0 to 1; case and punctuation do not count
};

/// Works among those `wanted` with a score of 0.3 or more, the best first, of equals the greater id.
[[nodiscard]] std::vector<TitleHit> search_titles(const Catalogue& catalogue, std::string_view query,
                                                  const std::function<bool(const Work&)>& wanted);

}  // namespace papers::test
