// OpenAlex as its clients see it, answered from a catalogue.
//
// Kept: works by W..., by DOI in either spelling, redirects for merged ones, 404 as a page of HTML; lists by
// filter with at most 100 values, in an order of their own and without what is unknown; select, pages and
// cursors; search by title; errors and the headers that count credits.
#pragma once

#include <string>
#include <string_view>

#include "server/answer.hpp"
#include "server/catalogue.hpp"
#include "server/request_log.hpp"

namespace papers::test {

struct OpenAlexRules {
  std::string key{};    ///< what api_key or the bearer token must say when there is one; "" takes any
  bool keyless = true;  ///< whether no key will do
};

/// Whether the request is OpenAlex's: both it and Crossref answer below /works, but one takes DOIs bare and
/// the other with a prefix, and their lists have different parameters.
[[nodiscard]] bool is_openalex(const LoggedRequest& request);

[[nodiscard]] Answer answer_openalex(const LoggedRequest& request, const Catalogue& catalogue,
                                     const OpenAlexRules& rules);

/// What its front says, for `instead`: too many requests in a second, or for the day, with the time to wait.
[[nodiscard]] Answer openalex_too_many_requests(int retry_after_seconds);
[[nodiscard]] Answer openalex_timeout();

}  // namespace papers::test
