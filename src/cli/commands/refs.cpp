#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/bibliography.hpp"
#include "app/selector.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/fetch_references.hpp"
#include "cli/output.hpp"
#include "cli/reference_words.hpp"
#include "cli/source_names.hpp"
#include "cli/trail_words.hpp"
#include "model/item_json.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::string item;
  FetchWishes wishes;
};

using app::CitedWork;

nlohmann::ordered_json entry_json(const CitedWork& work) {
  const auto or_null = [](const std::string& text) {
    return text.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text);
  };
  nlohmann::ordered_json entry{{"position", work.position}};
  if (work.entry.id) {
    entry["id"] = format(*work.entry.id);
  }
  entry["title"] = or_null(work.entry.title);
  entry["author"] = or_null(work.entry.author);
  entry["year"] = work.entry.year ? nlohmann::ordered_json(*work.entry.year) : nlohmann::ordered_json();
  entry["sources"] = work.sources;
  return entry;
}

nlohmann::ordered_json item_entry_json(const CitedWork& work) {
  nlohmann::ordered_json entry = model::item_to_json(*work.item);
  entry["position"] = work.position;
  entry["sources"] = work.sources;
  return entry;
}

nlohmann::ordered_json list_json(const ReferenceList& list) {
  return {{"source", list.source},
          {"answer", name_of(list.answer)},
          {"fetched", list.fetched.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(list.fetched)},
          {"stated", list.stated ? nlohmann::ordered_json(*list.stated) : nlohmann::ordered_json()},
          {"complete", list.complete},
          {"entries", list.entries.size()}};
}

void say_json(Context& context, const Item& item, const std::vector<CitedWork>& works,
              const std::vector<ReferenceList>& lists) {
  auto known = nlohmann::ordered_json::array();
  auto unresolved = nlohmann::ordered_json::array();
  auto beyond = nlohmann::ordered_json::array();
  for (const CitedWork& work : works) {
    if (work.item) {
      known.push_back(item_entry_json(work));
    } else {
      (work.how == CitedWork::How::beyond ? beyond : unresolved).push_back(entry_json(work));
    }
  }
  auto sources = nlohmann::ordered_json::array();
  for (const ReferenceList& list : lists) {
    sources.push_back(list_json(list));
  }
  const nlohmann::ordered_json whole = model::item_to_json(item);
  print_json(context, {{"item", whole["id"]},
                       {"references", whole["references"]},
                       {"items", std::move(known)},
                       {"unresolved", std::move(unresolved)},
                       {"beyond", std::move(beyond)},
                       {"sources", std::move(sources)}});
}

/// Title and byline of a work that is no item, as printed where it is cited.
std::string title_of(const Reference& entry) {
  if (!entry.title.empty()) {
    return entry.title;
  }
  return entry.id ? fmt::format("[{}]", format(*entry.id)) : "(no title)";
}

std::string byline_of(const Reference& entry) {
  Item item;
  item.year = entry.year;
  if (!entry.author.empty()) {
    item.authors = {entry.author};
  }
  return byline(item);
}

std::string marks_of(const std::vector<std::string>& sources) {
  std::string marks;
  for (const std::string& source : sources) {
    marks += (marks.empty() ? "" : " ") + std::string(source_mark(source));
  }
  return marks;
}

/// Position, mark, title, byline, name; and which sources name it, where they differ.
std::vector<std::string> row_of(const CitedWork& work, bool with_sources) {
  const std::string position = work.position > 0 ? std::to_string(work.position) : "";
  const std::string sources = with_sources ? marks_of(work.sources) : "";
  if (work.item) {
    const Item& item = *work.item;
    return {
        position, std::string(state_mark(item.state)), display_title(item), byline(item), short_name(item),
        sources};
  }
  const bool is_beyond = work.how == CitedWork::How::beyond;
  return {position,
          is_beyond ? "…" : "?",
          title_of(work.entry),
          byline_of(work.entry),
          is_beyond ? format(*work.entry.id) : "",
          sources};
}

