// Every command, one constant each, defined in commands/<name>.cpp. A new command is one file, one
// line here and one in commands.cpp.
#pragma once

#include "cli/command.hpp"
#include "cli/context.hpp"

namespace papers::cli {

extern const Command k_add_command;
extern const Command k_ask_command;
extern const Command k_back_command;
extern const Command k_backup_command;
extern const Command k_cache_command;
extern const Command k_check_command;
extern const Command k_cited_by_command;
extern const Command k_complete_command;
extern const Command k_completion_command;
extern const Command k_config_command;
extern const Command k_decide_command;
extern const Command k_defer_command;
extern const Command k_dive_command;
extern const Command k_done_command;
extern const Command k_drop_command;
extern const Command k_export_command;
extern const Command k_focus_command;
extern const Command k_help_command;
extern const Command k_import_command;
extern const Command k_keep_command;
extern const Command k_link_command;
extern const Command k_list_command;
extern const Command k_log_command;
extern const Command k_lookup_command;
extern const Command k_merge_command;
extern const Command k_next_command;
extern const Command k_park_command;
extern const Command k_open_command;
extern const Command k_path_command;
extern const Command k_paths_command;
extern const Command k_pause_command;
extern const Command k_plan_command;
extern const Command k_pdf_command;
extern const Command k_redo_command;
extern const Command k_refresh_command;
extern const Command k_refs_command;
extern const Command k_search_command;
extern const Command k_set_command;
extern const Command k_show_command;
extern const Command k_slips_command;
extern const Command k_split_command;
extern const Command k_start_command;
extern const Command k_stats_command;
extern const Command k_suggest_command;
extern const Command k_trail_command;
extern const Command k_tree_command;
extern const Command k_undo_command;
extern const Command k_unlink_command;
extern const Command k_week_command;
extern const Command k_why_command;

}  // namespace papers::cli
