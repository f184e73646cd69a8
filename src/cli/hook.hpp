// Hooks: programs of the reader's own that are asked before something changes, or told of an answer.
//
// hooks.on-add, hooks.on-done and hooks.on-next name a program and its arguments; no shell reads them. It
// gets one line of JSON on its standard input, {"schema": 1, "event": "on-add", "item": {...}}, and
// PAPERS_HOOK in its environment. The program is a name in PATH or an absolute path. It may read the library,
// but not change it. What it says goes to standard error. They come from config.toml alone, and only while
// that is the reader's own file and nobody else may write to it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "papers/item.hpp"

#include "cli/context.hpp"

namespace papers::cli {

/// Why the program of this command cannot be run as it is, and what to do about it; "" when it can, and for
/// no command.
[[nodiscard]] std::string hook_problem(std::string_view event, const std::vector<std::string>& command);

/// Whether there is such a hook to be run: never in a dry run, nor inside of another hook.
[[nodiscard]] bool has_hook(Context& context, std::string_view event);

/// Asks before a change: "on-add", "on-done". Nothing happens unless has_hook. To be called while no
/// Change is open: the program may take its time. Throws Failure: `refused` when the program ends with an
/// exit code other than 0 or takes longer than hooks.timeout, `failed` when it cannot be started or
/// config.toml is open to others, `interrupted` when Ctrl-C came first.
void ask_hook(Context& context, std::string_view event, const Item& item);

/// Tells of an answer: "on-next". Whatever becomes of the program changes nothing; problems are said.
void tell_hook(Context& context, std::string_view event, const Item& item);

}  // namespace papers::cli
