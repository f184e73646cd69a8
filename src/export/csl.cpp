// A bibliography in CSL-JSON (schema csl-data of the Citation Style Language 1.0.2), for pandoc and Zotero.

#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "bibliography/person.hpp"
#include "bibliography/tagged_text.hpp"
#include "export/formats.hpp"
#include "export/listed_work.hpp"
#include "model/item_json.hpp"

namespace papers::formats {
namespace {

using nlohmann::ordered_json;

using bibliography::with_references;
using bibliography::WorkType;

ordered_json name_of(const std::string& author) {
  const bibliography::Person person = bibliography::person_from(author);
  if (person.given.empty()) {
    return {{"literal", with_references(person.family)}};
  }
  ordered_json name{{"family", with_references(person.family)}, {"given", with_references(person.given)}};
  if (!person.suffix.empty()) {
    name["suffix"] = with_references(person.suffix);
  }
  return name;
}

void set(ordered_json& item, const char* name, const std::string& value) {
  if (!value.empty()) {
    item[name] = value;
  }
}

/// As Zotero has it: the id is the number of a preprint, and a note of what was published elsewhere.
void set_arxiv(ordered_json& json, const ListedWork& work) {
  if (!work.arxiv) {
    return;
  }
  const std::string id = format(*work.arxiv);
  if (work.type->name == "preprint") {
    json["publisher"] = "arXiv";
    json["number"] = id;
  } else {
    json["note"] = json.contains("note") ? json["note"].get<std::string>() + '\n' + id : id;
  }
}

/// A report has a number, a journal has issues.
std::string_view name_of(const bibliography::DetailField& field, const WorkType& type) {
  return field.csl == "issue" && is_printer(type) ? "number" : field.csl;
}

ordered_json value_of(const ListedDetail& detail) {
  using bibliography::DetailShape;
  constexpr std::string_view k_dash = "–";
  if (detail.field->shape == DetailShape::names) {
    ordered_json names;
    for (const std::string& name : bibliography::parted(detail.text, ";")) {
      names.push_back(name_of(name));
    }
    return names;
  }
  std::string text(detail.text);
  if (const std::size_t dash = text.find(k_dash);
      detail.field->shape == DetailShape::pages && dash != std::string::npos) {
    text.replace(dash, k_dash.size(), "-");
  }
  return with_references(text);
}

void set_details(ordered_json& json, const ListedWork& work) {
  if (work.type->csl == "thesis") {
    json["genre"] = work.type->medium;
  }
  for (const ListedDetail& detail : details_of(work)) {
    if (detail.field != nullptr && !detail.field->csl.empty() && !has_no_room(work, detail)) {
      json[std::string(name_of(*detail.field, *work.type))] = value_of(detail);
    }
  }
}

ordered_json entry(const ListedWork& work) {
  const Item& item = *work.item;
  ordered_json json{{"id", work.key}, {"type", work.type->csl}};
  set(json, "title", with_references(item.title));
  for (const std::string& author : item.authors) {
    json["author"].push_back(name_of(author));
  }
  if (!work.date.empty()) {
    json["issued"] = {{"date-parts", ordered_json::array({work.date})}};
  }
  set(json, is_printer(*work.type) ? "publisher" : "container-title", with_references(work.venue));
  set_details(json, work);
  set_arxiv(json, work);
  set(json, "DOI", work.doi);
  set(json, "URL", work.address);
  set(json, "abstract", with_references(item.abstract.value_or("")));
  return json;
}

}  // namespace

void write_csl(const ReadingGraph& graph, const ExportOptions& /*options*/, std::ostream& out) {
  out << "[";
  const char* between = "\n";
  for (const ListedWork& work : listed_works(graph)) {
    out << between << model::dump(entry(work));
    between = ",\n";
  }
  out << "\n]\n";
}

}  // namespace papers::formats
