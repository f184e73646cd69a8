#include <memory>

#include "app/done_when.hpp"
#include "app/reading.hpp"
#include "cli/arguments.hpp"
#include "cli/change_items.hpp"
#include "cli/commands.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::vector<std::string> items;
  app::Settable fields;
  std::optional<std::string> done_when;
};

bool says_nothing(const Options& options) {
  const app::Settable& f = options.fields;
  return !options.done_when && !f.title && !f.priority && !f.due && !f.effort && !f.level && !f.kind &&
         f.tags.empty() && f.untags.empty();
}

ExitCode run(const Options& options, Context& context) {
  if (says_nothing(options)) {
    throw Failure(ExitCode::usage,
                  "set: nothing to set; give --priority, --due, --tag, --untag, --effort, --level, "
                  "--done-when, --kind or --title");
  }
  const auto apply = [&options, today = context.today(), now = context.now()](Item& item) {
    if (const auto error = app::set_fields(item, options.fields, today)) {
      throw Failure(*error);
    }
    if (options.done_when) {
      app::set_done_when(item, *options.done_when, now);
    }
  };
  return change_items(context, {"set", options.items, apply});
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  app::Settable& fields = options->fields;
  arguments.words("ITEM", options->items, "What to change");
  arguments.text("--priority", "P", fields.priority, "H, M, L or none");
  arguments.text("--due", "DAY", fields.due, "A day (2024-11-24, fri, 3d, 2w) or none");
  arguments.texts("--tag", "TAG", fields.tags, "Add a tag; may be given again");
  arguments.texts("--untag", "TAG", fields.untags, "Remove a tag");
  arguments.text("--effort", "TIME", fields.effort, "Time it will take (45m, 1h30) or none");
  arguments.text("--level", "LEVEL", fields.level, "How far to read: skim, read, deep, reproduce or none");
  arguments.text("--done-when", "TEXT", options->done_when,
                 "What must be so for it to count as done, or none");
  arguments.text("--kind", "KIND", fields.kind, "paper, post, course, code, book, video or task");
  arguments.text("--title", "TEXT", fields.title, "A title of your own; \"\" gives it back to the sources");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_set_command{"set",
                            "Decide",
                            "Change priority, due day, tags, effort, level, kind or title",
                            "What you set is never overwritten by a fetch.",
                            "papers set 7 --priority H --due fri --tag decoding\npapers set 7 --due none\n"
                            "papers set 9 --level reproduce --done-when \"BLEU within 0.5 of table 2\"",
                            /*changes=*/true,
                            declare};

}  // namespace papers::cli
