#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/selector.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/fetch_references.hpp"
#include "cli/output.hpp"
#include "model/item_json.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::string item;
  FetchWishes wishes;
};

/// References that a source knows by title only.
std::vector<Reference> title_only(const std::vector<ReferenceList>& lists) {
  std::vector<Reference> entries;
  for (const ReferenceList& list : lists) {
    for (const Reference& entry : list.entries) {
      if (!entry.id) {
        entries.push_back(entry);
      }
    }
  }
  return entries;
}

std::string byline_of(const Reference& entry) {
  return entry.author + (entry.year ? fmt::format("{}{}", entry.author.empty() ? "" : " ", *entry.year) : "");
}

void say_json(Context& context, const Item& item, const std::vector<Item>& known,
              const std::vector<Reference>& rest) {
  auto items = nlohmann::ordered_json::array();
  for (const Item& reference : known) {
    items.push_back(model::item_to_json(reference));
  }
  auto unresolved = nlohmann::ordered_json::array();
  for (const Reference& entry : rest) {
    unresolved.push_back(
        {{"position", entry.position},
         {"title", entry.title},
         {"author", entry.author},
         {"year", entry.year ? nlohmann::ordered_json(*entry.year) : nlohmann::ordered_json()}});
  }
  const nlohmann::ordered_json whole = model::item_to_json(item);
  print_json(context, {{"item", whole["id"]},
                       {"references", whole["references"]},
                       {"items", std::move(items)},
                       {"unresolved", std::move(unresolved)}});
}

void say(Context& context, const Item& item) {
  const Library& library = context.library();
  const std::vector<Item> known = library.references_of(item.row);
  const std::vector<Reference> rest = title_only(library.reference_lists(item.row));
  if (context.options().json) {
    say_json(context, item, known, rest);
    return;
  }
  Table table({{Table::Align::right}, {}, {Table::Align::left, true}, {}});
  for (const Item& reference : known) {
    table.row({short_name(reference), std::string(state_mark(reference.state)), display_title(reference),
               byline(reference)});
  }
  for (const Reference& entry : rest) {
    table.row({"", "?", entry.title.empty() ? "(no title)" : entry.title, byline_of(entry)});
  }
  context.env().out << table.render(context.env().terminal.columns);
  hint(context, fmt::format("{}: {}", item.key, reference_words(item)));
}

ExitCode run(const Options& options, Context& context) {
  const Item item = value_or_throw(app::select_item(context.library(), options.item));
  const ExitCode code = fetch_references(context, item, options.wishes);
  say(context, context.library().find_row(item.row).value_or(item));
  return code;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.word("ITEM", options->item, "The paper");
  arguments.flag("--fetch", options->wishes.fetch,
                 "Ask the services for its references again, and follow them");
  arguments.number("--depth", options->wishes.depth, {0, 20}, "Fetch, so many steps (default: limits.depth)");
  arguments.flag("--eager", options->wishes.eager, "Fetch, also from slow services for every paper");
  arguments.flag("--resolve", options->wishes.resolve, "Look up references that are known by title only");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_refs_command{
    "refs",
    "Look",
    "List what a paper cites, as far as it is known",
    "Marks: ○ queued, ▶ reading, ‖ paused, ✓ read, P parked, × dropped, · seen as a reference only,\n"
    "? known by title only. \"Not known\" is not \"none\": the last line says how complete the list is.",
    "papers refs cllm\npapers refs cllm --fetch --depth 1\npapers refs 2 --resolve",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
