#include <algorithm>
#include <cstddef>
#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/one_work.hpp"
#include "app/selector.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::string a;
  std::string b;
  bool different = false;
};

void say_apart(Context& context, const Options& options) {
  if (context.options().json) {
    const auto item = [&](const std::string& name) {
      return value_or_throw(app::select_item(context.library(), name));
    };
    const std::vector<Item> items{item(options.a), item(options.b)};
    print_json(context, {{"outcome", "different"}, {"items", items_json(items)}});
  } else {
    hint(context, fmt::format("{} and {} are different works; `papers check` will not ask again", options.a,
                              options.b));
  }
}

std::ptrdiff_t arxiv_ids_of(const Item& item) {
  return std::count_if(item.ids.begin(), item.ids.end(),
                       [](const Identifier& id) { return id.scheme == Scheme::arxiv; });
}

void say_whole(Context& context, const Item& whole, const std::string& other) {
  if (context.options().json) {
    print_json(context, {{"outcome", "merged"}, {"items", items_json({whole})}});
    return;
  }
  report(context, item_table({whole}, context.env().terminal.columns));
  hint(context, fmt::format("{} is part of it now{}; if they are two works: papers undo", other,
                            arxiv_ids_of(whole) > 1 ? ", although arXiv has two numbers for them" : ""));
}

ExitCode run(const Options& options, Context& context) {
  const bool dry_run = context.options().dry_run;
  if (options.different) {
    app::tell_apart(context.writable_library(), options.a, options.b, dry_run);
    say_apart(context, options);
  } else {
    const std::string other = value_or_throw(app::select_item(context.library(), options.b)).key;
    say_whole(context, app::merge_items(context.writable_library(), options.a, options.b, dry_run), other);
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
