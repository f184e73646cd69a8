#include "server/crossref_api.hpp"

#include <algorithm>

#include "server/json_text.hpp"
#include "server/query_string.hpp"
#include "server/title_search.hpp"
#include "server/work_ids.hpp"

namespace papers::test {
namespace {

constexpr std::size_t k_max_rows = 1000;

/// "Ada Lovelace" -> given "Ada", family "Lovelace".
Json author_json(const std::string& name, bool first) {
  const std::size_t blank = name.rfind(' ');
  Json author = blank == std::string::npos
                    ? Json{{"name", name}}
                    : Json{{"given", name.substr(0, blank)}, {"family", name.substr(blank + 1)}};
  author["sequence"] = first ? "first" : "additional";
  author["affiliation"] = Json::array();
  return author;
}

/// The DOI that a publisher would deposit; arXiv's own are not among them.
std::string deposited_doi(const Citation& citation, const Work* work) {
  if (work != nullptr) {
    return work->doi;
  }
  return is_doi(citation.work) ? citation.work : "";
}

std::string one_string(const Citation& citation) {
  std::string text = citation.author.empty() ? "" : citation.author + ": ";
  text += citation.title + ".";
  if (citation.prints_id && is_arxiv_id(citation.work)) {
    text += " arXiv preprint arXiv:" + citation.work;
  }
  return text + (citation.year.empty() ? "" : " (" + citation.year + ")");
}

void take_apart(const Citation& citation, const Work* work, Json& entry) {
  const auto put = [&entry](const char* name, const std::string& value) {
    if (!value.empty()) {
      entry[name] = value;
    }
  };
  put("article-title", citation.title);
  put("author", citation.author);
  put("year", citation.year);
  put("journal-title", work == nullptr ? "" : work->journal);
}

/// With a DOI every other one is also taken apart; without one every other is a string.
Json reference_json(const Citation& cited, std::size_t position, const Catalogue& catalogue) {
  const Work* work = catalogue.cited(cited);
  const Citation citation = catalogue.printed(cited);
  const std::string doi = deposited_doi(citation, work);
  const bool odd = position % 2 == 1;
  Json entry = {{"key", "ref" + std::to_string(position)}};
  if (!doi.empty()) {
    entry["doi-asserted-by"] = odd ? "publisher" : "crossref";
    entry["DOI"] = doi;
  }
  if (doi.empty() && (odd || is_arxiv_id(citation.work))) {
    entry["unstructured"] = one_string(citation);
  } else if (doi.empty() || !odd) {
    take_apart(citation, work, entry);
  }
  return entry;
}

Json message_json(const Work& work, double score, const Catalogue& catalogue) {
  const std::size_t count = work.coverage.crossref == Coverage::whole ? work.references.size() : 0;
  Json message = {{"reference-count", count},
                  {"publisher", "A Publisher"},
                  {"DOI", work.doi},
                  {"type", "journal-article"},
                  {"source", "Crossref"},
                  {"is-referenced-by-count", catalogue.citations_of(work)},
                  {"title", Json::array({work.title})},
                  {"prefix", work.doi.substr(0, work.doi.find('/'))},
                  {"author", Json::array()}};
  for (const std::string& author : work.authors) {
    message["author"].push_back(author_json(author, message["author"].empty()));
  }
  for (std::size_t i = 0; i < count; ++i) {
    message["reference"].push_back(reference_json(work.references[i], i + 1, catalogue));
  }
  message["container-title"] = work.journal.empty() ? Json::array() : Json::array({work.journal});
  message["language"] = "en";
  message["score"] = score;
  message["issued"] = {{"date-parts", Json::array({Json::array({std::stoi(year_of(work))})})}};
  message["references-count"] = count;
  message["URL"] = "https://doi.org/" + work.doi;
  return message;
}

Answer ok(const char* type, const Json& message) {
  return {
      200,
      {{"Content-Type", "application/json"}},
      compact(
          {{"status", "ok"}, {"message-type", type}, {"message-version", "1.0.0"}, {"message", message}})};
}

bool is_deposited(const Work& work) {
  return !work.doi.empty() && work.coverage.crossref != Coverage::none;
}

}  // namespace

Answer answer_crossref(std::string_view doi, const Catalogue& catalogue) {
  const std::string asked = decode_percent(doi);
  const Work* work = catalogue.find_named(asked);
  if (work == nullptr || !is_deposited(*work) || lower(work->doi) != lower(asked)) {
    return {404, {{"Content-Type", "text/plain"}}, "Resource not found."};
  }
  return ok("work", message_json(*work, 1, catalogue));
}

Answer answer_crossref_list(std::string_view query, const Catalogue& catalogue) {
  auto fields = parse_query(query);
  const std::string words =
      fields["query.title"] + " " + fields["query.bibliographic"] + " " + fields["query"];
  const std::string rows_text = fields.contains("rows") ? fields["rows"] : "20";
  const std::size_t rows = std::min<std::size_t>(k_max_rows, std::stoul("0" + rows_text.substr(0, 4)));
  const auto hits = search_titles(catalogue, words, is_deposited);
  Json items = Json::array();
  for (std::size_t i = 0; i < std::min(rows, hits.size()); ++i) {
    items.push_back(message_json(*hits[i].work, 100 * hits[i].score, catalogue));
  }
  return ok("work-list", {{"facets", Json::object()},
                          {"total-results", hits.size()},
                          {"items", items},
                          {"items-per-page", rows},
                          {"query", {{"start-index", 0}, {"search-terms", nullptr}}}});
}

}  // namespace papers::test
