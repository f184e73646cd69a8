// Aliases: commands of the reader's own, from the configuration: alias.todo = "list state:queued".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "papers/error.hpp"

#include "config/settings.hpp"

namespace papers::cli {

struct Alias {
  std::string name;     ///< "todo"
  std::string command;  ///< "list state:queued"
};

/// Those that mean something, by name: empty ones are none, and none stands in for a command.
[[nodiscard]] std::vector<Alias> aliases(const config::Settings& settings);

/// The arguments with the alias at `place` replaced by its words, and so on while an alias stands there.
/// Options after it stay after its words. Arguments with any other word there stay as they are. Throws
/// Failure (usage) when aliases lead back to themselves, or one has a quote without an end.
[[nodiscard]] std::vector<std::string> without_alias(std::vector<std::string> args, std::size_t place,
                                                     const config::Settings& settings);

/// Throws Failure (usage), with the next step, when an alias of this name and command would mean nothing.
void check_alias(std::string_view name, std::string_view command, const config::Settings& settings);

}  // namespace papers::cli
