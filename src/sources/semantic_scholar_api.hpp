// S2Api: how the Semantic Scholar Graph API is asked; what is asked is up to those who use it.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "papers/source.hpp"

#include "sources/service.hpp"

namespace papers::sources {

class S2Api {
 public:
  using Answer = Result<HttpResponse, HttpError>;
  using Judge = std::function<Verdict(const HttpResponse&)>;

  /// Both must outlive it.
  S2Api(const SourceSettings& settings, HttpClient& http);

  /// GET; `path` follows /graph/v1/, percent-encoded.
  [[nodiscard]] Answer get(const std::string& path, const Judge& judge, Progress& progress) const;
  /// POST /paper/batch; `ids` as paper_name gives them, at most 500.
  [[nodiscard]] Answer post_batch(std::span<const std::string> ids, const std::string& fields,
                                  const Judge& judge, Progress& progress) const;

  /// Why an answer brought nothing: an error, or a status that the asker does not understand.
  [[nodiscard]] ServiceProblem problem(const Answer& answer) const;

  [[nodiscard]] std::string now() const;  ///< a moment
  [[nodiscard]] bool offline() const { return m_service.offline; }

 private:
  [[nodiscard]] HttpRequest request_for(const std::string& path, const Judge& judge,
                                        Progress& progress) const;

  Service m_service;
  bool m_has_key;
};

/// What the service calls a paper: "ARXIV:2403.00835", "DOI:10.1/x" or its own id; "" when none of the ids
/// is one that it knows.
[[nodiscard]] std::string s2_paper_name(std::span<const Identifier> ids);

}  // namespace papers::sources
