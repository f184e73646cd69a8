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

/// "SP" and "EP" for a range.
void write_pages(std::ostream& out, std::string_view pages) {
  constexpr std::string_view k_dash = "–";
  const std::size_t dash = pages.find(k_dash);
  line(out, "SP", pages.substr(0, dash));
  if (dash != std::string_view::npos) {
    line(out, "EP", pages.substr(dash + k_dash.size()));
  }
}

void write_detail(std::ostream& out, const ListedDetail& detail) {
  using bibliography::DetailShape;
  if (detail.field == nullptr || detail.field->ris.empty()) {
    return;
  }
  switch (detail.field->shape) {
    case DetailShape::pages:
      write_pages(out, detail.text);
      break;
    case DetailShape::names:
      for (const std::string& name : bibliography::parted(detail.text, ";")) {
        line(out, detail.field->ris, name_of(name));
      }
      break;
    case DetailShape::keywords:
      for (const std::string& word : bibliography::parted(detail.text, ",")) {
        line(out, detail.field->ris, word);
      }
      break;
    case DetailShape::text:
      line(out, detail.field->ris, detail.text);
  }
}

void write_entry(const ListedWork& work, std::ostream& out) {
  const Item& item = *work.item;
  line(out, "TY", work.type->ris);
  line(out, "ID", work.key);
  line(out, "TI", item.title);
  for (const std::string& author : item.authors) {
    line(out, "AU", name_of(author));
  }
  const std::vector<int>& date = work.date;
  if (!date.empty()) {
    line(out, "PY", fmt::format("{}", date.front()));
  }
  if (date.size() > 1) {
    line(out, "DA",
         fmt::format("{}/{:02}/{}", date[0], date[1], date.size() > 2 ? fmt::format("{:02}", date[2]) : ""));
  }
  line(out, is_printer(*work.type) ? "PB" : "T2", work.venue);
  if (work.type->ris == "THES" && detail(item, "type").empty()) {
    line(out, "M3", work.type->medium);
  }
  for (const ListedDetail& each : details_of(work)) {
    if (!has_no_room(work, each)) {
      write_detail(out, each);
    }
  }
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
