#include <algorithm>
#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "util/calendar.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

std::filesystem::path default_target(Context& context) {
  std::string moment = util::to_moment(context.now());
  std::erase(moment, ':');
  return context.places().library().backups / fmt::format("library-{}.sqlite", moment);
}

ExitCode run(const std::string& file, Context& context) {
  const std::filesystem::path target = file.empty() ? default_target(context) : std::filesystem::path(file);
  const std::filesystem::path folder = std::filesystem::absolute(target).parent_path();
  if (!file.empty() && !std::filesystem::is_directory(folder)) {  // a stick that is not mounted, perhaps
    throw Failure(ExitCode::failed, fmt::format("{}: cannot be written: there is no folder {}",
                                                target.string(), folder.string()));
  }
  context.library().backup(target);
  if (context.options().json) {
    print_json(context, {{"file", target.string()}});
  } else {
    context.env().out << util::printable(target.string()) << '\n';
    hint(context, "a whole copy of the library, checked after writing");
  }
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto file = std::make_shared<std::string>();
  arguments.word("FILE", *file, "Where to; by default a dated file in the folder that `papers paths` names",
                 Arguments::Need::optional);
  return [file](Context& context) { return run(*file, context); };
}

}  // namespace

const Command k_backup_command{
    "backup",
    "Care",
    "Write a checked copy of the whole library",
    "An existing file is never overwritten. Do not copy the library file yourself while\n"
    "papers runs: its newest changes may stand in a file beside it.",
    "papers backup\npapers backup /media/stick/papers.sqlite",
    /*changes=*/false,
    declare};

}  // namespace papers::cli
