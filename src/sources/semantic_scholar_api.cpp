#include "sources/semantic_scholar_api.hpp"

#include <vector>

#include <nlohmann/json.hpp>

#include "model/item_json.hpp"
#include "net/service_names.hpp"
#include "sources/paper_ids.hpp"
#include "util/calendar.hpp"

namespace papers::sources {
namespace {

constexpr const char* k_address = "https://api.semanticscholar.org/graph/v1/";

}  // namespace

S2Api::S2Api(const SourceSettings& settings, HttpClient& http)
    : m_service(settings, http, k_address, settings.s2_url), m_has_key(!settings.s2_key.empty()) {}

S2Api::Answer S2Api::get(const std::string& path, const Judge& judge, Progress& progress) const {
  return m_service.http.send(request_for(path, judge, progress));
}

S2Api::Answer S2Api::post_batch(std::span<const std::string> ids, const std::string& fields,
                                const Judge& judge, Progress& progress) const {
  HttpRequest request = request_for("paper/batch?fields=" + fields, judge, progress);
  request.method = "POST";
  request.headers.emplace_back("content-type", "application/json");
  request.body = model::dump({{"ids", std::vector<std::string>(ids.begin(), ids.end())}});
  return m_service.http.send(request);
}

ServiceProblem S2Api::problem(const Answer& answer) const {
  if (!answer) {
    return describe(net::k_s2_service, answer.error());
  }
  return describe(net::k_s2_service, *answer, m_service.clock.now(), {m_has_key, 403, "PAPERS_S2_API_KEY"});
}

std::string S2Api::now() const {
  return util::to_moment(m_service.clock.now());
}

HttpRequest S2Api::request_for(const std::string& path, const Judge& judge, Progress& progress) const {
  HttpRequest request;
  request.url = m_service.address + path;
  request.judge = judge;
  request.service_hosts = {"api.semanticscholar.org"};
  request.service = net::k_s2_service;
  request.progress = &progress;
  return request;
}

std::string s2_paper_name(std::span<const Identifier> ids) {
  if (const Identifier* id = id_of(ids, Scheme::arxiv)) {
    return "ARXIV:" + id->value;
  }
  if (const Identifier* id = id_of(ids, Scheme::doi)) {
    return "DOI:" + id->value;
  }
  const Identifier* id = id_of(ids, Scheme::s2);
  return id == nullptr ? "" : id->value;
}

}  // namespace papers::sources
