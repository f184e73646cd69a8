// Handing things to the desktop: PDFs and pages of items, and with `papers FILE.pdf` any document: GNOME's
// document viewer goes by the same name, so a document that exists is handed on instead of being refused.
#pragma once

#include <string>

#include "papers/error.hpp"

#include "cli/environment.hpp"

namespace papers::cli {

/// Whether the argument is an existing file of a kind that a document viewer opens.
[[nodiscard]] bool is_document(const std::string& argument);

/// Runs the desktop's opener and waits for its end: some viewers stay until they are closed. Throws Failure
/// when there is no opener, or it says that it failed.
ExitCode open_with_desktop(Environment& environment, const std::string& file);
/// The same with the address of a page, which must begin with http:// or https://.
ExitCode open_page_with_desktop(Environment& environment, const std::string& address);

}  // namespace papers::cli
