#include "app/import_formats.hpp"

#include <array>

#include "app/import_bibliography.hpp"
#include "app/import_lines.hpp"
#include "app/import_list.hpp"
#include "app/import_log.hpp"
#include "bibliography/bibtex_reader.hpp"
#include "bibliography/csl_reader.hpp"
#include "bibliography/ris_reader.hpp"

namespace papers::app {

std::span<const ImportFormat> import_formats() {
  static constexpr std::array k_table{
      ImportFormat{"csl", "CSL-JSON", bibliography::looks_like_csl, import_csl},
      ImportFormat{"jsonl", "the library's own JSON Lines", looks_like_lines, import_lines},
      ImportFormat{"bibtex", "BibTeX or BibLaTeX", bibliography::looks_like_bibtex, import_bibtex},
      ImportFormat{"ris", "RIS", bibliography::looks_like_ris, import_ris},
      ImportFormat{"list", "a list of addresses or ids, one a line", looks_like_list, import_list},
      ImportFormat{"log", "a weekly log in Markdown", looks_like_log, import_log},
  };
  return k_table;
}

}  // namespace papers::app
