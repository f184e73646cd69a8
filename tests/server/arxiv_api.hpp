// arXiv's API as its clients see it, answered from a catalogue.
//
// Kept: order of its own, ten entries unless max_results says otherwise, silently absent ids, one malformed
// id failing the whole request, URLs beyond a limit refused, the feed of 2025-11 and the one before it.
#pragma once

#include <string_view>

#include "server/answer.hpp"
#include "server/catalogue.hpp"

namespace papers::test {

enum class FeedStyle { current, before_2025 };

/// The path under which it is asked.
inline constexpr std::string_view k_arxiv_path = "/api/query";

/// Answers a query string ("id_list=2401.00001,2401.00002&max_results=2").
[[nodiscard]] Answer answer_arxiv(std::string_view query, const Catalogue& catalogue, FeedStyle style);

}  // namespace papers::test
