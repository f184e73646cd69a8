#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/deferral.hpp"
#include "app/done_when.hpp"
#include "app/links.hpp"
#include "app/pdf_shelf.hpp"
#include "app/question.hpp"
#include "app/selector.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/item_words.hpp"
#include "cli/output.hpp"
#include "cli/paragraph.hpp"
#include "cli/pdf_words.hpp"
#include "cli/reference_words.hpp"
#include "cli/slip_words.hpp"
#include "cli/trail_words.hpp"
#include "model/details.hpp"
#include "model/item_json.hpp"
#include "model/json_value.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

constexpr std::size_t k_label = 12;
constexpr std::size_t k_authors_shown = 12;

std::string entry(std::string_view label, std::string_view text, std::size_t columns) {
  return paragraph(util::fit(label, k_label), text, columns);
}

std::string author_words(const Item& item) {
  if (item.authors.size() <= k_authors_shown) {
    return util::join(item.authors, ", ");
  }
  const std::vector<std::string> first(item.authors.begin(), item.authors.begin() + k_authors_shown);
  return fmt::format("{}, and {} more", util::join(first, ", "), item.authors.size() - k_authors_shown);
}

std::string id_words(const Item& item) {
  std::string words;
  for (const Identifier& id : item.ids) {
    words += (words.empty() ? "" : "  ") + format(id);
  }
  return item.version ? fmt::format("{}  (newest version seen: v{})", words, *item.version) : words;
}

std::string state_words(const Item& item) {
  std::string words = fmt::format("{} {}", state_mark(item.state), name_of(item.state));
  if (item.priority) {
    words += fmt::format(" · priority {}", name_of(*item.priority));
  }
  if (item.due) {
    words += " · due " + *item.due;
  }
  if (item.level) {
    words += fmt::format(" · level {}", name_of(*item.level));
  }
  if (item.rating) {
    words += fmt::format(" · rated {} of 5", *item.rating);
  }
  if (item.effort_minutes) {
    words += fmt::format(" · takes {} min", *item.effort_minutes);
  }
  if (item.minutes) {
    words += fmt::format(" · {} min spent", *item.minutes);
  }
  if (const auto ran = app::ran(item)) {
    words += *ran ? " · it ran" : " · it did not run";
  }
  return words;
}

std::string graph_words(const Item& item) {
  std::string words =
      item.depth
          ? (*item.depth == 0
                 ? "one of your own papers"
                 : counted(static_cast<std::size_t>(*item.depth), "step", "steps") + " from your own papers")
          : "not reached from your own papers";
  return fmt::format("{}; cited by {} you know", words,
                     counted(static_cast<std::size_t>(item.cited_by), "paper", "papers"));
}

/// "article · keywords graphs, trees · number 3 · pages 101–110".
std::string print_words(const Item& item) {
  std::vector<std::string> words;
  for (const Detail& each : item.details) {
    const bool is_type = each.name == model::k_entry_type;
    words.insert(is_type ? words.begin() : words.end(),
                 is_type ? each.text : fmt::format("{} {}", each.name, each.text));
  }
  return util::join(words, " · ");
}

std::string details(const Item& item, std::size_t columns) {
  std::string text =
      fmt::format("{}  {}\n", item.number ? short_name(item) : "", util::printable(display_title(item)));
  text += entry("key", item.key, columns) + entry("ids", id_words(item), columns);
  text += entry("authors", author_words(item), columns);
  text += entry("published", item.published.value_or(item.year ? std::to_string(*item.year) : ""), columns);
  text += entry("venue", item.venue.value_or(""), columns);
  text += entry("printed", print_words(item), columns);
  text += entry("categories", util::join(item.categories, " "), columns);
  text += entry("comment", item.comment.value_or(""), columns);
  text += entry("kind", name_of(item.kind), columns) + entry("state", state_words(item), columns);
  text += entry("tags", util::join(item.tags, " "), columns);
  text += entry("added", item.added, columns) + entry("finished", item.finished.value_or(""), columns);
  text +=
      entry("references", dated_reference_words(item), columns) + entry("graph", graph_words(item), columns);
  text += entry("source", item.source, columns);
  for (const Note& note : item.notes) {
    text += entry(note.kind, note.text, columns);
  }
  return text + entry("abstract", item.abstract.value_or(""), columns);
}

