// What start, done, pause, drop and set have in common: items are chosen, changed and saved in one
// command of the log, and the reader is told in one line each.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/context.hpp"

namespace papers::cli {

/// What else a command did, to be said after the items.
struct AlsoDone {
  std::vector<std::string> lines;
  nlohmann::ordered_json fields = nlohmann::ordered_json::object();  ///< with --json, beside "items"
};

struct ItemChange {
  std::string_view command;          ///< name in the log: "start"
  std::vector<std::string> items;    ///< as typed; "-" stands for those on standard input
  std::function<void(Item&)> apply;  ///< throws Failure to refuse; then nothing at all changes
  /// Asked about each item as it will be, before the change begins; throws Failure to refuse.
  std::function<void(const Item&)> ask = {};
  /// Looked at before anything is applied, within the same change; throws Failure to refuse.
  std::function<void(const Library&, const std::vector<Item>&)> check = {};
  /// Done within the same change, after the items were saved.
  std::function<AlsoDone(Change&, const std::vector<Item>&)> also = {};
};

/// With --dry-run everything is shown and nothing kept.
ExitCode change_items(Context& context, const ItemChange& wanted);

/// "drop kou2024cllms cai2024medusa and 3 more": a line of bounded length for the log.
[[nodiscard]] std::string summary_of(std::string_view command, const std::vector<Item>& items);

}  // namespace papers::cli
