#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <ostream>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/export_library.hpp"
#include "app/filter.hpp"
#include "app/reading.hpp"
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
  std::optional<int> max_nodes;
  std::vector<std::string> filter;
  bool full = false;
  std::string since;
  std::string output;
};

constexpr int k_most_drawn = 40;

/// What was asked for and the format does not take; "" for nothing. Ignored, a wish for a part of the library
/// would send all of it.
std::string_view refused_option(const Options& options, const Exporter& exporter) {
  const bool is_whole = exporter.write_library != nullptr;
  const std::array<std::pair<bool, std::string_view>, 5> given{{
      {is_whole && !options.roots.empty(), "--root"},
      {is_whole && options.depth.has_value(), "--depth"},
      {is_whole && !options.filter.empty(), "--filter"},
      {is_whole && !options.since.empty(), "--since"},
      {(is_whole || exporter.is_list) && options.max_nodes.has_value(), "--max-nodes"},
  }};
  const auto* const first =
      std::find_if(given.begin(), given.end(), [](const auto& one) { return one.first; });
  return first == given.end() ? "" : first->second;
}

bool to_standard_output(const Options& options) {
  return options.output.empty() || options.output == "-";
}

/// Throws Failure (usage).
void require_possible(const Options& options, const Exporter& exporter, Context& context) {
  if (const std::string_view refused = refused_option(options, exporter); !refused.empty()) {
    throw Failure(ExitCode::usage,
                  fmt::format("{}: {} holds everything that there is; leave it out, or choose another format",
                              refused, exporter.name));
  }
  if (exporter.is_binary && to_standard_output(options) &&
      (context.env().terminal.out || context.options().json)) {
    throw Failure(ExitCode::usage, fmt::format("{0} is no text: papers export {0} -o reading.{1}",
                                               exporter.name, exporter.extension));
  }
}

app::GraphWishes wishes_of(const Options& options, Context& context) {
  app::GraphWishes wishes;
  wishes.roots = app::select_items(context.library(), options.roots);
  wishes.depth = options.depth.value_or(context.settings().whole("limits.depth"));
  wishes.within_depth = options.depth.has_value();
  wishes.max_nodes = options.full ? 0 : static_cast<std::size_t>(options.max_nodes.value_or(k_most_drawn));
  wishes.max_leaves = options.full ? 0 : wishes.max_leaves;
  wishes.since =
      options.since.empty() ? "" : value_or_throw(app::checked_past_day(options.since, context.today()));
  if (!options.filter.empty()) {
    const app::Filter filter = value_or_throw(app::Filter::parse(options.filter, context.today()));
    wishes.states = filter.states();
    wishes.wanted = [filter](const Item& item) { return filter.matches(item); };
  }
  return wishes;
}

/// "reading.csv" and "-citations" -> "reading-citations.csv".
std::filesystem::path second_path(const std::filesystem::path& first, std::string_view second) {
  std::filesystem::path path = first;
  return path.replace_filename(first.stem().string() + std::string(second) + first.extension().string());
}

void write_files(const Options& options, const Exporter& exporter, const app::Exported& exported,
                 Context& context) {
  std::vector<std::pair<std::string, const std::string*>> files{{options.output, &exported.bytes}};
  if (exporter.write_second != nullptr) {
    files.emplace_back(second_path(options.output, exporter.second).string(), &exported.second);
  }
  for (const auto& [file, bytes] : files) {
    util::write_file(file, *bytes);
    hint(context, fmt::format("wrote {} ({} bytes)", file, bytes->size()));
  }
  if (context.options().json) {
    nlohmann::ordered_json said{
        {"format", exporter.name}, {"file", files.front().first}, {"bytes", exported.bytes.size()}};
    said["second_file"] =
        files.size() > 1 ? nlohmann::ordered_json(files.back().first) : nlohmann::ordered_json(nullptr);
    print_json(context, std::move(said));
  }
}

ExitCode run(const Options& options, Context& context) {
  const Exporter& exporter = *value_or_throw(app::find_exporter(options.format));
  require_possible(options, exporter, context);
  const app::Exported exported = app::export_library(context.library(), exporter, wishes_of(options, context),
                                                     {context.settings().weights(), context.this_week()},
                                                     {options.full, context.today()});
  if (!to_standard_output(options)) {
    write_files(options, exporter, exported, context);
  } else if (context.options().json && !exporter.is_json) {
    print_json(context, {{"format", exporter.name}, {"text", exported.bytes}});
  } else {
    context.env().out << exported.bytes;
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
                   "Draw at most so many papers (40), the best-connected ones; not of a list");
  arguments.texts(
      "--filter", "FILTER", options->filter,
      "Only papers that fit, as in `papers list`; a drawing has the roots that you name in any case");
  arguments.flag("--full", options->full, "Every paper and every citation, implied ones too");
  arguments.text(
      "--since", "DATE", options->since,
      "Mark what came into the library, was begun or was read on that day (2024-11-10) or later; also\n"
      "2024-11, yesterday, fri (the last one), 3d, 2w or 1m ago");
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
    "papers export html --since 2024-11-10 -o reading.html\n"
    "papers export csv -o reading.csv        # and reading-citations.csv\n"
    "papers export jsonl -o library.jsonl    # everything, for backup and exchange",
    /*changes=*/false,
    declare};

}  // namespace papers::cli
