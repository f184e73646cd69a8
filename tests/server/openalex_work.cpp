#include "server/openalex_work.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "server/work_ids.hpp"

namespace papers::test {
namespace {

Json text_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

std::string address(const std::string& openalex) {
  return "https://openalex.org/" + openalex;
}

Json doi_address(const Work& work) {
  const std::string doi = openalex_doi(work);
  return doi.empty() ? Json() : Json("https://doi.org/" + lower(doi));
}

Json ids(const Work& work) {
  Json ids = {{"openalex", address(work.openalex)}};
  if (!openalex_doi(work).empty()) {
    ids["doi"] = doi_address(work);
  }
  return ids;
}

Json location(const std::string& page, const std::string& source, const char* type, bool open) {
  return {{"is_oa", open},
          {"landing_page_url", page},
          {"pdf_url", nullptr},
          {"source", source.empty() ? Json() : Json{{"display_name", source}, {"type", type}}},
          {"license", nullptr},
          {"version", open ? "submittedVersion" : "publishedVersion"}};
}

/// The publisher's page first. arXiv is known by the address of a landing page and by nothing else.
Json locations(const Work& work) {
  Json list = Json::array();
  if (!work.doi.empty()) {
    list.push_back(location("https://doi.org/" + lower(work.doi), work.journal, "journal", false));
  }
  if (is_arxiv_id(work.id)) {
    list.push_back(
        location("http://arxiv.org/abs/" + work.id, "arXiv (Cornell University)", "repository", true));
  }
  return list;
}

Json authorships(const Work& work) {
  Json list = Json::array();
  for (const std::string& name : work.authors) {
    const Json author = {{"id", "https://openalex.org/A" + std::to_string(corpus_id_of(name))},
                         {"display_name", name},
                         {"orcid", nullptr}};
    list.push_back({{"author_position", list.empty() ? "first" : "middle"},
                    {"author", author},
                    {"institutions", Json::array()},
                    {"raw_author_name", name}});
  }
  return list;
}

struct Field {
  std::string_view name;
  Json (*value)(const Work& work, const Catalogue& catalogue);
};

constexpr std::array k_fields{
    Field{"id", [](const Work& work, const Catalogue&) { return Json(address(work.openalex)); }},
    Field{"doi", [](const Work& work, const Catalogue&) { return doi_address(work); }},
    Field{"title", [](const Work& work, const Catalogue&) { return text_or_null(work.title); }},
    Field{"display_name", [](const Work& work, const Catalogue&) { return text_or_null(work.title); }},
    Field{"publication_year",
          [](const Work& work, const Catalogue&) { return Json(std::stoi(year_of(work))); }},
    Field{"publication_date",
          [](const Work& work, const Catalogue&) { return Json(work.published.substr(0, 10)); }},
    Field{"ids", [](const Work& work, const Catalogue&) { return ids(work); }},
    Field{"language", [](const Work&, const Catalogue&) { return Json("en"); }},
    Field{"primary_location",
          [](const Work& work, const Catalogue&) {
            const Json all = locations(work);
            return all.empty() ? Json() : all.front();
          }},
    Field{"type",
          [](const Work& work, const Catalogue&) { return Json(work.doi.empty() ? "preprint" : "article"); }},
    Field{"authorships", [](const Work& work, const Catalogue&) { return authorships(work); }},
    Field{"cited_by_count",
          [](const Work& work, const Catalogue& catalogue) { return Json(catalogue.citations_of(work)); }},
    Field{"is_retracted", [](const Work&, const Catalogue&) { return Json(false); }},
    Field{"locations_count", [](const Work& work, const Catalogue&) { return Json(locations(work).size()); }},
    Field{"locations", [](const Work& work, const Catalogue&) { return locations(work); }},
    Field{"referenced_works_count",
          [](const Work& work, const Catalogue& catalogue) {
            return Json(openalex_references(work, catalogue).size());
          }},
    Field{"referenced_works",
          [](const Work& work, const Catalogue& catalogue) {
            return Json(openalex_references(work, catalogue));
          }},
    Field{"abstract_inverted_index", [](const Work&, const Catalogue&) { return Json(); }},
    Field{"updated_date", [](const Work& work, const Catalogue&) { return Json(work.updated); }},
    Field{"created_date",
          [](const Work& work, const Catalogue&) { return Json(work.published.substr(0, 10)); }},
};

}  // namespace

std::vector<std::string> openalex_fields() {
  std::vector<std::string> names;
  for (const Field& field : k_fields) {
    names.emplace_back(field.name);
  }
  return names;
}

Json openalex_work(const Work& work, const std::vector<std::string>& select, const Catalogue& catalogue) {
  Json object = Json::object();
  for (const Field& field : k_fields) {
    if (select.empty() || std::ranges::find(select, field.name) != select.end()) {
      object[std::string(field.name)] = field.value(work, catalogue);
    }
  }
  return object;
}

std::string openalex_doi(const Work& work) {
  return !work.doi.empty() ? work.doi : is_arxiv_id(work.id) ? arxiv_doi(work.id) : "";
}

std::vector<std::string> openalex_references(const Work& work, const Catalogue& catalogue) {
  std::set<std::string> addresses;
  for (const Citation& citation : work.references) {
    const Work* cited = catalogue.cited(citation);
    const bool recognised =
        cited == nullptr ? !citation.work.empty() : cited->coverage.openalex != Coverage::none;
    if (recognised && work.coverage.openalex == Coverage::whole) {
      addresses.insert(address(cited == nullptr ? openalex_id_of(citation.work) : cited->openalex));
    }
  }
  return {addresses.begin(), addresses.end()};
}

}  // namespace papers::test
