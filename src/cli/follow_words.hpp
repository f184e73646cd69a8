// How following references ended, in words and as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "app/follow.hpp"
#include "cli/context.hpp"

namespace papers::cli {

/// What the settings say, with the network or without.
[[nodiscard]] app::FollowLimits follow_limits(Context& context);

/// Lines on standard error: how far it went, what stopped it and how to go on, who could not be asked.
void say_followed(Context& context, const app::FollowReport& report, const app::FollowLimits& limits);

[[nodiscard]] nlohmann::ordered_json followed_json(const app::FollowReport& report);

}  // namespace papers::cli
