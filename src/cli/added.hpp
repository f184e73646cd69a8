// What `papers add` did, item by item, in words or as JSON.
#pragma once

#include "app/add_report.hpp"
#include "cli/context.hpp"

namespace papers::cli {

/// Items on standard output; what went wrong, what stopped the references and the sum on standard error.
void say_added(Context& context, const app::AddReport& report, const app::FollowLimits& limits);

}  // namespace papers::cli
