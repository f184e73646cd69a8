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
#include "papers/ranking.hpp"
#include "papers/record.hpp"
#include "papers/reference_list.hpp"

namespace papers {

/// What happened to a paper since a day; of several things the one that says most.
enum class News {
  none,
  added,    ///< came into the library
  started,  ///< its reading began
  finished  ///< was read
};

/// "", "new", "started", "read".
[[nodiscard]] std::string_view name_of(News news);

/// Where a paper stands among those with which it is compared, and why: what is queued or being read in the
/// queue, what is found among the suggestions.
struct Place {
  int rank = 0;  ///< 1 is the best
  /// In points, rounded to 0.01; without bounds, and negative too: weights may be, and suggestions are
  /// measured against the median one. Not to be compared between queue and suggestions.
  double score = 0;
  std::vector<TermPoints> terms;  ///< their points add up to the score
};

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
    News news = News::none;
    std::optional<Place> place;  ///< for formats that want it; nothing for what is not ranked
  };
  std::vector<Paper> papers;  ///< sorted by formatted identity
  std::vector<Arc> arcs;      ///< indices into papers; sorted
  int depth_limit = 0;
  std::size_t all_papers = 0;  ///< how many lie within the depth, drawn or not
  std::string since{};         ///< day from which `news` counts, or ""
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
  bool full = false;    ///< draw implied citations too
  std::string today{};  ///< day of the places, for formats that name it; may be ""
};

using GraphWriter = void (*)(const ReadingGraph&, const ExportOptions&, std::ostream&);

/// One format: a row of the table in export/registry.cpp. Exactly one of `write_graph` and `write_library` is
/// set.
struct Exporter {
  std::string_view name;       ///< as typed: "dot"
  std::string_view extension;  ///< "dot"
  std::string_view summary;
  GraphWriter write_graph = nullptr;
  void (*write_library)(const LibraryReader&, std::ostream&) = nullptr;
  std::string_view graphviz{};  ///< "-T" format through which the written DOT goes, or ""
  /// Makes the file out of what Graphviz answered; nothing: that is the file. Throws Failure when Graphviz
  /// left papers out, before it writes anything.
  void (*write_drawn)(const ReadingGraph&, const ExportOptions&, std::string_view drawn,
                      std::ostream&) = nullptr;
  /// It lists works rather than draw them: write_graph is given all of them, nothing folded.
  bool is_list = false;
  bool is_binary = false;  ///< nothing for a terminal, nor for JSON
  bool is_json = false;    ///< JSON already, or lines of it
  /// It shows places: the library is ranked first and `Paper::place` filled in. Others are spared that work.
  bool ranks = false;
  /// A second table, which goes into a file of its own beside the first one; nothing when there is none.
  GraphWriter write_second = nullptr;
  std::string_view second{};  ///< what its name has before the extension: "-citations"
};

[[nodiscard]] std::span<const Exporter> exporters();  ///< sorted by name

}  // namespace papers
