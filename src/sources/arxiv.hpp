// Arxiv: metadata from the arXiv API, a hundred papers a request.
//
// The API does not keep the order of the ids it is asked for, leaves out those that it does not have, and
// refuses a whole request for one id that it cannot read; so answers are matched by id, what is absent is
// reported as unknown, and a refused id is dropped and the rest asked for again. A longer list of
// ids would not fit into the address (HTTP 414 from about 640 on). Once the service cannot be reached or
// asks for a pause, the remaining batches are not asked for.
#pragma once

#include <string_view>
#include <vector>

#include "papers/source.hpp"

#include "sources/service.hpp"

namespace papers::sources {

inline constexpr const char* k_arxiv_address = "https://export.arxiv.org/api/query";

class Arxiv final : public MetadataSource {
 public:
  /// Both must outlive it.
  Arxiv(const SourceSettings& settings, HttpClient& http);

  [[nodiscard]] std::string_view name() const override { return "arxiv"; }
  [[nodiscard]] bool handles(const Identifier& id) const override { return id.scheme == Scheme::arxiv; }
  Fetched fetch(std::span<const Identifier> ids, Progress& progress) override;

 private:
  Outcome fetch_batch(std::vector<Identifier> ids, Fetched& fetched, Progress& progress);
  [[nodiscard]] HttpRequest request_for(std::span<const Identifier> ids, Progress& progress) const;

  Service m_service;
};

/// What an answer to a request for these ids is worth: see HttpRequest::judge. Only one that has them all and
/// nothing else is good: what is absent may be announced within the hour.
[[nodiscard]] Verdict judge_arxiv(const HttpResponse& response, const std::vector<Identifier>& ids);

}  // namespace papers::sources
