// Semantic Scholar's Graph API as its clients see it, answered from a catalogue.
//
// Kept: POST /paper/batch, in the order asked, with null for what is unknown, an error when all of it is, and
// the cap on nested references that empties lists without a word; GET /paper/{id}, /paper/{id}/references by
// pages and /paper/search/match; ids in all their spellings; errors with their own shapes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "server/answer.hpp"
#include "server/catalogue.hpp"
#include "server/request_log.hpp"

namespace papers::test {

/// What its paths begin with.
inline constexpr std::string_view k_s2_path = "/graph/v1/";

struct S2Rules {
  std::string key{};              ///< what x-api-key must say; "" asks for none
  std::size_t nested_cap = 9999;  ///< references in all the lists of one batch
};

[[nodiscard]] Answer answer_s2(const LoggedRequest& request, const Catalogue& catalogue,
                               const S2Rules& rules);

/// The ids of a batch, in its order; none when the body is no batch.
[[nodiscard]] std::vector<std::string> batch_ids(const LoggedRequest& request);

/// What the gateway says by itself, for `instead`: 429 comes without Retry-After.
[[nodiscard]] Answer s2_too_many_requests();
[[nodiscard]] Answer s2_forbidden();
[[nodiscard]] Answer s2_timeout();

}  // namespace papers::test
