#include "app/export_library.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <sstream>
#include <unordered_map>

#include <fmt/format.h>

#include "app/choose.hpp"
#include "app/reading_list.hpp"
#include "app/suggest.hpp"
#include "export/pdf_date.hpp"
#include "util/child_process.hpp"
#include "util/edit_distance.hpp"
#include "util/text.hpp"

namespace papers::app {
namespace {

/// The library as exporters see it: everything in the order of identities.
class WholeLibrary final : public LibraryReader {
 public:
  explicit WholeLibrary(const Library& library) : m_library(library) {}

  void each_item(const std::function<void(const Item&)>& visit) const override {
    m_library.each_item({.states = {}, .order = ItemQuery::Order::identity}, [&visit](const Item& item) {
      visit(item);
      return true;
    });
  }

  void each_reference_list(const std::function<void(const ReferenceList&)>& visit) const override {
    m_library.each_reference_list([&visit](const ReferenceList& list) {
      visit(list);
      return true;
    });
  }

  void each_record(const std::function<void(const Record&)>& visit) const override {
    m_library.each_record([&visit](const Record& record) {
      visit(record);
      return true;
    });
  }

 private:
  const Library& m_library;
};

/// What can be read now has its place in the queue, what was found among the suggestions.
void add_places(ReadingGraph& graph, const Library& library, const PlaceWishes& wishes) {
  std::unordered_map<std::int64_t, ReadingGraph::Paper*> papers;
  for (ReadingGraph::Paper& paper : graph.papers) {
    papers.emplace(paper.item.row, &paper);
  }
  const auto add = [&papers](auto& ranked) {
    if (const auto paper = papers.find(ranked.item.row); paper != papers.end()) {
      paper->second->place = Place{ranked.rank, ranked.score, std::move(ranked.terms)};
    }
  };
  constexpr std::size_t k_all = std::numeric_limits<std::size_t>::max();
  for (Choice& choice : choose(library, wishes.weights, wishes.now, {.count = k_all})) {
    add(choice);
  }
  const auto is_here = [&papers](std::int64_t row) { return papers.contains(row); };
  for (Suggestion& suggestion : suggest(library, {.most = k_all, .among = is_here}).best) {
    add(suggestion);
  }
}

std::string through_graphviz(const std::string& dot, const Exporter& exporter) {
  const std::array<std::string, 2> command{"dot", "-T" + std::string(exporter.graphviz)};
  const auto result = util::run_child(command, dot);
  if (!result) {
    throw Failure(ExitCode::failed,
                  fmt::format("{} needs Graphviz, which is not installed: `apt install graphviz`, "
                              "or export as dot and draw it elsewhere",
                              exporter.name));
  }
  if (result->status != 0) {
    throw Failure(ExitCode::failed, fmt::format("Graphviz could not draw the graph (exit code {}): {}",
                                                result->status, util::clean_line(result->err, 300)));
  }
  std::string drawing = result->out;
  if (exporter.graphviz == "pdf") {
    formats::blank_creation_date(drawing);
  }
  return drawing;
}

std::string written(GraphWriter writer, const ReadingGraph& graph, const ExportOptions& options) {
  std::ostringstream out;
  writer(graph, options, out);
  return out.str();
}

std::string first_table(const ReadingGraph& graph, const Exporter& exporter, const ExportOptions& options) {
  const std::string text = written(exporter.write_graph, graph, options);
  const std::string drawn = exporter.graphviz.empty() ? text : through_graphviz(text, exporter);
  if (exporter.write_drawn == nullptr) {
    return drawn;
  }
  std::ostringstream out;
  exporter.write_drawn(graph, options, drawn, out);
  return out.str();
}

}  // namespace

Result<const Exporter*> find_exporter(std::string_view name) {
  std::vector<std::string_view> names;
  for (const Exporter& exporter : exporters()) {
    if (exporter.name == name) {
      return &exporter;
    }
    names.push_back(exporter.name);
  }
  const auto meant = util::nearest(name, names);
  return Error{ExitCode::usage, fmt::format("{}: not a format; expected {}{}", name, fmt::join(names, ", "),
                                            meant ? fmt::format(" (did you mean {}?)", *meant) : "")};
}

Exported export_library(const Library& library, const Exporter& exporter, const GraphWishes& wishes,
                        const PlaceWishes& places, const ExportOptions& options) {
  const Library::Snapshot one_state = library.snapshot();
  if (exporter.write_library != nullptr) {
    std::ostringstream out;
    exporter.write_library(WholeLibrary(library), out);
    return {out.str(), ""};
  }
  ReadingGraph graph = exporter.is_list ? reading_list(library, wishes) : reading_graph(library, wishes);
  if (wishes.wanted && graph.papers.empty()) {
    throw Failure(ExitCode::no_match,
                  "no paper within reach fits --filter; `papers list FILTER` shows which items do");
  }
  if (exporter.ranks) {
    add_places(graph, library, places);
  }
  return {first_table(graph, exporter, options),
          exporter.write_second == nullptr ? "" : written(exporter.write_second, graph, options)};
}

}  // namespace papers::app
