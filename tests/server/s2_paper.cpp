#include "server/s2_paper.hpp"

#include <algorithm>
#include <array>

#include "server/work_ids.hpp"

namespace papers::test {
namespace {

constexpr const char* k_disclaimer =
    "Notice: The following paper fields have been elided by the publisher: {'references'}.";

Json text_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

/// "Ada Beatrice Lovelace" -> "A. Lovelace".
std::string abbreviated(const std::string& name) {
  const std::size_t blank = name.rfind(' ');
  return blank == std::string::npos ? name : name.substr(0, 1) + "." + name.substr(blank);
}

/// The first author's name is whole, those of the others are not.
Json authors(const Work& work) {
  Json list = Json::array();
  for (const std::string& name : work.authors) {
    const std::string id = std::to_string(corpus_id_of(name) % 1'000'000'000);
    list.push_back({{"authorId", id}, {"name", list.empty() ? name : abbreviated(name)}});
  }
  return list;
}

Json external_ids(const Work& work) {
  Json ids = Json::object();
  if (is_arxiv_id(work.id)) {
    ids["ArXiv"] = work.id;
  }
  if (!work.doi.empty()) {
    ids["DOI"] = work.doi;
  } else if (is_arxiv_id(work.id)) {
    ids["DOI"] = arxiv_doi(work.id);
  }
  ids["CorpusId"] = corpus_id_of(work.id);
  return ids;
}

std::string venue(const Work& work) {
  return !work.journal.empty() ? work.journal : is_arxiv_id(work.id) ? "arXiv.org" : "";
}

Json open_access(const Work& work) {
  const std::string url = is_arxiv_id(work.id) ? "https://arxiv.org/pdf/" + work.id : "";
  Json pdf = {{"url", url}, {"status", url.empty() ? Json() : Json("GREEN")}, {"license", nullptr}};
  if (work.coverage.s2 == Coverage::withheld) {
    pdf["disclaimer"] = k_disclaimer;
  }
  return pdf;
}

struct Field {
  std::string_view name;
  Json (*value)(const Work& work, const Catalogue& catalogue);
};

/// In the order in which the service prints them.
constexpr std::array k_fields{
    Field{"externalIds", [](const Work& work, const Catalogue&) { return external_ids(work); }},
    Field{"corpusId", [](const Work& work, const Catalogue&) { return Json(corpus_id_of(work.id)); }},
    Field{"publicationVenue", [](const Work&, const Catalogue&) { return Json(); }},
    Field{"url", [](const Work& work,
                    const Catalogue&) { return Json("https://www.semanticscholar.org/paper/" + work.s2); }},
    Field{"title", [](const Work& work, const Catalogue&) { return text_or_null(work.title); }},
    Field{"abstract", [](const Work& work, const Catalogue&) { return text_or_null(work.abstract); }},
    Field{"venue", [](const Work& work, const Catalogue&) { return Json(venue(work)); }},
    Field{"year", [](const Work& work, const Catalogue&) { return Json(std::stoi(year_of(work))); }},
    Field{"referenceCount",
          [](const Work& work, const Catalogue&) { return Json(s2_reference_count(work)); }},
    Field{"citationCount",
          [](const Work& work, const Catalogue& catalogue) { return Json(catalogue.citations_of(work)); }},
    Field{"influentialCitationCount", [](const Work&, const Catalogue&) { return Json(0); }},
    Field{"isOpenAccess", [](const Work& work, const Catalogue&) { return Json(is_arxiv_id(work.id)); }},
    Field{"openAccessPdf", [](const Work& work, const Catalogue&) { return open_access(work); }},
    Field{"fieldsOfStudy", [](const Work&, const Catalogue&) { return Json::array({"Computer Science"}); }},
    Field{"s2FieldsOfStudy",
          [](const Work&, const Catalogue&) {
            return Json::array({Json{{"category", "Computer Science"}, {"source", "s2-fos-model"}}});
          }},
    Field{"tldr", [](const Work&, const Catalogue&) { return Json(); }},
    Field{"publicationTypes", [](const Work&, const Catalogue&) { return Json::array({"JournalArticle"}); }},
    Field{"publicationDate",
          [](const Work& work, const Catalogue&) { return Json(work.published.substr(0, 10)); }},
    Field{"journal",
          [](const Work& work, const Catalogue&) {
            return Json{{"name", venue(work)}};
          }},
    Field{"citationStyles", [](const Work&, const Catalogue&) { return Json(); }},
    Field{"authors", [](const Work& work, const Catalogue&) { return authors(work); }},
};

constexpr std::array<std::string_view, 4> k_citation_fields{"contextsWithIntent", "contexts", "isInfluential",
                                                            "intents"};

/// "authors.name" counts as "authors": both come with id and name. "" when there is no such field.
std::string field_named(std::string_view name) {
  if (name == "paperId" || name == "authors.name" || name == "authors.authorId") {
    return std::string(name.substr(0, name.find('.')));
  }
  return std::ranges::find(k_fields, name, &Field::name) == k_fields.end() ? "" : std::string(name);
}

void take(const std::string& name, std::string_view part, std::set<std::string>& into, S2Fields& fields) {
  const std::string known = field_named(part);
  if (known.empty()) {
    fields.unknown.push_back(name);
  } else {
    into.insert(known);
  }
}

Json described(const Work& work, const std::set<std::string>& fields, const Catalogue& catalogue) {
  Json paper = {{"paperId", work.s2}};
  for (const Field& field : k_fields) {
    if (fields.contains(std::string(field.name))) {
      paper[std::string(field.name)] = field.value(work, catalogue);
    }
  }
  return paper;
}

/// A string of a bibliography in which no paper was recognised.
Json unmatched(const Citation& citation, const std::set<std::string>& fields) {
  Json paper = {{"paperId", nullptr}};
  for (const Field& field : k_fields) {
    if (fields.contains(std::string(field.name))) {
      paper[std::string(field.name)] = nullptr;
    }
  }
  const auto fill = [&paper](const char* name, const Json& value) {
    if (paper.contains(name)) {
      paper[name] = value;
    }
  };
  fill("title", text_or_null(citation.title));
  fill("venue", "");
  fill("year", citation.year.empty() ? Json() : Json(std::atoi(citation.year.c_str())));
  fill("authors", Json::array());
  return paper;
}

Json cited_paper(const Citation& citation, const std::set<std::string>& fields, const Catalogue& catalogue) {
  const Work* work = catalogue.cited(citation);
  const bool known = work != nullptr && work->coverage.s2 != Coverage::none;
  return known ? described(*work, fields, catalogue) : unmatched(catalogue.printed(citation), fields);
}

Json nested_references(const Work& work, const S2Fields& fields, const Catalogue& catalogue,
                       S2Budget& budget) {
  if (work.coverage.s2 == Coverage::withheld) {
    return nullptr;
  }
  Json list = Json::array();
  const std::size_t count = s2_reference_count(work);
  if (count > budget.left) {
    budget.left = 0;
    return list;
  }
  budget.left -= count;
  for (std::size_t i = 0; i < count; ++i) {
    list.push_back(cited_paper(work.references[i], fields.references, catalogue));
  }
  return list;
}

}  // namespace

S2Fields s2_paper_fields(std::string_view list) {
  static constexpr std::string_view k_nested = "references.";
  S2Fields fields;
  for (const std::string& name : split(list.empty() ? "title" : list)) {
    if (name == "references") {
      fields.nested = true;
      fields.references.insert("title");
    } else if (name.starts_with(k_nested)) {
      fields.nested = true;
      take(name, std::string_view(name).substr(k_nested.size()), fields.references, fields);
    } else {
      take(name, name, fields.paper, fields);
    }
  }
  return fields;
}

S2Fields s2_citation_fields(std::string_view list) {
  S2Fields fields;
  for (const std::string& name : split(list.empty() ? "title" : list)) {
    if (std::ranges::find(k_citation_fields, name) != k_citation_fields.end()) {
      fields.citation.insert(name);
    } else {
      take(name, name, fields.paper, fields);
    }
  }
  return fields;
}

std::size_t s2_reference_count(const Work& work) {
  const bool told = work.coverage.s2 == Coverage::whole || work.coverage.s2 == Coverage::withheld;
  return told ? work.references.size() : 0;
}

Json s2_paper(const Work& work, const S2Fields& fields, const Catalogue& catalogue, S2Budget& budget) {
  Json paper = described(work, fields.paper, catalogue);
  if (fields.nested) {
    paper["references"] = nested_references(work, fields, catalogue, budget);
  }
  return paper;
}

Json s2_citation(const Citation& citation, const S2Fields& fields, const Catalogue& catalogue) {
  Json with_intent = Json::array();
  for (const std::string& context : citation.contexts) {
    with_intent.push_back({{"context", context}, {"intents", {"background"}}});
  }
  const Json intents = citation.contexts.empty() ? Json::array() : Json::array({"background"});
  const std::array<Json, k_citation_fields.size()> values{with_intent, citation.contexts, false, intents};
  Json entry = Json::object();
  for (std::size_t i = 0; i < k_citation_fields.size(); ++i) {
    const std::string name(k_citation_fields.at(i));
    if (fields.citation.contains(name)) {
      entry[name] = values.at(i);
    }
  }
  entry["citedPaper"] = cited_paper(citation, fields.paper, catalogue);
  return entry;
}

Json s2_withheld(const Work& work) {
  return {{"data", nullptr},
          {"citingPaperInfo", {{"paperId", work.s2}, {"openAccessPdf", open_access(work)}}}};
}

}  // namespace papers::test
