#include "cli/commands.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "util/edit_distance.hpp"

namespace papers::cli {
namespace {

// The order is that of `papers help`; commands without a group are not shown there.
constexpr std::array k_commands{
    &k_add_command,    &k_import_command,  &k_refresh_command, &k_suggest_command,   // Collect
    &k_keep_command,   &k_park_command,                                              //
    &k_next_command,   &k_plan_command,    &k_focus_command,   &k_set_command,       // Decide
    &k_defer_command,  &k_slips_command,   &k_decide_command,  &k_split_command,     //
    &k_link_command,   &k_unlink_command,                                            //
    &k_start_command,  &k_done_command,    &k_pause_command,   &k_drop_command,      // Read
    &k_dive_command,   &k_ask_command,     &k_lookup_command,  &k_back_command,      //
    &k_trail_command,  &k_why_command,                                               //
    &k_list_command,   &k_show_command,    &k_refs_command,    &k_cited_by_command,  // Look
    &k_tree_command,   &k_path_command,    &k_search_command,  &k_stats_command,     //
    &k_log_command,                                                                  //
    &k_export_command, &k_week_command,    &k_pdf_command,     &k_open_command,      // Share
    &k_undo_command,   &k_redo_command,    &k_check_command,   &k_backup_command,
    &k_merge_command,                                                                  // Care
    &k_config_command, &k_paths_command,   &k_cache_command,   &k_completion_command,  //
    &k_help_command,   &k_complete_command};

}  // namespace

std::span<const Command* const> commands() {
  return k_commands;
}

const Command* find_command(std::string_view name) {
  const auto* place = std::find_if(k_commands.begin(), k_commands.end(),
                                   [name](const Command* c) { return c->name == name; });
  return place == k_commands.end() ? nullptr : *place;
}

Failure unknown_command(std::string_view word, std::span<const std::string> others) {
  std::vector<std::string_view> names(others.begin(), others.end());
  for (const Command* command : k_commands) {
    names.push_back(command->name);
  }
  const auto meant = util::nearest(word, names);
  return {ExitCode::usage, fmt::format("{}: no such command; {}`papers help` lists them", word,
                                       meant ? fmt::format("did you mean `papers {}`? ", *meant) : "")};
}

}  // namespace papers::cli
