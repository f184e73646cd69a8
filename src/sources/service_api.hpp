// ServiceApi: a service that is asked by addresses below its own, answers in JSON and takes a key.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "papers/source.hpp"

#include "sources/service.hpp"

namespace papers::sources {

/// What there is to know about one service.
struct ServiceFacts {
  std::string_view name;  ///< one of net/service_names.hpp
  const char* address;    ///< to which paths are added
  const char* host;
  std::string SourceSettings::*replacement;
  std::string SourceSettings::*key;
  const char* key_variable;  ///< where readers put the key: "PAPERS_S2_API_KEY"
  int key_refusal;           ///< the status by which the service refuses a key
};

class ServiceApi {
 public:
  using Answer = Result<HttpResponse, HttpError>;
  using Judge = std::function<Verdict(const HttpResponse&)>;

  /// All must outlive it.
  ServiceApi(const ServiceFacts& facts, const SourceSettings& settings, HttpClient& http);

  /// `path` is percent-encoded.
  [[nodiscard]] Answer get(const std::string& path, const Judge& judge, Progress& progress) const;
  [[nodiscard]] Answer post_json(const std::string& path, std::string body, const Judge& judge,
                                 Progress& progress) const;

  /// Why an answer brought nothing: an error, or a status that the asker does not understand.
  [[nodiscard]] ServiceProblem problem(const Answer& answer) const;

  /// The address that `path` is asked at.
  [[nodiscard]] std::string url(const std::string& path) const { return m_service.address + path; }
  [[nodiscard]] std::string now() const;  ///< a moment
  [[nodiscard]] bool offline() const { return m_service.offline; }

 private:
  [[nodiscard]] HttpRequest request_for(const std::string& path, const Judge& judge,
                                        Progress& progress) const;

  const ServiceFacts& m_facts;
  Service m_service;
  bool m_has_key;
};

}  // namespace papers::sources