std::string questions(const Library& library, const Item& item, std::size_t columns) {
  std::string text;
  for (const app::Question& question : app::questions_about(library, item)) {
    text += entry("asked", question_words(library, question), columns);
  }
  return text;
}

std::string plans(Context& context, const Item& item, std::size_t columns) {
  const auto until = app::deferred_until(context.library(), item);
  std::string text;
  if (until && *until > context.today()) {
    text += entry("deferred", "until " + *until, columns);
  }
  if (item.slips > 0) {
    text +=
        entry("slipped",
              slip_times(static_cast<std::size_t>(item.slips)) + "; papers slips " + app::typed_name(item),
              columns);
  }
  for (const app::LinkedItem& linked : app::links_of(context.library(), item)) {
    text += entry("link",
                  fmt::format("{} {} ({})", app::words_for(linked), app::short_title(linked.other),
                              short_name(linked.other)),
                  columns);
  }
  return text;
}

app::PdfShelf shelf_of(Context& context) {
  return {context.library(), context.places().pdfs()};
}

std::string pdfs(Context& context, app::PdfShelf& shelf, const Item& item, std::size_t columns) {
  const std::filesystem::path folder = context.places().pdfs();
  std::string text;
  for (const app::PdfFile& file : shelf.files_of(item)) {
    text += entry("pdf", (folder / file.name).string(), columns);
  }
  return text;
}

nlohmann::ordered_json links_json(const Library& library, const Item& item) {
  auto links = nlohmann::ordered_json::array();
  for (const app::LinkedItem& linked : app::links_of(library, item)) {
    links.push_back({{"relation", name_of(linked.relation)},
                     {"from_other", linked.from_other},
                     {"id", format(linked.other.ids.front())}});
  }
  return links;
}

nlohmann::ordered_json pdfs_json(Context& context, app::PdfShelf& shelf, const Item& item) {
  auto list = nlohmann::ordered_json::array();
  for (const app::PdfFile& file : shelf.files_of(item)) {
    list.push_back(pdf_json(context, file));
  }
  return list;
}

void say_json(Context& context, const std::vector<Item>& items) {
  auto list = nlohmann::ordered_json::array();
  app::PdfShelf shelf = shelf_of(context);
  for (const Item& item : items) {
    list.push_back(model::item_to_json(item));
    const auto until = app::deferred_until(context.library(), item);
    list.back()["deferred_until"] = until ? nlohmann::ordered_json(*until) : nlohmann::ordered_json();
    list.back()["done_when"] = model::text_or_null(app::done_when(item, item.level));
    const auto ran = app::ran(item);
    list.back()["ran"] = ran ? nlohmann::ordered_json(*ran) : nlohmann::ordered_json();
    list.back()["links"] = links_json(context.library(), item);
    list.back()["pdfs"] = pdfs_json(context, shelf, item);
    list.back()["questions"] = questions_json(app::questions_about(context.library(), item));
  }
  print_json(context, {{"items", std::move(list)}});
}

ExitCode run(const std::vector<std::string>& texts, Context& context) {
  const std::vector<Item> items = app::select_items(context.library(), with_input(texts, context.env().in));
  if (context.options().json) {
    say_json(context, items);
    return ExitCode::done;
  }
  app::PdfShelf shelf = shelf_of(context);
  for (const Item& item : items) {
    context.env().out << (&item == &items.front() ? "" : "\n")
                      << details(item, context.env().terminal.columns)
                      << plans(context, item, context.env().terminal.columns)
                      << pdfs(context, shelf, item, context.env().terminal.columns)
                      << questions(context.library(), item, context.env().terminal.columns);
  }
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto items = std::make_shared<std::vector<std::string>>();
  arguments.words("ITEM", *items, "What to show");
  return [items](Context& context) { return run(*items, context); };
}

}  // namespace

const Command k_show_command{"show",
                             "Look",
                             "Show all that is known of an item",
                             "",
                             "papers show 7\npapers show arXiv:2403.00835 --json",
                             /*changes=*/false,
                             declare};

}  // namespace papers::cli
