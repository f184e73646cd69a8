// What every reader of bibliographies promises: entries with clean texts and sound ids, which survive the way
// out and in again in each of the formats.
#pragma once

#include <sstream>
#include <string_view>

#include "bibliography/bibtex_reader.hpp"
#include "bibliography/csl_reader.hpp"
#include "bibliography/entry_item.hpp"
#include "bibliography/ris_reader.hpp"
#include "bibliography/text_encoding.hpp"
#include "export/formats.hpp"
#include "fuzz/require.hpp"

namespace papers::fuzz {

using Reader = bibliography::Bibliography (*)(std::string_view);
using Writer = void (*)(const ReadingGraph&, const ExportOptions&, std::ostream&);

/// Title and year are the same again, whatever signs they have.
inline void require_round_trip(const Item& item, Writer write, Reader read) {
  ReadingGraph graph;
  graph.papers.emplace_back().item = item;
  std::ostringstream out;
  write(graph, {}, out);
  const bibliography::Bibliography back = read(out.str());
  require(back.problems.empty());
  require(back.entries.size() == 1);
  const Item again = bibliography::item_from(back.entries.front(), "fuzz");
  require(again.title == item.title);
  require(again.year == item.year);
}

inline void check_bibliography(std::string_view bytes, Reader read) {
  const bibliography::Bibliography bibliography = read(bibliography::to_utf8(bytes));
  std::size_t looked_at = 0;
  for (const bibliography::Entry& entry : bibliography.entries) {
    require(entry.line >= 1);
    require_clean(entry.venue);
    const Item item = bibliography::item_from(entry, "fuzz");
    require_sound(item);
    if (!item.title.empty() && item.title.size() < 4096 && ++looked_at <= 8) {
      require_round_trip(item, formats::write_bibtex, bibliography::read_bibtex);
      require_round_trip(item, formats::write_ris, bibliography::read_ris);
      require_round_trip(item, formats::write_csl, bibliography::read_csl);
    }
  }
  for (const bibliography::Remark& problem : bibliography.problems) {
    require(problem.line >= 1);
    require(!problem.what.empty());
    require_clean(problem.what);
  }
}

}  // namespace papers::fuzz
