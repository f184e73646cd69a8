// The command line as a function: arguments and a world in, an exit code out.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "cli/environment.hpp"

namespace papers::cli {

/// Runs one command. Never throws, never ends the process; every message has been printed when it
/// returns. `args` are without the program's name.
[[nodiscard]] int run(std::span<const std::string> args, Environment& environment);

/// The place of the first word that is neither an option nor the value of one: the command, or an alias.
[[nodiscard]] std::optional<std::size_t> place_of_command(std::span<const std::string> args);

}  // namespace papers::cli
