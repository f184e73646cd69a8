// Today: what `papers` alone shows.
#pragma once

#include "papers/error.hpp"

#include "cli/context.hpp"

namespace papers::cli {

/// What is being read, what is next, what is due within a week. One screen, one answer first.
ExitCode show_today(Context& context);

}  // namespace papers::cli
