#include "cli/manual.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "papers/version.hpp"

#include "cli/arguments.hpp"
#include "cli/help.hpp"
#include "util/ascii.hpp"
#include "util/atomic_file.hpp"
#include "util/strings.hpp"

namespace papers::cli {
namespace {

/// When the manual's own words (not those of the commands) changed last.
constexpr std::string_view k_date = "2026-11-28";

struct Escape {
  char letter;
  std::string_view roff;
};

constexpr std::array k_escapes{Escape{'\\', "\\e"},  Escape{'-', "\\-"},   Escape{'\'', "\\(aq"},
                               Escape{'`', "\\(ga"}, Escape{'^', "\\(ha"}, Escape{'~', "\\(ti"},
                               Escape{'"', "\\(dq"}};

/// A variable, file or exit code and what it is for.
struct Entry {
  std::string_view name;
  std::string_view text;
};

constexpr std::array k_exit_codes{Entry{"0", "done"},
                                  Entry{"1", "failed"},
                                  Entry{"2", "usage"},
                                  Entry{"3", "nothing matched, or ambiguous"},
                                  Entry{"4", "partly done: what worked is kept, the rest is named"},
                                  Entry{"5", "refused by a limit that you set, or by a hook"},
                                  Entry{"75", "try again later: network or rate limit; what arrived is kept"},
                                  Entry{"130", "interrupted"}};

constexpr std::array k_variables{
    Entry{"PAPERS_HOME", "Keeps configuration, library, state and cache under this one folder."},
    Entry{"PAPERS_NOW", "The time to be taken for now, e.g. 2024-11-17T09:00:00Z."},
    Entry{"PAPERS_OFFLINE", "When 1, as --offline."},
    Entry{"PAPERS_HOOK", "Set for the programs that hooks run, which run no hooks themselves."},
    Entry{"PAPERS_S2_API_KEY, PAPERS_OPENALEX_API_KEY",
          "Your keys of Semantic Scholar and OpenAlex, which make them more patient. A file keys.toml beside "
          "config.toml, readable by you alone, can hold them too: semantic-scholar = \"KEY\", openalex = "
          "\"KEY\"."},
    Entry{"PAPERS_ARXIV_URL, PAPERS_S2_URL, PAPERS_OPENALEX_URL, PAPERS_CROSSREF_URL",
          "Scheme, host and port that replace those of a service: https, or http for this machine."},
    Entry{"PAPERS_PAGER, PAGER",
          "The program that shows what is longer than the screen, on a terminal alone: less -FRX unless said "
          "otherwise; cat for none. No shell reads it."},
    Entry{"NO_COLOR", "When set, no colour."}};

std::string code_point(std::uint32_t code) {
  return fmt::format("\\[u{:04X}]", code);
}

/// The code point at the front of well-formed UTF-8 beyond ASCII, and its length in bytes.
std::pair<std::uint32_t, std::size_t> decode(std::string_view text) {
  const auto byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const std::size_t length = byte(0) >= 0xF0 ? 4 : byte(0) >= 0xE0 ? 3 : 2;
  std::uint32_t code = byte(0) & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length && i < text.size(); ++i) {
    code = (code << 6U) | (byte(i) & 0x3FU);
  }
  return {code, std::min(length, text.size())};
}

std::string upper(std::string_view name) {
  std::string result(name);
  for (char& c : result) {
    c = util::is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return result;
}

std::string header(std::string_view name, std::string_view summary) {
  return fmt::format(".TH {} 1 {} \"papers {}\" \"User Commands\"\n.SH NAME\n{} \\- {}\n", upper(name),
                     k_date, k_version, roff(name), roff(summary));
}

/// A paragraph; its lines are filled, its empty lines part it.
std::string filled(std::string_view text) {
  std::string page;
  for (const std::string_view line : util::split(text, '\n')) {
    page += (line.empty() ? ".PP" : roff(line)) + "\n";
  }
  return page;
}

std::string tagged(std::string_view name, std::string_view text) {
  return fmt::format(".TP\n\\fB{}\\fR\n{}\n", roff(name), roff(text));
}

template <class Entries>
std::string tagged(const Entries& entries) {
  std::string page;
  for (const Entry& entry : entries) {
    page += tagged(entry.name, entry.text);
  }
  return page;
}

std::string options_of_every_command() {
  GlobalOptions unused;
  CLI::App globals;
  declare_globals(globals, unused);
  std::string page;
  for (const CLI::Option* option :
       globals.get_options([](const CLI::Option* o) { return o->get_group() == k_of_every_command; })) {
    page += tagged(names_of(*option), option->get_description());
  }
  return page;
}

std::string page_name(const Command& command) {
  return fmt::format("papers-{}", command.name);
}

std::string commands_by_group() {
  std::string page;
  std::string_view group;
  for (const Command* command : commands()) {
    if (command->group.empty()) {
      continue;
    }
    if (command->group != group) {
      group = command->group;
      page += fmt::format(".SS {}\n", roff(group));
    }
    page += fmt::format(".TP\n\\fB{}\\fR(1)\n{}.\n", roff(page_name(*command)), roff(command->summary));
  }
  return page;
}

}  // namespace

std::string roff(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const char letter = text.front();
    if (!util::is_ascii(letter)) {
      const auto [code, length] = decode(text);
      result += code_point(code);
      text.remove_prefix(length);
      continue;
    }
    const auto* const row = std::find_if(k_escapes.begin(), k_escapes.end(),
                                         [letter](const Escape& escape) { return escape.letter == letter; });
    const bool request = letter == '.' && (result.empty() || result.back() == '\n');
    result += request ? "\\&." : row != k_escapes.end() ? std::string(row->roff) : std::string(1, letter);
    text.remove_prefix(1);
  }
  return result;
}