/// What each source answered, where there are several.
std::string source_words(const std::vector<ReferenceList>& lists) {
  std::string words;
  for (const ReferenceList& list : lists) {
    const std::string answer = list.answer == ReferenceAnswer::listed
                                   ? counted(list.entries.size(), "entry", "entries")
                                   : std::string(name_of(list.answer));
    words += fmt::format("{}{} {}", words.empty() ? "" : ", ", source_name(list.source), answer);
  }
  return words;
}

void say_table(Context& context, const Item& item, const std::vector<CitedWork>& works,
               const std::vector<ReferenceList>& lists) {
  const bool several = lists.size() > 1;
  Table table({{Table::Align::right}, {}, {Table::Align::left, true}, {}, {}, {}});
  for (const CitedWork& work : works) {
    table.row(row_of(work, several));
  }
  context.env().out << table.render(context.env().terminal.columns);
  if (references_known(item)) {
    hint(context, fmt::format("{}: {}", item.key, dated_reference_words(item)));
  }
  if (several) {
    hint(context, fmt::format("{}: {}", item.key, source_words(lists)));
  }
}

/// What to do about a list that is not there.
std::string next_step(Context& context, const Item& item, const FetchWishes& wishes) {
  if (item.kind != Kind::paper && item.kind != Kind::book) {
    return fmt::format("it is a {}, and only what papers and books cite is looked up", name_of(item.kind));
  }
  if (wishes.follows() && context.offline()) {
    return "not in the cache or the seed data; go online to fetch them";
  }
  if (wishes.follows()) {
    return "services read new papers weeks late; ask again later, or others: papers config "
           "sources.references";
  }
  return fmt::format("{}papers refs {} --fetch asks the services", context.offline() ? "once online, " : "",
                     typed_name(item));
}

/// A list that is not there is no empty one: done, nothing of the kind, or try again later.
ExitCode judge(Context& context, const Item& item, const FetchWishes& wishes) {
  if (references_known(item)) {
    return ExitCode::done;
  }
  complain(context, fmt::format("papers: {}: {}; {}", item.key, dated_reference_words(item),
                                next_step(context, item, wishes)));
  const bool may_come = wishes.follows() && context.offline() && !item.references;
  return may_come ? ExitCode::try_later : ExitCode::no_match;
}

void say(Context& context, const Item& item) {
  const std::vector<CitedWork> works = app::bibliography(context.library(), item);
  const std::vector<ReferenceList> lists = context.library().reference_lists(item.row);
  if (context.options().json) {
    say_json(context, item, works, lists);
  } else {
    say_table(context, item, works, lists);
  }
}

ExitCode run(const Options& options, Context& context) {
  const Item item = value_or_throw(app::select_item(context.library(), options.item));
  const ExitCode code = fetch_references(context, item, options.wishes);
  const Item now = context.library().find_row(item.row).value_or(item);
  say(context, now);
  return code == ExitCode::done ? judge(context, now, options.wishes) : code;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.word("ITEM", options->item, "The paper");
  arguments.flag("--fetch", options->wishes.fetch,
                 "Ask the services for its references again, and follow them");
  arguments.number("--depth", options->wishes.depth, {0, 20}, "Fetch, so many steps (default: limits.depth)");
  arguments.flag("--eager", options->wishes.eager, "Fetch, also from slow services for every paper");
  arguments.flag("--resolve", options->wishes.resolve, "Look up references that are known by title only");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_refs_command{
    "refs",
    "Look",
    "List what a paper cites, as far as it is known",
    "Marks: ○ queued, ▶ reading, ‖ paused, ✓ read, P parked, × dropped, · seen as a reference only,\n"
    "? known by title only, … named, but beyond the limits. The last line says how complete the list is and\n"
    "who gave it when: that it cites nothing, that nobody knows, that a source may not tell and that nobody "
    "was\n"
    "asked are four different things. Only the first is an answer (exit code 0); without a list the exit\n"
    "code is 3, and 75 when --fetch finds none without a network. Where several sources gave a list, the\n"
    "last column says which of them name the work: S2 Semantic Scholar, OA OpenAlex, CR Crossref, HTML the\n"
    "page at arXiv, seed.",
    "papers refs cllm\npapers refs cllm --fetch --depth 1\npapers refs 2 --resolve",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
