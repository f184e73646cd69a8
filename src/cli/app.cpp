#include "cli/app.hpp"

#include <algorithm>
#include <filesystem>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "papers/error.hpp"

#include "cli/aliases.hpp"
#include "cli/command.hpp"
#include "cli/context.hpp"
#include "cli/help.hpp"
#include "cli/open_file.hpp"
#include "cli/output.hpp"
#include "cli/paged_output.hpp"
#include "cli/today.hpp"
#include "util/ascii.hpp"
#include "util/edit_distance.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

int to_int(ExitCode code) {
  return static_cast<int>(code);
}

int complain_and_return(Environment& environment, ExitCode code, std::string_view message) {
  environment.err << "papers: " << util::printable(message, /*keep_newlines=*/true) << '\n';
  return to_int(code);
}

/// Stands for the minus of a word that only looks like an option, until the words are parsed.
constexpr char k_hidden_minus = '\x1F';

/// "-tag:x", "-扩散", "-2401.00001" and "-"a phrase"" begin like options; "-n5" and "-0" are some.
std::string hide_minus(const std::string& arg) {
  const auto begins_word = [](char c) { return util::is_letter(c) || c == '"' || !util::is_ascii(c); };
  if (arg.size() < 2 || arg[0] != '-') {
    return arg;
  }
  const bool is_number =
      util::is_digit(arg[1]) && (arg[1] != '0' || (arg.size() > 2 && util::is_digit(arg[2])));
  const bool is_word = arg.size() > 2 && begins_word(arg[1]) && !util::is_digit(arg[2]);
  return is_number || is_word ? k_hidden_minus + arg.substr(1) : arg;
}

std::string show_minus(std::string text) {
  std::replace(text.begin(), text.end(), k_hidden_minus, '-');
  return text;
}

/// Commands see every word, and every value of an option, as it was typed.
void show_minuses(CLI::App& command) {
  for (CLI::Option* option : command.get_options()) {
    if (option->get_items_expected_max() > 0) {
      option->transform(show_minus);
    }
  }
}

/// CLI11's own words speak of "arguments not expected"; ours name the nearest option.
Failure unknown_option(const CLI::ExtrasError& error, const CLI::App& app, const Command& command) {
  std::vector<std::string> names;
  for (const CLI::App* level = &app; level != nullptr; level = level->get_parent()) {
    for (const CLI::Option* option : level->get_options()) {
      for (const std::string& name : option->get_lnames()) {
        names.push_back("--" + name);
      }
    }
  }
  const std::vector<std::string> extras = app.get_parent()->remaining(true);
  const std::string word = show_minus(extras.empty() ? error.what() : extras.front());
  const std::vector<std::string_view> choices(names.begin(), names.end());
  const auto meant =
      word.starts_with("-") ? util::nearest(word.substr(0, word.find('=')), choices) : std::nullopt;
  return {ExitCode::usage,
          fmt::format("{}: not expected by `papers {}`; {}see `papers {} --help`", word, command.name,
                      meant ? fmt::format("did you mean {}? ", *meant) : "", command.name)};
}

Failure bad_usage(const CLI::ParseError& error, const Command& command) {
  return {ExitCode::usage, fmt::format("{}; see `papers {} --help`",
                                       util::clean_line(show_minus(error.what())), command.name)};
}

/// Until it returns, the pager may keep the answer back.
ExitCode act(CommandLine& line, Context& context, bool may_be_paged) {
  const PagedOutput output(context.env(), may_be_paged);
  if (!context.options().set.empty()) {
    static_cast<void>(context.settings());  // a mistake in --set is told also where no setting is looked at
  }
  return line.action()(context);
}

