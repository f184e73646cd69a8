// A bibliography in RIS, for reference managers.

#include <ostream>

#include <fmt/format.h>

#include "bibliography/entry.hpp"
#include "bibliography/person.hpp"
#include "export/formats.hpp"
#include "export/listed_work.hpp"
#include "util/text.hpp"

namespace papers::formats {
namespace {

std::string_view type_of(Form form) {
  switch (form) {
    case Form::article:
      return "JOUR";
    case Form::proceedings:
      return "CPAPER";
    case Form::book:
      return "BOOK";
    case Form::web:
      return "ELEC";
    case Form::software:
      return "COMP";
    case Form::video:
      return "VIDEO";
    case Form::preprint:
      return "UNPB";
    case Form::other:
      break;
  }
  return "GEN";
}

/// A line; values are lines already, and an abstract becomes one.
void line(std::ostream& out, std::string_view tag, std::string_view value) {
  if (!value.empty()) {
    out << fmt::format("{}  - {}\n", tag, util::clean_line(value, bibliography::k_longest_abstract));
  }
}

std::string name_of(const std::string& author) {
  const bibliography::Person person = bibliography::person_from(author);
  if (person.given.empty()) {
    return person.family;
  }
  return fmt::format("{}, {}{}{}", person.family, person.given, person.suffix.empty() ? "" : ", ",
                     person.suffix);
}

void write_entry(const ListedWork& work, std::ostream& out) {
  const Item& item = *work.item;
  line(out, "TY", type_of(work.form));
  line(out, "ID", work.key);
  line(out, "TI", item.title);
  for (const std::string& author : item.authors) {
    line(out, "AU", name_of(author));
  }
  const std::vector<int> date = date_of(item);
  if (!date.empty()) {
    line(out, "PY", fmt::format("{}", date.front()));
  }
  if (date.size() > 1) {
    line(out, "DA", fmt::format("{}/{:02}/{:02}", date[0], date[1], date[2]));
  }
  line(out, work.form == Form::book ? "PB" : "T2", item.venue.value_or(""));
  if (work.arxiv) {
    line(out, "AN", format(*work.arxiv));
  }
  line(out, "DO", work.doi);
  line(out, "UR", work.address);
  line(out, "AB", item.abstract.value_or(""));
  out << "ER  - \n";
}

}  // namespace

void write_ris(const ReadingGraph& graph, const ExportOptions& /*options*/, std::ostream& out) {
  bool first = true;
  for (const ListedWork& work : listed_works(graph)) {
    out << (first ? "" : "\n");
    first = false;
    write_entry(work, out);
  }
}

}  // namespace papers::formats
