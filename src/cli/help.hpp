// Help: --help and `papers help`, from the table of commands; manual.hpp makes the manual pages of the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/arguments.hpp"
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
  [[nodiscard]] const Choices& choices() const { return m_choices; }

 private:
  CLI::App m_root;
  CLI::App* m_sub;
  Choices m_choices;
  Action m_action;
};

/// --offline, --quiet, --color, --set: before or after the command.
void declare_globals(CLI::App& app, GlobalOptions& globals);

/// What stands for the value of an option, or for a word: "ITEM".
[[nodiscard]] std::string type_of(const CLI::Option& option);

/// The group of the options that every command has. CLI11 does not name those of the group "".
inline constexpr const char* k_of_every_command = "of every command";

inline constexpr std::string_view k_about =
    "a reading queue with a citation graph, for people who read research papers";

/// What a reader must know before any command.
inline constexpr std::string_view k_introduction =
    "papers alone shows today: what you read, what is next, what is due. papers COMMAND --help says what a\n"
    "command does, with examples.\n"
    "An ITEM is an identifier in any form, a citation key, a short number, or words of the title.";

/// One option or argument as it is shown.
struct OptionLine {
  std::string names;
  std::string text;
};

[[nodiscard]] std::string names_of(const CLI::Option& option);            ///< "-n, --most N", "ITEM..."
[[nodiscard]] std::vector<OptionLine> option_lines(const CLI::App& app);  ///< words first
[[nodiscard]] std::string usage_of(const CLI::App& app, const Command& command);

[[nodiscard]] std::string version_text();   ///< "papers 0.1.0\n"
[[nodiscard]] std::string overview_text();  ///< `papers help`
[[nodiscard]] std::string help_text(const Command& command);

}  // namespace papers::cli
