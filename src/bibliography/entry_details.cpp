#include "bibliography/entry_details.hpp"

#include <algorithm>

#include "bibliography/detail_field.hpp"
#include "bibliography/entry_ids.hpp"
#include "model/details.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::bibliography {
namespace {

/// BibLaTeX has other words for some of them, and other formats one for all that print.
bool is_place_of_venue(std::string_view name, const WorkType& type) {
  if (name == "journaltitle") {
    return type.venue == "journal";
  }
  return name == type.venue || ((name == "institution" || name == "publisher") && is_printer(type));
}

bool is_said_by_type(std::string_view name, std::string_view text, const WorkType& type) {
  const bool is_medium = name == "howpublished" || name == "type";
  return is_medium && (text == type.medium || text == type.name || text == "mathesis");
}

std::string shaped(const DetailField* field, std::string_view text) {
  switch (field == nullptr ? DetailShape::text : field->shape) {
    case DetailShape::pages:
      return page_range(text);
    case DetailShape::keywords:
      return util::join(parted(text, ",;"), ", ");
    default:
      return std::string(text);
  }
}

}  // namespace

bool names_a_work(std::string_view text) {
  return is_arxiv_alone(text) || work_named_by(text).has_value();
}

std::string joined_names(std::vector<std::string> names) {
  for (std::string& name : names) {
    std::replace(name.begin(), name.end(), ';', ',');
  }
  return util::join(names, "; ");
}

void add_detail(Entry& entry, std::string_view name, std::string_view text) {
  const DetailField* const field = detail_field(name);
  const std::string clean = util::clean_line(text, model::k_longest_detail);
  const bool is_venue = clean == entry.venue && is_place_of_venue(name, *entry.type);
  if (!is_venue && !is_said_by_type(name, clean, *entry.type) && !names_a_work(clean)) {
    model::add_detail(entry.details, field == nullptr ? name : field->name, shaped(field, clean));
  }
}

}  // namespace papers::bibliography
