// The manual pages, in roff for man(1): papers(1), which names every command, and papers-COMMAND(1) for each,
// from the same table as --help.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "cli/command.hpp"

namespace papers::cli {

[[nodiscard]] std::string manual_overview();                    ///< papers(1)
[[nodiscard]] std::string manual_page(const Command& command);  ///< papers-add(1)

/// Writes all pages into a folder, as papers.1, pq.1, papers-add.1, ... Throws Failure.
void write_manual(const std::filesystem::path& folder);

/// Any text as roff that shows it letter by letter: "-" that can be copied and searched, straight quotes, no
/// accidental requests, everything beyond ASCII by its number.
[[nodiscard]] std::string roff(std::string_view text);

}  // namespace papers::cli
