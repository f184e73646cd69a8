#include "cli/change_items.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "app/decide.hpp"
#include "app/selector.hpp"
#include "cli/item_words.hpp"
#include "cli/output.hpp"
#include "cli/paragraph.hpp"
#include "cli/report.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

void say_json(Context& context, const std::vector<Item>& items, const AlsoDone& also) {
  nlohmann::ordered_json object{{"items", items_json(items)}};
  object.update(also.fields);
  print_json(context, object);
}

void say(Context& context, const std::vector<Item>& items, const std::vector<bool>& differs,
         const AlsoDone& also) {
  if (context.options().json) {
    say_json(context, items, also);
    return;
  }
  Table table({{}, {Table::Align::right}, {Table::Align::left, true}, {}});
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    table.row({fmt::format("{} {}", state_mark(item.state), name_of(item.state)), short_name(item),
               display_title(item), differs[i] ? byline(item) : "nothing to change"});
  }
  report(context, table.render(context.env().terminal.columns));
  for (const std::string& line : also.lines) {
    report(context, paragraph("", line, context.env().terminal.columns));
  }
}

}  // namespace

std::string summary_of(std::string_view command, const std::vector<Item>& items) {
  constexpr std::size_t k_most_named = 5;
  constexpr std::size_t k_longest = 200;  // bytes
  std::string summary(command);
  for (std::size_t i = 0; i < std::min(items.size(), k_most_named); ++i) {
    summary += " " + items[i].key;
  }
  if (items.size() > k_most_named) {
    summary += fmt::format(" and {} more", items.size() - k_most_named);
  }
  return util::clean_line(summary, k_longest);
}

ExitCode change_items(Context& context, const ItemChange& wanted) {
  const std::vector<std::string> names = with_input(wanted.items, context.env().in);
  std::vector<Item> items = app::select_items(context.library(), names);
  if (!context.confirmed(fmt::format("{} {} items?", wanted.command, items.size()), items.size())) {
    hint(context, "nothing changed");
    return ExitCode::refused;
  }
  if (wanted.ask) {
    for (Item item : items) {
      wanted.apply(item);
      wanted.ask(item);
    }
  }
  Change change = context.writable_library().begin(wanted.command, summary_of(wanted.command, items));
  items = app::select_items(change.library(), names);
  if (wanted.check) {
    wanted.check(change.library(), items);
  }
  std::vector<bool> differs;
  for (Item& item : items) {
    const Item before = item;
    wanted.apply(item);
    change.save(item);
    app::follow_state(change, before, item, context.this_week(), context.now());
    differs.push_back(item != before);
  }
  const AlsoDone also = wanted.also ? wanted.also(change, items) : AlsoDone{};
  if (!context.options().dry_run) {
    change.commit();
  }
  say(context, items, differs, also);
  if (context.options().dry_run) {
    hint(context, "(dry run: nothing was changed)");
  }
  return ExitCode::done;
}

}  // namespace papers::cli
