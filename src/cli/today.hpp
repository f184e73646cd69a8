// Today: what `papers` alone shows.
#pragma once

#include "cli/context.hpp"
#include "papers/error.hpp"

namespace papers::cli {

/// What is being read, what is next, what is due within a week. One screen, one answer first.
ExitCode show_today(Context& context);

}  // namespace papers::cli
