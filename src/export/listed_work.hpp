// What the formats of bibliographies need of an item, worked out once for all of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papers/exporter.hpp"

#include "bibliography/detail_field.hpp"
#include "bibliography/work_type.hpp"

namespace papers::formats {

/// One entry to be written.
struct ListedWork {
  const Item* item = nullptr;
  /// Unique in the list, whatever the case of letters: what the reader's own bibliography calls it, or the
  /// item's key. What the reader calls a work comes before a key of ours that is the same.
  std::string key;
  /// What the reader's bibliography calls it, or what it looks like. Never nullptr.
  const bibliography::WorkType* type = &bibliography::work_type("");
  bool has_key_of_reader = false;           ///< of a bibliography that was read, not of our making
  std::vector<std::string> further_keys{};  ///< what else such call it; of no other work in the list
  std::optional<Identifier> arxiv{};
  std::string doi{};        ///< "10.1145/3600006.3613165"
  std::string address{};    ///< web address where it is found, "" for none
  std::string venue{};      ///< "" too where it is one of the details
  std::vector<int> date{};  ///< year, month and day, as far as they are known: {2024, 2, 28}, {2024}, {}
};

/// By key. Items of the graph that are no works (tasks) are left out.
[[nodiscard]] std::vector<ListedWork> listed_works(const ReadingGraph& graph);

/// A detail that a format has a field for.
struct ListedDetail {
  const bibliography::DetailField* field = nullptr;  ///< nullptr for one that no other format than BibTeX has
  std::string_view name;
  std::string_view text;
};

/// All but those that are written otherwise: the type of the entry, the month.
[[nodiscard]] std::vector<ListedDetail> details_of(const ListedWork& work);

/// Whether the school or institution stands in the only field that RIS and CSL have for who prints it.
[[nodiscard]] bool has_no_room(const ListedWork& work, const ListedDetail& detail);

}  // namespace papers::formats
