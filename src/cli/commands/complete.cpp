#include <memory>
#include <ostream>
#include <set>
#include <span>

#include <CLI/CLI.hpp>

#include "cli/aliases.hpp"
#include "cli/app.hpp"
#include "cli/arguments.hpp"
#include "cli/candidates.hpp"
#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

using Words = std::vector<std::string>;

const CLI::Option* option_named(const CLI::App& app, const std::string& name) {
  for (const CLI::App* level = &app; level != nullptr; level = level->get_parent()) {
    for (const CLI::Option* option : level->get_options()) {
      if (!option->get_positional() && option->check_name(name)) {
        return option;
      }
    }
  }
  return nullptr;
}

using Candidates = std::vector<WordCandidate>;

/// Options of a command and of every command, each once.
Candidates options_of(const CLI::App& app) {
  Candidates list;
  std::set<std::string> seen;
  for (const CLI::App* level = &app; level != nullptr; level = level->get_parent()) {
    for (const CLI::Option* option : level->get_options()) {
      for (const std::string& name : option->get_lnames()) {
        if (seen.insert(name).second) {
          list.push_back({"--" + name, option->get_description()});
        }
      }
    }
  }
  return list;
}

/// The argument that the word being typed belongs to; the last one takes all that follow. nullptr for none.
const CLI::Option* argument_at(const CLI::App& app, std::size_t position) {
  std::size_t seen = 0;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional() && (seen++ == position || option->get_items_expected_max() > 1)) {
      return option;
    }
  }
  return nullptr;
}

/// A command, what stands between it and the word being typed, and that word.
struct Unfinished {
  const Command& command;
  std::span<const std::string> words;
  std::string_view typed;
};

Candidates values_of(const CLI::Option& option, const Choices& choices, std::string_view typed,
                     Context& context) {
  const auto known = choices.find(&option);
  if (known == choices.end()) {
    return candidates_for(option.get_positional() ? option.get_single_name() : type_of(option), typed,
                          context);
  }
  Candidates list;
  for (const std::string& choice : known->second) {
    list.push_back({choice, ""});
  }
  return list;
}

bool takes_value(const CLI::Option* option) {
  return option != nullptr && option->get_items_expected_max() > 0;
}

/// "--sort=ye": the values, with the option before them.
Candidates values_after_sign(CommandLine& line, std::string_view typed, Context& context) {
  const std::size_t sign = typed.find('=');
  const std::string name(typed.substr(0, sign));
  const CLI::Option* option = option_named(line.sub(), name);
  Candidates list = takes_value(option) ? values_of(*option, line.choices(), typed.substr(sign + 1), context)
                                        : Candidates{};
  for (WordCandidate& candidate : list) {
    candidate.word = name + '=' + candidate.word;
  }
  return list;
}

/// Options, and negated conditions where the command takes conditions.
Candidates dashed(CommandLine& line, const Unfinished& what, Context& context) {
  if (what.typed.starts_with("--") && what.typed.find('=') != std::string_view::npos) {
    return values_after_sign(line, what.typed, context);
  }
  Candidates list = options_of(line.sub());
  if (what.command.filters && !what.typed.starts_with("--")) {
    const Candidates negated = candidates_for("FILTER", what.typed, context);
    list.insert(list.end(), negated.begin(), negated.end());
  }
  return list;
}

Candidates candidates_of(const Unfinished& what, Context& context) {
  GlobalOptions unused;
  CommandLine line(what.command, unused);
  std::size_t position = 0;
  for (std::size_t i = 0; i < what.words.size(); ++i) {
    const bool is_option = what.words[i].starts_with('-');
    const CLI::Option* option = is_option ? option_named(line.sub(), what.words[i]) : nullptr;
    if (takes_value(option) && i + 1 == what.words.size()) {
      return values_of(*option, line.choices(), what.typed, context);
    }
    i += takes_value(option) ? 1 : 0;
    position += is_option ? 0 : 1;
  }
  if (what.typed.starts_with('-')) {
    return dashed(line, what, context);
  }
  const CLI::Option* argument = argument_at(line.sub(), position);
  return argument == nullptr ? Candidates{} : values_of(*argument, line.choices(), what.typed, context);
}

/// Before there is a command: commands, aliases, and the options of every command.
Candidates beginnings(const Words& before, std::string_view typed, Context& context) {
  GlobalOptions unused;
  CLI::App globals;
  declare_globals(globals, unused);
  const CLI::Option* last = before.empty() ? nullptr : option_named(globals, before.back());
  if (takes_value(last)) {
    return candidates_for(type_of(*last), typed, context);
  }
  return typed.starts_with('-') ? options_of(globals) : candidates_for("COMMAND", typed, context);
}

Candidates candidates_at(const Words& words, Context& context) {
  Words before(words.begin(), words.end() - 1);
  auto place = place_of_command(before);
  if (place && find_command(before[*place]) == nullptr) {
    before = without_alias(std::move(before), *place, context.settings());
    place = place_of_command(before);
  }
  if (!place) {
    return beginnings(before, words.back(), context);
  }
  const Command* command = find_command(before[*place]);
  return command == nullptr
             ? Candidates{}
             : candidates_of({*command, std::span(before).subspan(*place + 1), words.back()}, context);
}

ExitCode run(const Words& words, Context& context) {
  const Words typed = words.empty() ? Words{""} : words;
  for (const WordCandidate& candidate : candidates_at(typed, context)) {
    if (candidate.word.starts_with(typed.back())) {
      context.env().out << util::printable(candidate.word) << '\t' << util::printable(candidate.description)
                        << '\n';
    }
  }
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto words = std::make_shared<Words>();
  arguments.words("WORD", *words, "The words typed so far; the last one, which may be empty, is completed",
                  Arguments::Need::optional);
  return [words](Context& context) { return run(*words, context); };
}

}  // namespace

const Command k_complete_command{"complete",
                                 "",
                                 "List what may stand at the end of a command line",
                                 "",
                                 "papers complete -- start med",
                                 /*changes=*/false,
                                 declare};

}  // namespace papers::cli
