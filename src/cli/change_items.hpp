// What start, done, pause, drop and set have in common: items are chosen, changed and saved in one
// command of the log, and the reader is told in one line each.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/context.hpp"

namespace papers::cli {

struct ItemChange {
  std::string_view command;          ///< name in the log: "start"
  std::vector<std::string> items;    ///< as typed
  std::function<void(Item&)> apply;  ///< throws Failure to refuse; then nothing at all changes
  /// Looked at before anything is applied, within the same change; throws Failure to refuse.
  std::function<void(const Library&, const std::vector<Item>&)> check;
};

/// With --dry-run everything is shown and nothing kept.
ExitCode change_items(Context& context, const ItemChange& wanted);

}  // namespace papers::cli
