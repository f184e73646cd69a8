// Help: --help, `papers help` and the manual page, all from the table of commands.
#pragma once

#include <string>

#include <CLI/CLI.hpp>

#include "cli/command.hpp"
#include "cli/context.hpp"

namespace papers::cli {

/// The parser for one command, with the options that all commands share.
class CommandLine {
 public:
  CommandLine(const Command& command, GlobalOptions& globals);
  [[nodiscard]] CLI::App& root() { return m_root; }
  [[nodiscard]] CLI::App& sub() { return *m_sub; }
  [[nodiscard]] const Action& action() const { return m_action; }

 private:
  CLI::App m_root;
  CLI::App* m_sub;
  Action m_action;
};

/// --offline, --quiet, --color, --set: before or after the command.
void declare_globals(CLI::App& app, GlobalOptions& globals);

/// What stands for the value of an option, or for a word: "ITEM".
[[nodiscard]] std::string type_of(const CLI::Option& option);

[[nodiscard]] std::string version_text();   ///< "papers 0.1.0\n"
[[nodiscard]] std::string overview_text();  ///< `papers help`
[[nodiscard]] std::string help_text(const Command& command);
[[nodiscard]] std::string manual_page();  ///< roff, for man(1)

}  // namespace papers::cli
