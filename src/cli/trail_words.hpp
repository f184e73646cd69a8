// Trail words: where the reader is, how far that is from where he began, and what he asked on the way.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "app/backtrack_meter.hpp"
#include "app/short_name.hpp"
#include "app/trail.hpp"
#include "cli/context.hpp"

namespace papers::cli {

using app::short_title;
using app::typed_name;

/// "CLLMs › Parallel Decoding", in at most so many columns: long titles are cut before short ones. The
/// trail must not be empty. Printable.
[[nodiscard]] std::string breadcrumb(const std::vector<app::Stop>& stops, std::size_t columns);

/// "one", "two", ... "twelve", "13".
[[nodiscard]] std::string in_words(int number);
/// "1 step back", "2 steps back".
[[nodiscard]] std::string steps_back(int steps);
/// "ten years back", "of the same year", "two years younger"; "" when not known.
[[nodiscard]] std::string years_words(const std::optional<int>& years);
/// "one of your papers cites it".
[[nodiscard]] std::string citing_words(int papers);

/// "You are at  CLLMs › Parallel Decoding" and a line end.
[[nodiscard]] std::string place_line(const std::vector<app::Stop>& stops, std::size_t columns);

/// {"depth", "limit", "years_back", "items": the steps, each an item with "step"}.
[[nodiscard]] nlohmann::ordered_json trail_json(const std::vector<app::Stop>& stops, int limit);
[[nodiscard]] nlohmann::ordered_json question_json(const app::Question& question);
[[nodiscard]] nlohmann::ordered_json questions_json(const std::vector<app::Question>& questions);

/// "what is a Jacobi iteration? (at CLLMs, opening Parallel Decoding; open)", or with the answer at the end.
[[nodiscard]] std::string question_words(const Library& library, const app::Question& question);

/// The current limit on steps back: limits.depth.
[[nodiscard]] int depth_limit(Context& context);

}  // namespace papers::cli
