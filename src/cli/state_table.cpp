#include "cli/state_table.hpp"

#include <ostream>

#include <fmt/format.h>

#include "cli/output.hpp"

namespace papers::cli {

void say_states(Context& context, const std::vector<Item>& items) {
  if (context.options().json) {
    print_items_json(context, items);
    return;
  }
  Table table({{}, {Table::Align::right}, {Table::Align::left, true}, {}});
  for (const Item& item : items) {
    table.row({fmt::format("{} {}", state_mark(item.state), name_of(item.state)), short_name(item),
               display_title(item), byline(item)});
  }
  context.env().out << table.render(context.env().terminal.columns);
}

}  // namespace papers::cli
