// The words of a command that somebody wrote into a setting or a variable, as a shell would part them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "papers/result.hpp"

namespace papers::util {

/// Blanks part words; '…' keeps everything, "…" all but \" and \\, and a backslash the character after it.
/// Nothing else means anything: no variables, no patterns. `less -R` -> {"less", "-R"}.
/// The Error (usage) says that a quote is never closed, or that a backslash ends the text.
[[nodiscard]] Result<std::vector<std::string>> command_words(std::string_view text);

}  // namespace papers::util
