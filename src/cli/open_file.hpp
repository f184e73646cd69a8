// Handing things to the desktop: PDFs and pages of items, and with `papers FILE.pdf` any document: GNOME's
// document viewer goes by the same name, so a document that exists is handed on instead of being refused.
#pragma once

#include <string>

#include "papers/error.hpp"

namespace papers::cli {

/// Whether the argument is an existing file of a kind that a document viewer opens.
[[nodiscard]] bool is_document(const std::string& argument);

/// Replaces this process by the desktop's opener. Throws Failure when there is none.
ExitCode open_with_desktop(const std::string& file);
/// The same with the address of a page, which must begin with http:// or https://.
ExitCode open_page_with_desktop(const std::string& address);

}  // namespace papers::cli
