#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

CheckReport checked(bool repair, Context& context) {
  if (repair && !context.options().dry_run) {
    return context.writable_library().check(/*repair=*/true);
  }
  Library library = Library::open(context.places().library(), Library::Mode::read, context.env().clock);
  return library.check(/*repair=*/false);
}

/// Two items that may be one work, as the reader would name them.
struct Pair {
  Item a;
  Item b;
};

std::vector<Pair> possible_versions(Context& context) {
  const Library& library = context.library();
  std::vector<Pair> pairs;
  for (const PossibleVersion& version : library.possible_versions()) {
    auto a = library.find_row(version.a);
    auto b = library.find_row(version.b);
    if (a && b) {
      pairs.push_back({*std::move(a), *std::move(b)});
    }
  }
  return pairs;
}

nlohmann::ordered_json to_json(const std::vector<Pair>& pairs) {
  auto list = nlohmann::ordered_json::array();
  for (const Pair& pair : pairs) {
    list.push_back({{"a", format(pair.a.ids.front())},
                    {"b", format(pair.b.ids.front())},
                    {"title", display_title(pair.a)}});
  }
  return list;
}

void say(Context& context, const std::vector<Pair>& pairs) {
  for (const Pair& pair : pairs) {
    context.env().out << util::printable(
        fmt::format("possible versions: {} and {}, {}\n", pair.a.key, pair.b.key, display_title(pair.a)),
        /*keep_newlines=*/true);
    hint(context, fmt::format("  one work: papers merge {0} {1}   two: papers merge {0} {1} --different",
                              pair.a.key, pair.b.key));
  }
}

ExitCode run(bool repair, Context& context) {
  const CheckReport report = checked(repair, context);
  const ExitCode code = report.damage.empty() ? ExitCode::done : ExitCode::failed;
  const std::vector<Pair> pairs = report.damage.empty() ? possible_versions(context) : std::vector<Pair>{};
  if (context.options().json) {
    print_json(context, {{"damage", report.damage},
                         {"repaired", report.repaired},
                         {"items_checked", report.items},
                         {"reference_lists_checked", report.reference_lists},
                         {"commands_checked", report.commands},
                         {"possible_versions", to_json(pairs)}});
    return code;
  }
  for (const std::string& line : report.damage) {
    context.env().out << "damaged: " << util::printable(line) << '\n';
  }
  for (const std::string& line : report.repaired) {
    context.env().out << "made anew: " << util::printable(line) << '\n';
  }
  context.env().out << fmt::format(
      "{}, {} and {} checked: {}\n", counted(static_cast<std::size_t>(report.items), "item", "items"),
      counted(static_cast<std::size_t>(report.reference_lists), "reference list", "reference lists"),
      counted(static_cast<std::size_t>(report.commands), "command", "commands"),
      report.damage.empty() ? "all is well" : "there is damage");
  say(context, pairs);
  if (!report.damage.empty()) {
    hint(context,
         fmt::format("copies made before upgrades lie in {}; `papers export jsonl` saves what can be read",
                     context.places().library().backups.string()));
  }
  return code;
}

Action declare(Arguments& arguments) {
  auto repair = std::make_shared<bool>(false);
  arguments.flag("--repair", *repair, "Make derived data anew; what you entered is never touched");
  return [repair](Context& context) { return run(*repair, context); };
}

}  // namespace

const Command k_check_command{
    "check",
    "Care",
    "Check the library for damage, down to single bits",
    "Looks at every page, the checksum of every item, reference list and log entry, and all\n"
    "derived data. Lists items that may be versions of one work.",
    "papers check\npapers check --repair",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
