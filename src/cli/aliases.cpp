#include "cli/aliases.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "cli/app.hpp"
#include "cli/command.hpp"
#include "util/command_words.hpp"
#include "util/strings.hpp"

namespace papers::cli {
namespace {

const Alias* named(const std::vector<Alias>& all, std::string_view name) {
  const auto found =
      std::find_if(all.begin(), all.end(), [name](const Alias& alias) { return alias.name == name; });
  return found == all.end() ? nullptr : &*found;
}

std::vector<std::string> words_of(const Alias& alias) {
  auto words = util::command_words(alias.command);
  if (!words) {
    throw Failure(ExitCode::usage, fmt::format("alias.{}: {}", alias.name, words.error().message));
  }
  return *std::move(words);
}

}  // namespace

std::vector<Alias> aliases(const config::Settings& settings) {
  std::vector<Alias> all;
  for (const config::Key& key : settings.keys()) {
    if (!key.name.starts_with(config::k_alias_prefix)) {
      continue;
    }
    const std::string name = key.name.substr(config::k_alias_prefix.size());
    if (!settings.text(key.name).empty() && find_command(name) == nullptr) {
      all.push_back({name, settings.text(key.name)});
    }
  }
  return all;
}

std::vector<std::string> without_alias(std::vector<std::string> args, std::size_t place,
                                       const config::Settings& settings) {
  const std::vector<Alias> all = aliases(settings);
  std::vector<std::string> seen;
  for (auto at = std::optional(place); at && *at < args.size(); at = place_of_command(args)) {
    const Alias* alias = named(all, args[*at]);
    if (alias == nullptr) {
      break;
    }
    if (std::find(seen.begin(), seen.end(), alias->name) != seen.end()) {
      throw Failure(ExitCode::usage,
                    fmt::format("alias.{}: leads back to itself ({}, {}); let it begin with a "
                                "command",
                                seen.front(), util::join(seen, ", "), alias->name));
    }
    seen.push_back(alias->name);
    const std::vector<std::string> words = words_of(*alias);
    const auto here = args.begin() + static_cast<std::ptrdiff_t>(*at);
    args.insert(args.erase(here), words.begin(), words.end());
  }
  return args;
}

void check_alias(std::string_view name, std::string_view command, const config::Settings& settings) {
  if (find_command(name) != nullptr) {
    throw Failure(ExitCode::usage,
                  fmt::format("alias.{0}: {0} is a command, and stays one; choose another name", name));
  }
  const Alias alias{std::string(name), std::string(command)};
  const std::vector<std::string> words = words_of(alias);
  const auto place = place_of_command(words);
  if (!place) {
    if (!words.empty()) {
      throw Failure(ExitCode::usage, fmt::format("alias.{}: {}: names no command", name, command));
    }
    return;
  }
  const std::string& first = words[*place];
  if (find_command(first) == nullptr && (first == name || named(aliases(settings), first) == nullptr)) {
    throw Failure(ExitCode::usage,
                  fmt::format("alias.{}: {}", name,
                              first == name ? "leads back to itself; let it begin with a command"
                                            : std::string(unknown_command(first).what())));
  }
}

}  // namespace papers::cli
