#include <algorithm>
#include <iterator>
#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/prerequisites.hpp"
#include "app/selector.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/paragraph.hpp"
#include "cli/trail_words.hpp"
#include "model/item_json.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

using app::PathPaper;
using app::Prerequisites;

/// Why it stands in the path.
std::string why(const PathPaper& paper) {
  if (paper.depth == 0) {
    return "what you want to read";
  }
  std::string words = "key reference of " + util::join(paper.key_for, ", ");
  if (paper.cited_by > paper.key_for.size()) {
    words += fmt::format("; cited by {} of these", paper.cited_by);
  }
  return words;
}

std::vector<std::string> names(const std::vector<Item>& items) {
  std::vector<std::string> list;
  std::transform(items.begin(), items.end(), std::back_inserter(list),
                 [](const Item& item) { return short_name(item); });
  return list;
}

nlohmann::ordered_json ids(const std::vector<Item>& items) {
  auto list = nlohmann::ordered_json::array();
  for (const Item& item : items) {
    list.push_back(format(item.ids.front()));
  }
  return list;
}

void say_json(Context& context, const Item& target, const Prerequisites& path) {
  auto items = nlohmann::ordered_json::array();
  for (const PathPaper& paper : path.papers) {
    nlohmann::ordered_json object = model::item_to_json(paper.item);
    object["position"] = paper.position;
    object["steps"] = paper.depth;
    object["key_for"] = paper.key_for;
    object["cited_by_path"] = paper.cited_by;
    object["why"] = why(paper);
    items.push_back(std::move(object));
  }
  print_json(context, {{"target", format(target.ids.front())},
                       {"items", std::move(items)},
                       {"excused", ids(path.excused)},
                       {"beyond", path.beyond},
                       {"not_known", ids(path.not_known)},
                       {"known_in_part", ids(path.known_in_part)}});
}

/// Position, mark, title and byline on one line, the reason below.
std::string entry(const PathPaper& paper, std::size_t columns) {
  constexpr std::size_t k_gap = 2;
  constexpr std::size_t k_least_title = 16;
  const std::string first = fmt::format("{:>3}  {} ", paper.position, state_mark(paper.item.state));
  const std::string last =
      util::printable(fmt::format("{}{:{}}{}", byline(paper.item), "", k_gap, short_name(paper.item)));
  const std::size_t taken = util::width(first) + k_gap + util::width(last);
  const std::size_t left = columns > taken + k_least_title ? columns - taken : k_least_title;
  return first + util::fit(util::printable(display_title(paper.item)), left) + std::string(k_gap, ' ') +
         last + '\n' + paragraph(std::string(util::width(first), ' '), why(paper), columns);
}

std::vector<Item> without(const std::vector<Item>& items, const std::vector<Item>& others) {
  std::vector<Item> rest;
  std::copy_if(items.begin(), items.end(), std::back_inserter(rest), [&others](const Item& item) {
    return std::none_of(others.begin(), others.end(),
                        [&](const Item& other) { return other.row == item.row; });
  });
  return rest;
}

/// What the path cannot know, and how to learn it.
void say_gaps(Context& context, const Prerequisites& path) {
  const std::vector<Item> open = without(path.not_known, path.at_the_end);
  if (!open.empty()) {
    hint(context,
         fmt::format("references not known for {}, so more may be needed: {} (papers refs {} --fetch)",
                     counted(open.size(), "paper", "papers"), util::join(names(open), ", "),
                     typed_name(open.front())));
  }
  if (!path.known_in_part.empty()) {
    hint(context, fmt::format("references known in part for {}, so a key one may be missing: {}",
                              counted(path.known_in_part.size(), "paper", "papers"),
                              util::join(names(path.known_in_part), ", ")));
  }
  if (!path.at_the_end.empty()) {
    hint(context, fmt::format("what {} at the end of the path would lead to is not known either: {}",
                              counted(path.at_the_end.size(), "paper", "papers"),
                              util::join(names(path.at_the_end), ", ")));
  }
}

/// What the path leaves out, and what it cannot know.
void say_limits(Context& context, const Prerequisites& path, int depth) {
  if (!path.excused.empty()) {
    hint(context, fmt::format("left out, for they are read, dropped or below the year floor: {}",
                              util::join(names(path.excused), ", ")));
  }
  if (path.beyond > 0) {
    hint(context, fmt::format("left out, for they are more than {} back: {}",
                              counted(static_cast<std::size_t>(depth), "step", "steps"),
                              counted(path.beyond, "key reference", "key references")));
  }
  say_gaps(context, path);
}

struct Options {
  std::string item;
  std::optional<int> depth;
};

ExitCode run(const Options& options, Context& context) {
  const Item target = value_or_throw(app::select_item(context.library(), options.item));
  app::PathLimits limits;
  limits.depth = options.depth.value_or(limits.depth);
  limits.year_floor = context.settings().whole("limits.year_floor");
  const Prerequisites path = app::prerequisites(context.library(), target, limits);
  if (context.options().json) {
    say_json(context, target, path);
    return ExitCode::done;
  }
  for (const PathPaper& paper : path.papers) {
    context.env().out << entry(paper, context.env().terminal.columns);
  }
  say_limits(context, path, limits.depth);
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.word("ITEM", options->item, "The paper to be understood");
  arguments.number("--depth", options->depth, {0, 2}, "Fewer than two steps back");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_path_command{
    "path",
    "Look",
    "Say what to read before a paper, in order: at most 13 papers",
    "The three references of the paper that tie in most closely, the three of each of those, and no more.\n"
    "What is read or dropped is left out, and so is what would only be needed for that. Cited papers come\n"
    "before those that cite them, older ones first.",
    "papers path cllm\npapers path 3 --depth 1\npapers path cllm --json",
    /*changes=*/false,
    declare};

}  // namespace papers::cli
