// Command: one word after `papers`, a row of the table in commands.cpp.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "papers/error.hpp"

namespace papers::cli {

class Arguments;
class Context;

using Action = std::function<ExitCode(Context&)>;

struct Command {
  std::string_view name;
  std::string_view group;         ///< heading of `papers help`: "Collect", "Decide", ...
  std::string_view summary;       ///< one line
  std::string_view details;       ///< for --help and the manual page; may be empty
  std::string_view examples;      ///< lines "papers ...   # what it does"
  bool changes = false;           ///< changes data: takes --dry-run and --yes
  Action (*declare)(Arguments&);  ///< declares arguments; gives what is to be run once they are parsed
  bool filters = false;           ///< takes conditions, of which "-tag:x" is one and no option
  bool hands_over = false;        ///< ends with another program: what it says must be seen before, not paged
};

/// All commands, in the order of `papers help`.
[[nodiscard]] std::span<const Command* const> commands();

/// nullptr when there is none of that name.
[[nodiscard]] const Command* find_command(std::string_view name);

/// The complaint about a word that names none, with "did you mean"; `others` may be meant, too.
[[nodiscard]] Failure unknown_command(std::string_view word, std::span<const std::string> others = {});

}  // namespace papers::cli
