#include "server/crossref_api.hpp"

#include <nlohmann/json.hpp>

#include "server/query_string.hpp"

namespace papers::test {
namespace {

using nlohmann::json;

/// "Ada Lovelace" -> given "Ada", family "Lovelace".
json author_json(const std::string& name) {
  const std::size_t blank = name.rfind(' ');
  if (blank == std::string::npos) {
    return {{"name", name}};
  }
  return {{"given", name.substr(0, blank)}, {"family", name.substr(blank + 1)}};
}

json reference_json(const Citation& citation, std::size_t position) {
  return {
      {"key", "ref" + std::to_string(position)}, {"DOI", citation.work}, {"doi-asserted-by", "publisher"}};
}

json work_json(const Work& work) {
  json message = {
      {"DOI", work.id},
      {"type", "journal-article"},
      {"title", json::array({work.title})},
      {"container-title", json::array({work.journal})},
      {"issued", {{"date-parts", json::array({json::array({std::stoi(work.published.substr(0, 4))})})}}},
      {"reference-count", work.references.size()},
      {"author", json::array()}};
  for (const std::string& author : work.authors) {
    message["author"].push_back(author_json(author));
  }
  for (const Citation& citation : work.references) {
    message["reference"].push_back(reference_json(citation, message["reference"].size() + 1));
  }
  return {{"status", "ok"}, {"message-type", "work"}, {"message", message}};
}

}  // namespace

Answer answer_crossref(std::string_view doi, const Catalogue& catalogue) {
  const Work* work = catalogue.find(decode_percent(doi));
  if (work == nullptr) {
    return {404, {{"Content-Type", "text/plain"}}, "Resource not found."};
  }
  const std::string body = work_json(*work).dump(-1, ' ', false, json::error_handler_t::replace);
  return {200, {{"Content-Type", "application/json"}}, body};
}

}  // namespace papers::test
