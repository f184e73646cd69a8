// `papers FILE.pdf`: GNOME's document viewer goes by the same name, so a document that exists is
// handed on to the desktop instead of being refused.
#pragma once

#include <string>

#include "papers/error.hpp"

namespace papers::cli {

/// Whether the argument is an existing file of a kind that a document viewer opens.
[[nodiscard]] bool is_document(const std::string& argument);

/// Replaces this process by the desktop's opener. Throws Failure when there is none.
ExitCode open_with_desktop(const std::string& file);

}  // namespace papers::cli
