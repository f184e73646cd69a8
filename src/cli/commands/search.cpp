#include "app/search.hpp"

#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "model/item_json.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::vector<std::string> words;
  int most = 20;
  bool names_only = false;
};

/// The line below an item: where the words stand, unless the title shows it. "" for nothing.
std::string excerpt_line(const app::FoundItem& found, const app::WordQuery& words, std::size_t columns) {
  if (found.text.empty() || found.where == app::FoundItem::Where::title) {
    return "";
  }
  const std::string label = fmt::format("      {}: ", app::name_of(found.where));
  return label + util::printable(words.excerpt(found.text, columns - std::min(columns, label.size()))) + '\n';
}

std::vector<Item> items_of(const app::SearchReport& report) {
  std::vector<Item> items;
  for (const app::FoundItem& found : report.items) {
    items.push_back(found.item);
  }
  return items;
}

void print_table(Context& context, const app::SearchReport& report, const app::WordQuery& words) {
  const std::size_t columns = context.env().terminal.columns;
  const std::vector<Item> items = items_of(report);
  const std::string table = item_table(items, columns);
  const std::vector<std::string_view> lines = util::split(table, '\n');
  for (std::size_t i = 0; i < items.size(); ++i) {
    context.env().out << lines[i] << '\n' << excerpt_line(report.items[i], words, columns);
  }
}

void print_search_json(Context& context, const app::SearchReport& report, const app::WordQuery& words) {
  constexpr std::size_t k_excerpt = 200;  // columns
  auto items = nlohmann::ordered_json::array();
  for (const app::FoundItem& found : report.items) {
    nlohmann::ordered_json object = model::item_to_json(found.item);
    object["score"] = found.score;
    object["where"] = app::name_of(found.where);
    object["snippet"] = words.excerpt(found.text, k_excerpt);
    items.push_back(std::move(object));
  }
  print_json(context, {{"items", std::move(items)}, {"matching", report.matching}});
}

void say(Context& context, const app::SearchReport& report, const app::WordQuery& words) {
  if (context.options().json) {
    print_search_json(context, report, words);
    return;
  }
  print_table(context, report, words);
  if (report.matching > report.items.size()) {
    hint(context, fmt::format("the best {} of {}; -n 0 shows all", report.items.size(), report.matching));
  }
}

ExitCode run(const Options& options, Context& context) {
  const app::SearchQuery query = value_or_throw(app::parse_search(options.words, context.today()));
  const app::SearchReport report =
      app::search(context.library(), query, static_cast<std::size_t>(options.most));
  if (report.items.empty() && !context.options().json) {
    return say_no_match(context, options.words,
                        "titles, abstracts, authors, tags and notes were searched, and the questions asked "
                        "at items; fewer words find more");
  }
  if (options.names_only) {
    print_names(context, items_of(report));
  } else {
    say(context, report, query.words);
  }
  return report.items.empty() ? ExitCode::no_match : ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.words("FILTER", options->words,
                  "Words that must all be there, \"phrases\", -words, and conditions");
  arguments.number("-n", options->most, {}, "At most so many; 0 for all");
  arguments.names_only(options->names_only);
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_search_command{"search",
                               "Look",
                               "Find items by words, also of abstracts and notes",
                               "Looks through titles, authors, tags, notes, questions, abstracts, ids and "
                               "keys; case and accents do not\n"
                               "matter. All words must be there; one of three letters or more may go on "
                               "(decod finds decoding), Chinese is\n"
                               "found anywhere. \"Quoted words\" stand side by side (your shell wants "
                               "another pair of quotes around them),\n"
                               "a leading - excludes, tr* finds what begins so. Conditions are those of "
                               "`papers list`. Your own papers come\n"
                               "first, then those they lead to; dropped ones only with state:dropped or "
                               "state:any. Nothing found exits 3.",
                               "papers search speculative decoding\n"
                               "papers search '\"draft model\"' -medusa year:2023..\n"
                               "papers search 扩散模型 state:read\n"
                               "papers search C++ author:song --json",
                               /*changes=*/false,
                               declare,
                               /*filters=*/true};

}  // namespace papers::cli
