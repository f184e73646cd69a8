// The language of plans and reports: what was asked for, else the setting `lang`, else the locale.
#pragma once

#include <string>

#include "cli/context.hpp"
#include "weekly/report_words.hpp"

namespace papers::cli {

using weekly::Language;

/// `wanted` is "en", "zh" or "" for what the setting says; "auto" there follows LC_ALL, LC_MESSAGES, LANG.
[[nodiscard]] Language language_for(Context& context, const std::string& wanted);

}  // namespace papers::cli
