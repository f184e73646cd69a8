#include "app/export_library.hpp"

#include <array>
#include <sstream>

#include <fmt/format.h>

#include "export/pdf_date.hpp"
#include "app/reading_list.hpp"
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

std::string through_graphviz(const std::string& dot, std::string_view format) {
  const std::array<std::string, 2> command{"dot", "-T" + std::string(format)};
  const auto result = util::run_child(command, dot);
  if (!result) {
    throw Failure(ExitCode::failed,
                  fmt::format("{} needs Graphviz, which is not installed: `apt install graphviz`, "
                              "or export as dot and draw it elsewhere",
                              format));
  }
  if (result->status != 0) {
    throw Failure(ExitCode::failed, fmt::format("Graphviz could not draw the graph (exit code {}): {}",
                                                result->status, util::clean_line(result->err, 300)));
  }
  std::string drawing = result->out;
  if (format == "pdf") {
    formats::blank_creation_date(drawing);
  }
  return drawing;
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

std::string export_library(const Library& library, const Exporter& exporter, const GraphWishes& wishes,
                           const ExportOptions& options) {
  std::ostringstream out;
  const Library::Snapshot one_state = library.snapshot();
  if (exporter.write_library != nullptr) {
    exporter.write_library(WholeLibrary(library), out);
  } else {
    const ReadingGraph graph =
        exporter.is_list ? reading_list(library, wishes) : reading_graph(library, wishes);
    if (wishes.wanted && graph.papers.empty()) {
      throw Failure(ExitCode::no_match,
                    "no paper within reach fits --filter; `papers list FILTER` shows which items do");
    }
    exporter.write_graph(graph, options, out);
  }
  return exporter.graphviz.empty() ? out.str() : through_graphviz(out.str(), exporter.graphviz);
}

}  // namespace papers::app
