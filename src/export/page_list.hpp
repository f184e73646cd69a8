// The list on the page: what is being read, what comes next, what is suggested, set aside and read, each in
// its order, and each paper with one reason.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string_view>
#include <vector>

#include "papers/exporter.hpp"

namespace papers::formats {

struct ListSection {
  std::string_view title;
  std::vector<State> states;
};

/// In the order of the page; every state is in one of them.
[[nodiscard]] const std::vector<ListSection>& list_sections();

/// The papers of a section, indices into those of the graph: by place; what has none by year, newest first;
/// what was read by when, newest first; then by identity.
[[nodiscard]] std::vector<std::size_t> section_papers(const ReadingGraph& graph, const ListSection& section);

/// All sections that have papers, in HTML.
void write_list(const ReadingGraph& graph, std::ostream& out);

}  // namespace papers::formats
