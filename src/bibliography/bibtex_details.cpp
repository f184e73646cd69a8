#include <algorithm>
#include <array>
#include <string>

#include "bibliography/bibtex_names.hpp"
#include "bibliography/detail_field.hpp"
#include "bibliography/entry_details.hpp"
#include "bibliography/latex_text.hpp"
#include "bibliography/person.hpp"
#include "util/strings.hpp"

namespace papers::bibliography {
namespace {

/// What items have a place for.
constexpr std::array<std::string_view, 28> k_told{
    "abstract", "archiveprefix", "author",  "crossref", "date",      "day",          "doi",
    "ee",       "entryset",      "eprint",  "ids",      "link",      "eprintclass",  "eprinttype",
    "issued",   "month",         "options", "subtitle", "url",       "primaryclass", "title",
    "urlpdf",   "xdata",         "xurl",    "year",     "entrytype", "related",      "relatedtype"};

/// What programs keep in it for themselves.
constexpr std::array<std::string_view, 12> k_housekeeping{
    "added-at", "bibsource", "biburl",    "date-added", "date-modified", "file",
    "groups",   "interhash", "intrahash", "localfile",  "owner",         "timestamp"};

bool is_detail(std::string_view name) {
  const auto is_in = [name](const auto& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  return !is_in(k_told) && !is_in(k_housekeeping) && !name.starts_with("bdsk-") &&
         !name.starts_with("mendeley-");
}

std::string names_text(std::string_view latex) {
  std::vector<std::string> names;
  for (const Person& person : read_bibtex_names(latex)) {
    names.push_back(printed(person));
  }
  return joined_names(std::move(names));
}

}  // namespace

void add_bibtex_details(Entry& entry, const BibtexEntry& fields) {
  for (const BibtexField& field : fields.fields) {
    if (is_detail(field.name)) {
      const DetailField* const known = detail_field(field.name);
      const bool is_names = known != nullptr && known->shape == DetailShape::names;
      add_detail(entry, field.name, is_names ? names_text(field.value) : latex_to_text(field.value));
    }
  }
}

}  // namespace papers::bibliography
