#include <array>
#include <memory>
#include <ostream>

#include "app/filter.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"

namespace papers::cli {
namespace {

struct SortOrder {
  const char* name;
  ItemQuery::Order order;
  bool descending;
};

constexpr std::array k_orders{
    SortOrder{"number", ItemQuery::Order::number, false}, SortOrder{"added", ItemQuery::Order::added, true},
    SortOrder{"year", ItemQuery::Order::year, true}, SortOrder{"title", ItemQuery::Order::title, false},
    SortOrder{"finished", ItemQuery::Order::finished, true}};

struct Options {
  std::vector<std::string> filter;
  std::string sort = "number";
  int most = 0;  ///< 0: all
  bool names_only = false;
};

std::vector<Item> matching(const app::Filter& filter, const Options& options, Context& context) {
  const auto most = static_cast<std::size_t>(options.most);
  ItemQuery query{.states = filter.states()};
  query.most = filter.searches() ? 0 : most;  // states are all that a query knows
  for (const SortOrder& row : k_orders) {
    if (options.sort == row.name) {
      query.order = row.order;
      query.descending = row.descending;
    }
  }
  std::vector<Item> items;
  if (filter.states().empty()) {
    return items;
  }
  context.library().each_item(query, [&](const Item& item) {
    if (filter.matches(item)) {
      items.push_back(item);
    }
    return most == 0 || items.size() < most;
  });
  return items;
}

void say(Context& context, const std::vector<Item>& items, bool names_only) {
  if (names_only) {
    print_names(context, items);
  } else if (context.options().json) {
    print_items_json(context, items);
  } else {
    context.env().out << item_table(items, context.env().terminal.columns);
  }
}

ExitCode run(const Options& options, Context& context) {
  const app::Filter filter = value_or_throw(app::Filter::parse(options.filter, context.today()));
  const std::vector<Item> items = matching(filter, options, context);
  say(context, items, options.names_only);
  if (!items.empty()) {
    return ExitCode::done;
  }
  if (filter.searches()) {
    return say_no_match(context, options.filter, "`papers list` shows everything kept");
  }
  hint(context, options.filter.empty() ? "nothing is kept yet; begin with: papers add <arXiv address>"
                                       : "nothing is there; `papers list state:any` shows everything");
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.words("FILTER", options->filter, "Conditions and words that must all hold",
                  Arguments::Need::optional);
  std::vector<std::string> names;
  for (const SortOrder& row : k_orders) {
    names.emplace_back(row.name);
  }
  arguments.choice("--sort", "FIELD", options->sort, names, "number, added, year, title or finished");
  arguments.number("-n", options->most, {}, "At most so many; 0 for all");
  arguments.names_only(options->names_only);
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_list_command{
    "list",
    "Look",
    "List items",
    "Without a condition on the state, what is kept or parked is listed. Conditions:\n"
    "state:queued, state:any, kind:code, tag:vlm, author:song, priority:H, year:2020..,\n"
    "depth:..2, due:..2w, due:none, slips:3.., and free words; a leading - negates. A search that matches "
    "nothing exits 3;\n"
    "an empty part of the library (state:queued) does not.",
    "papers list                        # everything kept or parked\n"
    "papers list state:queued tag:vlm   # all conditions must hold\n"
    "papers list year:2023.. -author:song --sort year\n"
    "papers list state:any decoding --json\n"
    "papers list -0 tag:old | papers drop -",
    /*changes=*/false,
    declare,
    /*filters=*/true};

}  // namespace papers::cli
