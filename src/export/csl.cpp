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

std::string_view type_of(Form form) {
  switch (form) {
    case Form::article:
      return "article-journal";
    case Form::proceedings:
      return "paper-conference";
    case Form::book:
      return "book";
    case Form::web:
      return "webpage";
    case Form::software:
      return "software";
    case Form::video:
      return "motion_picture";
    case Form::preprint:
      return "article";
    case Form::other:
      break;
  }
  return "document";
}

using bibliography::with_references;

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
  if (work.form == Form::preprint) {
    json["publisher"] = "arXiv";
    json["number"] = id;
  } else {
    json["note"] = id;
  }
}

ordered_json entry(const ListedWork& work) {
  const Item& item = *work.item;
  ordered_json json{{"id", work.key}, {"type", type_of(work.form)}};
  set(json, "title", with_references(item.title));
  for (const std::string& author : item.authors) {
    json["author"].push_back(name_of(author));
  }
  if (const std::vector<int> date = date_of(item); !date.empty()) {
    json["issued"] = {{"date-parts", ordered_json::array({date})}};
  }
  set(json, work.form == Form::book ? "publisher" : "container-title",
      with_references(item.venue.value_or("")));
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
