// As what a work is published: one table for all formats of bibliographies.
#pragma once

#include <span>
#include <string_view>

#include "papers/item.hpp"

namespace papers::bibliography {

/// A row of the table. Where a format has one type for several rows, the first of them is meant by it.
struct WorkType {
  std::string_view name;    ///< the detail "entrytype": "inproceedings"; "" for what nobody said
  std::string_view bibtex;  ///< entry type: "inproceedings"
  std::string_view ris;     ///< value of TY: "CPAPER"
  std::string_view csl;     ///< of the Citation Style Language: "paper-conference"
  Kind kind = Kind::paper;
  std::string_view venue;     ///< the field of BibTeX in which its venue stands: "booktitle"
  std::string_view medium{};  ///< in words, where BibTeX has no type for it (howpublished), or for a kind of
                              ///< thesis
};

[[nodiscard]] std::span<const WorkType> work_types();

/// Whether the venue is who prints it (publisher, school, institution), as that of all books, rather than
/// what it is printed in.
[[nodiscard]] bool is_printer(const WorkType& type);

/// By name; a name that is none gives the row "".
[[nodiscard]] const WorkType& work_type(std::string_view name);

/// What a format says, with other words for the same: "conference", "techreport", "CONF", "journal-article".
/// `medium` is what else it says of it: howpublished and type of BibTeX, M3 of RIS, genre of CSL. What is
/// unknown gives the row "".
[[nodiscard]] const WorkType& type_of_bibtex(std::string_view type, std::string_view medium);
[[nodiscard]] const WorkType& type_of_ris(std::string_view type, std::string_view medium);
[[nodiscard]] const WorkType& type_of_csl(std::string_view type, std::string_view medium);

}  // namespace papers::bibliography
