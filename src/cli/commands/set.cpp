#include <memory>

#include <CLI/CLI.hpp>

#include "app/reading.hpp"
#include "cli/change_items.hpp"
#include "cli/commands.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::vector<std::string> items;
  app::Settable fields;
};

bool says_nothing(const app::Settable& f) {
  return !f.title && !f.priority && !f.due && !f.effort && !f.level && !f.kind && f.tags.empty() &&
         f.untags.empty();
}

ExitCode run(const Options& options, Context& context) {
  if (says_nothing(options.fields)) {
    throw Failure(ExitCode::usage,
                  "set: nothing to set; give --priority, --due, --tag, --untag, --effort, --level, "
                  "--kind or --title");
  }
  const auto apply = [&options, today = context.today()](Item& item) {
    if (const auto error = app::set_fields(item, options.fields, today)) {
      throw Failure(*error);
    }
  };
  return change_items(context, {"set", options.items, apply, nullptr});
}

Action declare(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app::Settable& fields = options->fields;
  app.add_option("ITEM", options->items, "What to change")->required();
  app.add_option("--priority", fields.priority, "H, M, L or none")->type_name("P");
  app.add_option("--due", fields.due, "A day (2024-11-24, fri, 3d, 2w) or none")->type_name("DAY");
  app.add_option("--tag", fields.tags, "Add a tag; may be given again")
      ->type_name("TAG")
      ->expected(1)
      ->take_all();
  app.add_option("--untag", fields.untags, "Remove a tag")->type_name("TAG")->expected(1)->take_all();
  app.add_option("--effort", fields.effort, "Time it will take (45m, 1h30) or none")->type_name("TIME");
  app.add_option("--level", fields.level, "How far to read: skim, read, deep, reproduce or none")
      ->type_name("LEVEL");
  app.add_option("--kind", fields.kind, "paper, post, course, code, book, video or task")->type_name("KIND");
  app.add_option("--title", fields.title, "A title of your own; \"\" gives it back to the sources")
      ->type_name("TEXT");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_set_command{"set",
                            "Decide",
                            "Change priority, due day, tags, effort, level, kind or title",
                            "What you set is never overwritten by a fetch.",
                            "papers set 7 --priority H --due fri --tag decoding\npapers set 7 --due none",
                            /*changes=*/true,
                            declare};

}  // namespace papers::cli
