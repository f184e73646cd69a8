#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>

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

std::vector<WordCandidate> options_of(const CLI::App& app) {
  std::vector<WordCandidate> list;
  for (const CLI::App* level = &app; level != nullptr; level = level->get_parent()) {
    for (const CLI::Option* option : level->get_options()) {
      for (const std::string& name : option->get_lnames()) {
        list.push_back({"--" + name, option->get_description()});
      }
    }
  }
  return list;
}

/// The argument that the word being typed belongs to; the last one takes all that follow.
std::string_view placeholder_at(const CLI::App& app, std::size_t position, std::string& name) {
  std::size_t seen = 0;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) {
      name = option->get_single_name();
      if (seen++ == position || option->get_items_expected_max() > 1) {
        return name;
      }
    }
  }
  return "";
}

std::vector<WordCandidate> candidates_at(const Words& words, Context& context) {
  const Command* command = words.size() > 1 ? find_command(words.front()) : nullptr;
  if (command == nullptr) {
    return words.size() <= 1 ? candidates_for("COMMAND", words.back(), context)
                             : std::vector<WordCandidate>{};
  }
  GlobalOptions unused;
  CommandLine line(*command, unused);
  if (words.back().starts_with('-')) {
    return options_of(line.sub());
  }
  std::size_t position = 0;
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const CLI::Option* option = words[i].starts_with('-') ? option_named(line.sub(), words[i]) : nullptr;
    const bool takes_value = option != nullptr && option->get_items_expected_max() > 0;
    if (takes_value && i + 2 == words.size()) {
      return candidates_for(type_of(*option), words.back(), context);
    }
    i += takes_value ? 1 : 0;
    position += option == nullptr && !words[i].starts_with('-') ? 1 : 0;
  }
  std::string name;
  return candidates_for(placeholder_at(line.sub(), position, name), words.back(), context);
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
