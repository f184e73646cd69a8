#include <memory>
#include <ostream>

#include <fmt/format.h>

#include "app/selector.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"

namespace papers::cli {
namespace {

ExitCode run(const std::string& text, Context& context) {
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

Action declare(Arguments& arguments) {
  auto item = std::make_shared<std::string>();
  arguments.word("ITEM", *item, "The paper");
  return [item](Context& context) { return run(*item, context); };
}

}  // namespace

const Command k_cited_by_command{"cited-by",
                                 "Look",
                                 "List the papers of the library that cite a paper",
                                 "",
                                 "papers cited-by 2305.10427",
                                 /*changes=*/false,
                                 declare};

}  // namespace papers::cli
