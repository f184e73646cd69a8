// What to read now, in words: one choice with the sum of its reasons, or several in a table.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "app/choose.hpp"
#include "app/effort.hpp"
#include "cli/context.hpp"

namespace papers::cli {

/// A choice, and how long it takes: where the reader has so much time, in the way in which it fits.
struct TimedChoice {
  app::Choice choice;
  app::Fit fit;
};

/// "Read", "Go on with", "Skim", ...
[[nodiscard]] std::string_view verb_for(const TimedChoice& timed);

/// Title, names and reasons, whose points are added up; `second` is the next best, if there is one. With
/// `parts` relevance is taken apart.
void say_one(Context& context, const TimedChoice& best, const TimedChoice* second, bool parts);
/// A line for each.
void say_several(Context& context, const std::vector<TimedChoice>& choices);
/// As ranked_json, with the estimated time.
[[nodiscard]] nlohmann::ordered_json choice_json(const TimedChoice& timed);

}  // namespace papers::cli
