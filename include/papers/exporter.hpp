// Exporters: the library and its reading graph in other programs' formats.
//
// An exporter is one file in src/export and one row of its table. It writes deterministic
// bytes: sorted, without the time of day, so that two exports can be compared. Only what
// Graphviz makes of them may differ: it dates PDF files.
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "papers/graph.hpp"
#include "papers/item.hpp"
#include "papers/record.hpp"
#include "papers/reference_list.hpp"

namespace papers {

/// Papers to be drawn or written, chosen and counted by whoever knows the library.
struct ReadingGraph {
  struct Paper {
    Item item;          ///< with its derived fields
    bool root = false;  ///< depth is counted from here
    std::optional<int> depth;
    int hidden = 0;  ///< references that lie in the library but not in this graph, whatever left them out
    int beyond = 0;  ///< references beyond the limits, so that they are not in the library either
    std::optional<int> hidden_from;  ///< oldest year among both
    std::optional<int> hidden_to;    ///< newest year among both
  };
  std::vector<Paper> papers;  ///< sorted by formatted identity
  std::vector<Arc> arcs;      ///< indices into papers; sorted
  int depth_limit = 0;
  std::size_t all_papers = 0;  ///< how many lie within the depth, drawn or not
};

/// A whole library, for formats that leave nothing out.
class LibraryReader {
 public:
  virtual ~LibraryReader() = default;
  virtual void each_item(const std::function<void(const Item&)>& visit) const = 0;  ///< by identity
  virtual void each_reference_list(
      const std::function<void(const ReferenceList&)>& visit) const = 0;                ///< by citing, source
  virtual void each_record(const std::function<void(const Record&)>& visit) const = 0;  ///< by kind, id
};

struct ExportOptions {
  bool full = false;  ///< draw implied citations too
};

/// One format: a row of the table in export/registry.cpp. Exactly one of the writers is set.
struct Exporter {
  std::string_view name;       ///< as typed: "dot"
  std::string_view extension;  ///< "dot"
  std::string_view summary;
  void (*write_graph)(const ReadingGraph&, const ExportOptions&, std::ostream&);
  void (*write_library)(const LibraryReader&, std::ostream&);
  std::string_view graphviz;  ///< "-T" format through which the written DOT goes, or ""
  /// It lists works rather than draw them: write_graph is given all of them, nothing folded.
  bool is_list = false;
};

[[nodiscard]] std::span<const Exporter> exporters();  ///< sorted by name

}  // namespace papers
