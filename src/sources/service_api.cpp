#include "sources/service_api.hpp"

#include <cstddef>
#include <utility>

#include "util/calendar.hpp"

namespace papers::sources {
namespace {

constexpr std::size_t k_max_bytes = 8U << 20U;  ///< in memory, parsed, six times as much

}  // namespace

ServiceApi::ServiceApi(const ServiceFacts& facts, const SourceSettings& settings, HttpClient& http)
    : m_facts(facts),
      m_service(settings, http, facts.address, settings.*facts.replacement),
      m_has_key(!(settings.*facts.key).empty()) {}

ServiceApi::Answer ServiceApi::get(const std::string& path, const Judge& judge, Progress& progress) const {
  return m_service.http.send(request_for(path, judge, progress));
}

ServiceApi::Answer ServiceApi::post_json(const std::string& path, std::string body, const Judge& judge,
                                         Progress& progress) const {
  HttpRequest request = request_for(path, judge, progress);
  request.method = "POST";
  request.headers.emplace_back("content-type", "application/json");
  request.body = std::move(body);
  return m_service.http.send(request);
}

ServiceProblem ServiceApi::problem(const Answer& answer) const {
  if (!answer) {
    return describe(m_facts.name, answer.error());
  }
  return describe(m_facts.name, *answer, m_service.clock.now(),
                  {m_has_key, m_facts.key_refusal, m_facts.key_variable});
}

std::string ServiceApi::now() const {
  return util::to_moment(m_service.clock.now());
}

HttpRequest ServiceApi::request_for(const std::string& path, const Judge& judge, Progress& progress) const {
  HttpRequest request;
  request.url = url(path);
  request.max_bytes = k_max_bytes;
  request.judge = judge;
  request.service_hosts = {m_facts.host};
  request.service = m_facts.name;
  request.progress = &progress;
  return request;
}

}  // namespace papers::sources
