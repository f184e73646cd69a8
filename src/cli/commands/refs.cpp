#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/selector.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "model/item_json.hpp"

namespace papers::cli {
namespace {

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

ExitCode run_refs(const std::string& text, Context& context) {
  const Library& library = context.library();
  const Item item = value_or_throw(app::select_item(library, text));
  const std::vector<Item> known = library.references_of(item.row);
  const std::vector<Reference> rest = title_only(library.reference_lists(item.row));
  if (context.options().json) {
    say_json(context, item, known, rest);
    return ExitCode::done;
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
  return ExitCode::done;
}

ExitCode run_cited_by(const std::string& text, Context& context) {
  const Item item = value_or_throw(app::select_item(context.library(), text));
  const std::vector<Item> citing = context.library().citing(item.row);
  if (context.options().json) {
    print_items_json(context, citing);
    return ExitCode::done;
  }
  Table table({{Table::Align::right}, {}, {Table::Align::left, true}, {}});
  for (const Item& other : citing) {
    table.row({short_name(other), std::string(state_mark(other.state)), display_title(other), byline(other)});
  }
  context.env().out << table.render(context.env().terminal.columns);
  hint(context, fmt::format("{}: cited by {} whose references are known", item.key,
                            counted(citing.size(), "paper", "papers")));
  return ExitCode::done;
}

Action declare_with(Arguments& arguments, ExitCode (*run)(const std::string&, Context&)) {
  auto item = std::make_shared<std::string>();
  arguments.word("ITEM", *item, "The paper");
  return [item, run](Context& context) { return run(*item, context); };
}

Action declare_refs(Arguments& arguments) {
  return declare_with(arguments, run_refs);
}
Action declare_cited_by(Arguments& arguments) {
  return declare_with(arguments, run_cited_by);
}

}  // namespace

const Command k_refs_command{
    "refs",
    "Look",
    "List what a paper cites, as far as it is known",
    "Marks: ○ queued, ▶ reading, ‖ paused, ✓ read, P parked, × dropped, · seen as a reference only,\n"
    "? known by title only. \"Not known\" is not \"none\": the last line says how complete the list is.",
    "papers refs cllm\npapers refs 2 --json",
    /*changes=*/false,
    declare_refs};

const Command k_cited_by_command{"cited-by",
                                 "Look",
                                 "List the papers of the library that cite a paper",
                                 "",
                                 "papers cited-by 2305.10427",
                                 /*changes=*/false,
                                 declare_cited_by};

}  // namespace papers::cli
