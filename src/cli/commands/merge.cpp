#include <memory>
#include <ostream>

#include <fmt/format.h>

#include "app/one_work.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::string a;
  std::string b;
  bool different = false;
};

ExitCode run(const Options& options, Context& context) {
  const bool dry_run = context.options().dry_run;
  if (options.different) {
    app::tell_apart(context.writable_library(), options.a, options.b, dry_run);
    hint(context, fmt::format("{} and {} are different works; `papers check` will not ask again", options.a,
                              options.b));
  } else {
    const Item whole = app::merge_items(context.writable_library(), options.a, options.b, dry_run);
    if (context.options().json) {
      print_items_json(context, {whole});
    } else {
      context.env().out << item_table({whole}, context.env().terminal.columns);
    }
  }
  if (dry_run) {
    hint(context, "(dry run: nothing was changed)");
  }
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.word("ITEM", options->a, "What stays");
  arguments.word("OTHER", options->b, "What becomes part of it");
  arguments.flag("--different", options->different, "They are not one work; do not ask again");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_merge_command{
    "merge",
    "Care",
    "Make two items one, when they are versions of one work",
    "States, notes, tags, names and citations of both are kept; `papers undo` takes them apart again.\n"
    "`papers check` lists items that may be one work.",
    "papers merge kou2024cllms 10.1/x\npapers merge 3 17 --different",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