int run_command(const Command& command, std::span<const std::string> args, Environment& environment) {
  GlobalOptions globals;
  CommandLine line(command, globals);
  std::vector<std::string> reversed(args.rbegin(), args.rend());
  if (command.filters) {
    std::transform(reversed.begin(), reversed.end(), reversed.begin(), hide_minus);
    show_minuses(line.sub());
  }
  try {
    line.root().parse(reversed);
  } catch (const CLI::CallForHelp&) {
    const PagedOutput output(environment, !globals.no_pager);
    environment.out << help_text(command);
    return to_int(ExitCode::done);
  } catch (const CLI::ExtrasError& error) {
    throw unknown_option(error, line.sub(), command);
  } catch (const CLI::ParseError& error) {
    throw bad_usage(error, command);
  }
  Context context(environment, globals);
  const ExitCode code = act(line, context, !command.changes && !command.hands_over && !globals.no_pager);
  environment.out.flush();
  context.act_afterwards();
  return to_int(code);
}

/// As unknown_command, but an alias may be what was meant.
Failure unknown_word(const std::string& word, Environment& environment) {
  Context context(environment, {});
  std::vector<std::string> names;
  for (const Alias& alias : aliases(context.settings())) {
    names.push_back(alias.name);
  }
  return unknown_command(word, names);
}

int run_without_command(std::span<const std::string> args, Environment& environment) {
  GlobalOptions globals;
  CLI::App app("", "papers");
  bool version = false;
  bool help = false;
  std::vector<std::string> words;
  declare_globals(app, globals);
  app.set_help_flag();
  app.add_flag("--version,-V", version);
  app.add_flag("--help,-h", help);
  app.add_flag("--json", globals.json);
  app.add_option("words", words);
  std::vector<std::string> reversed(args.rbegin(), args.rend());
  try {
    app.parse(reversed);
  } catch (const CLI::ParseError&) {
    throw Failure(ExitCode::usage, fmt::format("{}: not understood; `papers help` lists the commands",
                                               args.empty() ? "" : args.front()));
  }
  const PagedOutput output(environment, !globals.no_pager);
  if (version || help) {
    environment.out << (version ? version_text() : overview_text());
    return to_int(ExitCode::done);
  }
  if (words.size() == 1 && is_document(words.front())) {
    return to_int(open_with_desktop(environment, words.front()));
  }
  if (!words.empty()) {
    throw unknown_word(words.front(), environment);
  }
  Context context(environment, globals);
  return to_int(show_today(context));
}

/// The arguments with a command where the reader wrote an alias. A word that is neither stays as it is.
std::vector<std::string> understood(std::span<const std::string> args, Environment& environment) {
  std::vector<std::string> words(args.begin(), args.end());
  const auto place = place_of_command(words);
  if (!place || find_command(words[*place]) != nullptr || is_document(words[*place])) {
    return words;
  }
  Context context(environment, {});
  return without_alias(std::move(words), *place, context.settings());
}

int run_understood(std::span<const std::string> args, Environment& environment) {
  const auto place = place_of_command(args);
  const Command* command = place ? find_command(args[*place]) : nullptr;
  return command != nullptr ? run_command(*command, args, environment)
                            : run_without_command(args, environment);
}

}  // namespace

std::optional<std::size_t> place_of_command(std::span<const std::string> args) {
  if (!args.empty() && !args.front().starts_with('-')) {
    return 0;  // with no option before it, none need be declared to find it
  }
  GlobalOptions unused;
  CLI::App globals;
  declare_globals(globals, unused);
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (!args[i].starts_with('-')) {
      return i;
    }
    const CLI::Option* option = globals.get_option_no_throw(args[i]);
    i += option != nullptr && option->get_items_expected_max() > 0 ? 1 : 0;
  }
  return std::nullopt;
}

int run(std::span<const std::string> args, Environment& environment) {
  int code = to_int(ExitCode::failed);
  try {
    code = run_understood(understood(args, environment), environment);
  } catch (const Failure& failure) {
    code = complain_and_return(environment, failure.code(), failure.what());
  } catch (const std::exception& error) {
    code = complain_and_return(environment, ExitCode::failed, error.what());
  }
  environment.out.flush();
  environment.err.flush();
  if (!environment.out) {
    return complain_and_return(environment, ExitCode::failed,
                               "the output could not be written; is the disk full?");
  }
  return code;
}

}  // namespace papers::cli
