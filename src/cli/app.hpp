// The command line as a function: arguments and a world in, an exit code out.
#pragma once

#include <span>
#include <string>

#include "cli/environment.hpp"

namespace papers::cli {

/// Runs one command. Never throws, never ends the process; every message has been printed when it
/// returns. `args` are without the program's name.
[[nodiscard]] int run(std::span<const std::string> args, Environment& environment);

}  // namespace papers::cli
