#include "cli/change_items.hpp"

#include <ostream>

#include <fmt/format.h>

#include "app/selector.hpp"
#include "cli/output.hpp"

namespace papers::cli {
namespace {

std::string summary_of(const ItemChange& wanted, const std::vector<Item>& items) {
  std::string summary(wanted.command);
  for (const Item& item : items) {
    summary += " " + item.key;
  }
  return summary;
}

void say(Context& context, const std::vector<Item>& items, const std::vector<bool>& differs) {
  if (context.options().json) {
    print_items_json(context, items);
    return;
  }
  Table table({{}, {Table::Align::right}, {Table::Align::left, true}, {}});
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    table.row({fmt::format("{} {}", state_mark(item.state), name_of(item.state)), short_name(item),
               display_title(item), differs[i] ? byline(item) : "nothing to change"});
  }
  context.env().out << table.render(context.env().terminal.columns);
}

}  // namespace

ExitCode change_items(Context& context, const ItemChange& wanted) {
  std::vector<Item> items = app::select_items(context.library(), wanted.items);
  if (!context.confirmed(fmt::format("{} {} items?", wanted.command, items.size()), items.size())) {
    hint(context, "nothing changed");
    return ExitCode::refused;
  }
  Change change = context.writable_library().begin(wanted.command, summary_of(wanted, items));
  items = app::select_items(change.library(), wanted.items);
  if (wanted.check) {
    wanted.check(change.library(), items);
  }
  std::vector<bool> differs;
  for (Item& item : items) {
    const Item before = item;
    wanted.apply(item);
    change.save(item);
    differs.push_back(item != before);
  }
  if (!context.options().dry_run) {
    change.commit();
  }
  say(context, items, differs);
  if (context.options().dry_run) {
    hint(context, "(dry run: nothing was changed)");
  }
  return ExitCode::done;
}

}  // namespace papers::cli
