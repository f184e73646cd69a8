#include <memory>
#include <ostream>

#include <nlohmann/json.hpp>

#include "app/citation_tree.hpp"
#include "app/selector.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/tree_lines.hpp"
#include "model/item_json.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::string item;
  std::optional<int> depth;
  int most = 6;
};

std::string_view name_of(app::TreePaper::Below below) {
  switch (below) {
    case app::TreePaper::Below::open:
      return "open";
    case app::TreePaper::Below::limit:
      return "limit";
    case app::TreePaper::Below::elsewhere:
      return "elsewhere";
    case app::TreePaper::Below::not_known:
      return "unknown";
  }
  return "";
}

nlohmann::ordered_json folded_json(const app::Folded& folded) {
  const auto or_null = [](std::optional<int> year) {
    return year ? nlohmann::ordered_json(*year) : nlohmann::ordered_json();
  };
  return {{"papers", folded.papers}, {"from", or_null(folded.from)}, {"to", or_null(folded.to)},
          {"shared", folded.shared}, {"dropped", folded.dropped},    {"title_only", folded.title_only},
          {"beyond", folded.beyond}, {"not_known", folded.not_known}};
}

nlohmann::ordered_json paper_json(const app::TreePaper& paper) {
  nlohmann::ordered_json object = model::item_to_json(paper.item);
  object["steps"] = paper.depth;
  object["below"] = name_of(paper.below);
  object["also_cited_by"] = paper.also_cited_by;
  object["folded"] = folded_json(paper.folded);
  auto papers = nlohmann::ordered_json::array();
  for (const app::TreePaper& below : paper.papers) {
    papers.push_back(paper_json(below));
  }
  object["items"] = std::move(papers);
  return object;
}

ExitCode run(const Options& options, Context& context) {
  const Item item = value_or_throw(app::select_item(context.library(), options.item));
  app::TreeWishes wishes;
  wishes.depth = options.depth.value_or(context.settings().whole("limits.depth"));
  wishes.most = static_cast<std::size_t>(options.most);
  const app::TreePaper tree = app::citation_tree(context.library(), item, wishes);
  if (context.options().json) {
    print_json(context,
               {{"depth", wishes.depth}, {"items", nlohmann::ordered_json::array({paper_json(tree)})}});
  } else {
    context.env().out << tree_lines(tree, context.env().terminal.columns);
  }
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.word("ITEM", options->item, "The paper to begin with");
  arguments.number("--depth", options->depth, {0, 100}, "So many steps back (default: limits.depth)");
  arguments.number("-n", options->most, {}, "Show at most so many references of each paper (6); 0: all");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_tree_command{
    "tree",
    "Look",
    "Show what a paper cites, and what that cites, as a tree",
    "What you judged comes first, then what most of your papers cite; the rest is folded into a count, and "
    "so\n"
    "is all beyond the depth. A paper is opened once, where it is nearest to the top. Marks are those of\n"
    "`papers refs`. With --json each paper has its references under \"items\", how many \"steps\" back it "
    "is,\n"
    "what is \"folded\" below it, and whether it is open, at the limit, opened elsewhere or unknown "
    "(\"below\").",
    "papers tree cllm\npapers tree cllm --depth 1 -n 0    # everything it cites\npapers tree 3 --json",
    /*changes=*/false,
    declare};

}  // namespace papers::cli
