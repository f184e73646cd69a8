// From an answer of Crossref to an item. Pure.
#pragma once

#include <string_view>

#include "papers/http.hpp"
#include "papers/item.hpp"
#include "papers/result.hpp"

namespace papers::sources {

/// The work that a body describes. Fields that are absent, null or of the wrong type are left out;
/// without a title or a DOI there is no work. The error's message continues "Crossref sent ".
[[nodiscard]] Result<Item> parse_crossref_work(std::string_view body);

/// What an answer is worth: see HttpRequest::judge.
[[nodiscard]] Verdict judge_crossref(const HttpResponse& response);

}  // namespace papers::sources
