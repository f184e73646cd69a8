#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/links.hpp"
#include "app/selector.hpp"
#include "app/short_name.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/paragraph.hpp"

namespace papers::cli {
namespace {

using model::Relation;

struct Options {
  std::string item;
  std::array<std::vector<std::string>, model::k_relations.size()> others;
};

struct Wish {
  Relation relation;
  std::string other;
};

std::vector<Wish> wishes_of(const Options& options, std::string_view command) {
  std::vector<Wish> wishes;
  for (std::size_t i = 0; i < options.others.size(); ++i) {
    for (const std::string& other : options.others[i]) {
      wishes.push_back({model::k_relations[i], other});
    }
  }
  if (wishes.empty()) {
    throw Failure(ExitCode::usage,
                  fmt::format("{}: say how it stands to which item: --explains, --implements, --replaces or "
                              "--part-of ITEM",
                              command));
  }
  return wishes;
}

struct Said {
  Item item;
  Relation relation;
  Item other;
  bool changed;
};

void say(Context& context, const std::vector<Said>& all, bool linking) {
  if (context.options().json) {
    auto links = nlohmann::ordered_json::array();
    for (const Said& said : all) {
      links.push_back({{"from", format(said.item.ids.front())},
                       {"relation", name_of(said.relation)},
                       {"to", format(said.other.ids.front())},
                       {"changed", said.changed}});
    }
    print_json(context, {{"links", std::move(links)}});
    return;
  }
  for (const Said& said : all) {
    const std::string words =
        fmt::format("{} {}{} {}", app::name_in_words(said.item), linking ? "" : "no longer ",
                    app::words_for({said.relation, false, said.other}), app::name_in_words(said.other));
    context.env().out << paragraph("", said.changed ? words : words + " (as before)",
                                   context.env().terminal.columns);
  }
}

ExitCode run(const Options& options, Context& context, bool linking) {
  const std::string_view command = linking ? "link" : "unlink";
  const std::vector<Wish> wishes = wishes_of(options, command);
  const Item named = value_or_throw(app::select_item(context.library(), options.item));
  Change change = context.writable_library().begin(command, fmt::format("{} {}", command, named.key));
  const Item item = value_or_throw(app::select_item(change.library(), options.item));
  std::vector<Said> said;
  for (const Wish& wish : wishes) {
    const Item other = value_or_throw(app::select_item(change.library(), wish.other));
    const bool changed = linking ? app::add_link(change, item, wish.relation, other, context.now())
                                 : app::remove_link(change, item, wish.relation, other);
    said.push_back({item, wish.relation, other, changed});
  }
  say(context, said, linking);
  if (context.options().dry_run) {
    hint(context, "(dry run: nothing was changed)");
  } else {
    change.commit();
  }
  return ExitCode::done;
}

Action declare(Arguments& arguments, bool linking) {
  auto options = std::make_shared<Options>();
  arguments.word("ITEM", options->item,
                 linking ? "What explains, implements, ... another" : "The item that was linked");
  arguments.texts("--explains", "ITEM", options->others[0], "It explains that one");
  arguments.texts("--implements", "ITEM", options->others[1], "It is code for that one");
  arguments.texts("--replaces", "ITEM", options->others[2],
                  "It stands in for that one, which need not be read then");
  arguments.texts("--part-of", "ITEM", options->others[3], "It is a part of that one");
  return [options, linking](Context& context) { return run(*options, context, linking); };
}

}  // namespace

const Command k_link_command{
    "link",
    "Decide",
    "Say how an item stands to another",
    "papers show tells the links of an item. Who has read what replaces a paper is as ready for what builds\n"
    "on it as if he had read the paper.",
    "papers link 12 --explains 7\npapers link vllm --implements 9\npapers link 12 --replaces 7",
    /*changes=*/true,
    [](Arguments& arguments) { return declare(arguments, /*linking=*/true); }};

const Command k_unlink_command{"unlink",
                               "Decide",
                               "Take back how an item stands to another",
                               "",
                               "papers unlink 12 --explains 7",
                               /*changes=*/true,
                               [](Arguments& arguments) { return declare(arguments, /*linking=*/false); }};

}  // namespace papers::cli
