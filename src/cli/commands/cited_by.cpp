#include <algorithm>
#include <memory>
#include <ostream>
#include <tuple>

#include <fmt/format.h>

#include "app/selector.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"

namespace papers::cli {
namespace {

/// What the reader decided for comes first, newest first.
std::vector<Item> in_order(std::vector<Item> citing) {
  std::stable_sort(citing.begin(), citing.end(), [](const Item& a, const Item& b) {
    const auto rank = [](const Item& item) {
      return std::tuple(!is_kept(item.state), item.state == State::dropped, -item.year.value_or(0));
    };
    return rank(a) < rank(b);
  });
  return citing;
}

void say_table(Context& context, const Item& item, const std::vector<Item>& citing) {
  Table table({{}, {Table::Align::left, true}, {}, {}});
  for (const Item& other : citing) {
    table.row({std::string(state_mark(other.state)), display_title(other), byline(other), short_name(other)});
  }
  context.env().out << table.render(context.env().terminal.columns);
  const auto kept = static_cast<std::size_t>(
      std::count_if(citing.begin(), citing.end(), [](const Item& other) { return is_kept(other.state); }));
  hint(context, fmt::format("{}: cited by {} whose references are known{}", item.key,
                            counted(citing.size(), "paper", "papers"),
                            kept > 0 ? fmt::format(", {} of them yours", kept) : ""));
}

struct Options {
  std::string item;
  bool names_only = false;
};

ExitCode run(const Options& options, Context& context) {
  const Item item = value_or_throw(app::select_item(context.library(), options.item));
  const std::vector<Item> citing = in_order(context.library().citing(item.row));
  if (options.names_only) {
    print_names(context, citing);
  } else if (context.options().json) {
    print_items_json(context, citing);
  } else {
    say_table(context, item, citing);
  }
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.word("ITEM", options->item, "The paper");
  arguments.names_only(options->names_only);
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_cited_by_command{
    "cited-by",
    "Look",
    "List the papers of the library that cite a paper",
    "Papers that you keep come first, newer ones before older ones. Who else cites it in the world is not\n"
    "known here: only papers whose references are known can be listed.",
    "papers cited-by 2305.10427\npapers cited-by cllm --json",
    /*changes=*/false,
    declare};

}  // namespace papers::cli