std::string manual_overview() {
  return header("papers", k_about) +
         ".SH SYNOPSIS\n.B papers\n[COMMAND] [ARGUMENTS] [OPTIONS]\n.SH DESCRIPTION\n" +
         filled(k_introduction) + ".SH COMMANDS\n" + commands_by_group() + ".SH OPTIONS OF EVERY COMMAND\n" +
         options_of_every_command() + ".SH EXIT STATUS\n" + tagged(k_exit_codes) + ".SH ENVIRONMENT\n" +
         tagged(k_variables) + ".SH FILES\n" + filled("`papers paths` prints where everything is kept.");
}

std::string manual_page(const Command& command) {
  GlobalOptions unused;
  CommandLine line(command, unused);
  std::string page = header(page_name(command), command.summary) + ".SH SYNOPSIS\n" +
                     fmt::format("\\fB{}\\fR\n", roff(usage_of(line.sub(), command)));
  page += ".SH DESCRIPTION\n" +
          (command.details.empty() ? filled(fmt::format("{}.", command.summary)) : filled(command.details));
  page += ".SH ARGUMENTS AND OPTIONS\n";
  for (const OptionLine& option : option_lines(line.sub())) {
    page += tagged(option.names, option.text);
  }
  page += tagged("...", "The options of every command: see papers(1).");
  if (!command.examples.empty()) {
    page += fmt::format(".SH EXAMPLES\n.EX\n{}\n.EE\n", roff(command.examples));
  }
  return page + ".SH SEE ALSO\n\\fBpapers\\fR(1)\n";
}

void write_manual(const std::filesystem::path& folder) {
  util::write_file(folder / "papers.1", manual_overview());
  util::write_file(folder / "pq.1", ".so man1/papers.1\n");
  for (const Command* command : commands()) {
    if (!command->group.empty()) {
      util::write_file(folder / (page_name(*command) + ".1"), manual_page(*command));
    }
  }
}

}  // namespace papers::cli
