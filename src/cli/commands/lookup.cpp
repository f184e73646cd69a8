#include "app/lookup.hpp"

#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/selector.hpp"
#include "app/trail.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/trail_words.hpp"
#include "model/item_json.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::vector<std::string> words;
  std::string item;
  int most = 5;
};

std::size_t size_of(int number) {
  return static_cast<std::size_t>(number);
}

/// "44 titles, 30 abstracts, the sentences that cite 12 of them, 3 known by title only".
std::string searched(const app::LookupReport& report) {
  std::string text = fmt::format("{}, {}", counted(size_of(report.references), "title", "titles"),
                                 counted(size_of(report.with_abstract), "abstract", "abstracts"));
  text += report.with_contexts > 0 ? fmt::format(", the sentences that cite {} of them", report.with_contexts)
                                   : ", no sentences that cite them (no source gave any)";
  return report.by_title_only > 0 ? fmt::format("{}; {} known by title only", text, report.by_title_only)
                                  : text;
}

Failure nothing_found(const std::string& words, const Item& paper, const app::LookupReport& report) {
  if (report.references == 0) {
    return {
        ExitCode::no_match,
        fmt::format("{}: what {} cites is not known, so nothing was searched; `papers refs {} --fetch` asks",
                    words, short_title(paper), paper.key)};
  }
  return {ExitCode::no_match, fmt::format("{}: nothing among the references of {}; searched: {}", words,
                                          short_title(paper), searched(report))};
}

std::string title_of(const app::LookupHit& hit) {
  if (hit.work.item) {
    return display_title(*hit.work.item);
  }
  return hit.work.entry.title.empty() && hit.work.entry.id ? "[" + format(*hit.work.entry.id) + "]"
                                                           : hit.work.entry.title;
}

std::string author_of(const app::LookupHit& hit) {
  if (hit.work.item) {
    return byline(*hit.work.item);
  }
  return hit.work.entry.year ? fmt::format("{} {}", hit.work.entry.author, *hit.work.entry.year)
                             : hit.work.entry.author;
}

std::string name_of_hit(const app::LookupHit& hit) {
  if (hit.work.item) {
    return fmt::format("{} {}", state_mark(hit.work.item->state), short_name(*hit.work.item));
  }
  return hit.work.entry.id ? format(*hit.work.entry.id) : "? by title only";
}

void say(Context& context, const app::LookupReport& report, const app::WordQuery& query) {
  constexpr std::size_t k_indent = 6;
  const std::size_t columns = context.env().terminal.columns;
  std::ostream& out = context.env().out;
  for (const app::LookupHit& hit : report.hits) {
    Table table({{}, {Table::Align::left, true}, {}, {}});
    table.row({fmt::format("[{}]", hit.work.position), title_of(hit), author_of(hit), name_of_hit(hit)});
    out << table.render(columns);
    if (hit.where != app::LookupHit::Where::title) {
      const std::string label = fmt::format("{:{}}{}: ", "", k_indent, app::name_of(hit.where));
      out << label << util::printable(query.excerpt(hit.text, columns - std::min(columns, label.size())))
          << '\n';
    }
  }
}

Json hit_json(const app::LookupHit& hit, const app::WordQuery& query) {
  constexpr std::size_t k_snippet = 200;  // columns
  Json object = hit.work.item ? model::item_to_json(*hit.work.item)
                              : Json{{"id", hit.work.entry.id ? Json(format(*hit.work.entry.id)) : Json()},
                                     {"title", hit.work.entry.title},
                                     {"year", hit.work.entry.year ? Json(*hit.work.entry.year) : Json()}};
  object["position"] = hit.work.position;
  object["words"] = hit.words;
  object["where"] = app::name_of(hit.where);
  object["snippet"] = query.excerpt(hit.text, k_snippet);
  return object;
}

void print(Context& context, const Item& paper, const app::LookupReport& report,
           const app::WordQuery& query) {
  auto items = Json::array();
  for (const app::LookupHit& hit : report.hits) {
    items.push_back(hit_json(hit, query));
  }
  print_json(context, {{"item", format(paper.ids.front())},
                       {"items", std::move(items)},
                       {"partial", report.partial},
                       {"searched",
                        {{"references", report.references},
                         {"with_abstract", report.with_abstract},
                         {"with_contexts", report.with_contexts},
                         {"by_title_only", report.by_title_only}}}});
}

Item paper_of(const Options& options, const Library& library) {
  if (!options.item.empty()) {
    return value_or_throw(app::select_item(library, options.item));
  }
  return app::stops_of(library, app::required_trail(library)).back().item;
}

ExitCode run(const Options& options, Context& context) {
  const std::string words = util::clean_line(util::join(options.words, " "));
  const app::WordQuery query(words);
  if (query.empty()) {
    throw Failure(ExitCode::usage, "lookup: no word to look for; give letters or digits");
  }
  const Item paper = paper_of(options, context.library());
  app::LookupReport report = app::look_up(context.library(), paper, query);
  if (report.hits.empty()) {
    throw nothing_found(words, paper, report);
  }
  const std::size_t found = report.hits.size();
  if (options.most > 0) {
    report.hits.resize(std::min(found, size_of(options.most)));
  }
  if (context.options().json) {
    print(context, paper, report, query);
    return ExitCode::done;
  }
  say(context, report, query);
  hint(context, fmt::format("{}{} of {}; searched: {}",
                            report.partial ? "none holds all the words; half of them or more: " : "found: ",
                            counted(found, "reference", "references"), short_title(paper), searched(report)));
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.words("WORDS", options->words, "What it is cited for");
  arguments.text("--in", "ITEM", options->item, "The paper, if not the one you are at");
  arguments.number("-n", options->most, {}, "How many, best first; 0 for all");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_lookup_command{
    "lookup",
    "Read",
    "Find which reference of the current paper is cited for something",
    "Searches the titles, authors and abstracts of what the paper cites, and, where a source gave them, the\n"
    "sentences in which it cites them; case and accents do not matter. The number in brackets is that of "
    "the\n"
    "reference. When nothing is found it says what was searched, and the exit code is 3.",
    "papers lookup jacobi iteration\npapers lookup \"rejection sampling\" --in medusa --json",
    /*changes=*/false,
    declare};

}  // namespace papers::cli
