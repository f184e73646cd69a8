#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/lineage.hpp"
#include "app/selector.hpp"
#include "app/trail.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/paragraph.hpp"
#include "cli/report.hpp"
#include "cli/trail_words.hpp"
#include "model/item_json.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t k_label = 10;

std::string path_table(const std::vector<Item>& path, std::size_t columns) {
  Table table({{}, {Table::Align::right}, {Table::Align::left, true}, {}, {}});
  for (const Item& item : path) {
    table.row({&item == path.data() ? "" : "cites", short_name(item), display_title(item), byline(item),
               fmt::format("{} {}", state_mark(item.state), name_of(item.state))});
  }
  return table.render(columns);
}

std::string depth_words(const Item& item, const std::vector<Item>& path, int limit) {
  if (!item.depth) {
    return "no paper of yours leads to it, as far as references are known";
  }
  if (*item.depth == 0) {
    return "one of your own papers";
  }
  const std::string years = years_words(app::years_back(path.front(), item));
  return fmt::format("{} from {} (limit {}){}", steps_back(*item.depth), short_title(path.front()), limit,
                     years.empty() ? "" : ", " + years);
}

std::string citing_list(const app::Lineage& lineage) {
  std::string text = fmt::format("by {} of your {}", lineage.kept_citing.size(),
                                 counted(static_cast<std::size_t>(lineage.kept), "paper", "papers"));
  for (const Item& item : lineage.kept_citing) {
    text += fmt::format("{}{} {}", &item == lineage.kept_citing.data() ? ": " : ", ", short_name(item),
                        short_title(item));
  }
  return text;
}

void say(Context& context, const Item& item, const app::Lineage& lineage) {
  const std::size_t columns = context.env().terminal.columns;
  std::ostream& out = context.env().out;
  out << path_table(lineage.path, columns) << '\n'
      << paragraph(util::fit("depth", k_label), depth_words(item, lineage.path, depth_limit(context)),
                   columns)
      << paragraph(util::fit("cited", k_label), citing_list(lineage), columns);
  for (const app::Question& question : lineage.questions) {
    out << paragraph(util::fit("asked", k_label), question_words(context.library(), question), columns);
  }
}

Json to_json(const Item& item, const app::Lineage& lineage, int limit) {
  const auto years = app::years_back(lineage.path.front(), item);
  return {{"depth", item.depth ? Json(*item.depth) : Json()}, {"limit", limit},
          {"years_back", years ? Json(*years) : Json()},      {"items", items_json(lineage.path)},
          {"cited_by", items_json(lineage.kept_citing)},      {"kept", lineage.kept},
          {"questions", questions_json(lineage.questions)}};
}

ExitCode run(const std::string& text, Context& context) {
  const Item item = value_or_throw(app::select_item(context.library(), text));
  const app::Lineage lineage = app::lineage_of(context.library(), item);
  if (context.options().json) {
    print_json(context, to_json(item, lineage, depth_limit(context)));
  } else {
    say(context, item, lineage);
  }
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto item = std::make_shared<std::string>();
  arguments.word("ITEM", *item, "The item");
  return [item](Context& context) { return run(*item, context); };
}

}  // namespace

const Command k_why_command{
    "why",
    "Read",
    "Show how your own papers lead to an item, and what you asked on the way",
    "The path takes the fewest steps along references, through papers you keep where it can; then how deep\n"
    "that is, which of your papers cite the item, and the questions that led there.",
    "papers why attention\npapers why 9 --json",
    /*changes=*/false,
    declare};

}  // namespace papers::cli
