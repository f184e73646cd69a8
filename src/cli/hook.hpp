// Hooks: programs of the reader's own that are asked before something changes, or told of an answer.
//
// hooks.on-add, hooks.on-done and hooks.on-next name a program and its arguments; no shell reads them. It
// gets one line of JSON on its standard input, {"schema": 1, "event": "on-add", "item": {...}}, and
// PAPERS_HOOK in its environment. It may read the library, but not change it. What it says goes to standard
// error. They come from config.toml alone, and only while that is the reader's own file and nobody else may
// write to it.
#pragma once

#include <string_view>

#include "papers/item.hpp"

#include "cli/context.hpp"

namespace papers::cli {

/// Asks before a change: "on-add", "on-done". Nothing happens without such a hook, in a dry run, and inside
/// of another hook. Throws Failure: `refused` when the program ends with an exit code other than 0 or takes
/// longer than hooks.timeout, `failed` when it cannot be started or config.toml is open to others.
void ask_hook(Context& context, std::string_view event, const Item& item);

/// Tells of an answer: "on-next". Whatever becomes of the program changes nothing; problems are said.
void tell_hook(Context& context, std::string_view event, const Item& item);

}  // namespace papers::cli
