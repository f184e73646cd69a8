#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/export_library.hpp"
#include "app/filter.hpp"
#include "app/selector.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "util/atomic_file.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::string format;
  std::vector<std::string> roots;
  std::optional<int> depth;
  int max_nodes = 40;
  std::vector<std::string> filter;
  bool full = false;
  std::string output;
};

app::GraphWishes wishes_of(const Options& options, Context& context) {
  app::GraphWishes wishes;
  wishes.roots = app::select_items(context.library(), options.roots);
  wishes.depth = options.depth.value_or(context.settings().whole("limits.depth"));
  wishes.within_depth = options.depth.has_value();
  wishes.max_nodes = options.full ? 0 : static_cast<std::size_t>(options.max_nodes);
  wishes.max_leaves = options.full ? 0 : wishes.max_leaves;
  if (!options.filter.empty()) {
    const app::Filter filter = value_or_throw(app::Filter::parse(options.filter, context.today()));
    wishes.states = filter.states();
    wishes.wanted = [filter](const Item& item) { return filter.matches(item); };
  }
  return wishes;
}

ExitCode run(const Options& options, Context& context) {
  const Exporter& exporter = *value_or_throw(app::find_exporter(options.format));
  const std::string bytes =
      app::export_library(context.library(), exporter, wishes_of(options, context), {options.full});
  if (options.output.empty() || options.output == "-") {
    context.env().out << bytes;
    return ExitCode::done;
  }
  util::write_file(options.output, bytes);
  if (context.options().json) {
    print_json(context, {{"format", exporter.name}, {"file", options.output}, {"bytes", bytes.size()}});
  } else {
    hint(context, fmt::format("wrote {} ({} bytes)", options.output, bytes.size()));
  }
  return ExitCode::done;
}

std::string format_list() {
  std::string text;
  for (const Exporter& exporter : exporters()) {
    text += fmt::format("{}{} ({})", text.empty() ? "" : ", ", exporter.name, exporter.summary);
  }
  return text;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.word("FORMAT", options->format, format_list());
  arguments.texts("--root", "ITEM", options->roots,
                  "Draw from this item; may be given again (default: all your papers)");
  arguments.number("--depth", options->depth, {0, 1000},
                   "Reference steps from the roots (default: limits.depth)");
  arguments.number("--max-nodes", options->max_nodes, {1, 1'000'000},
                   "Draw at most so many papers (40), the best-connected ones");
  arguments.texts("--filter", "FILTER", options->filter, "Only papers that fit, as in `papers list`");
  arguments.flag("--full", options->full, "Every paper and every citation, implied ones too");
  arguments.text("-o,--output", "FILE", options->output, "Write to this file instead of standard output");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_export_command{
    "export",
    "Share",
    "Write the reading graph or the whole library",
    "A citation is left out of the drawing when a longer path implies it. References that are not drawn,\n"
    "because they lie beyond the depth, the number or the limits of fetching, are counted in the paper that\n"
    "has them; a dotted border says that what it cites is unknown. Every paper is drawn with a way that "
    "leads\n"
    "to it from a root. Tasks and courses are drawn when --root or --filter asks for them.",
    "papers export dot --root cllm --depth 2 | dot -Tsvg -o reading.svg\n"
    "papers export svg -o reading.svg\n"
    "papers export jsonl -o library.jsonl    # everything, for backup and exchange",
    /*changes=*/false,
    declare};

}  // namespace papers::cli
