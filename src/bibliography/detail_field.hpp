// The details of a work as the formats of bibliographies call them: one table for all of them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "papers/item.hpp"

namespace papers::bibliography {

/// What a field holds, which decides how it is written.
enum class DetailShape {
  text,
  pages,     ///< "1–10"
  names,     ///< parted by "; "
  keywords,  ///< parted by ", "
};

/// A row of the table; "" where a format has no place for it.
struct DetailField {
  std::string_view name;    ///< of the detail, as BibLaTeX calls the field
  std::string_view bibtex;  ///< as BibTeX and its styles call it
  std::string_view ris;
  std::string_view csl;
  DetailShape shape = DetailShape::text;
};

[[nodiscard]] std::span<const DetailField> detail_fields();

/// By the name of the detail, or by that in BibTeX; nullptr for what only BibLaTeX or a style knows.
[[nodiscard]] const DetailField* detail_field(std::string_view name);

/// "1--10", "1 - 10" and "1-10" as "1–10"; all else as it is.
[[nodiscard]] std::string page_range(std::string_view pages);

/// The words between the separators, without the blanks around them; empty ones are left out.
[[nodiscard]] std::vector<std::string> parted(std::string_view text, std::string_view separators);

}  // namespace papers::bibliography
