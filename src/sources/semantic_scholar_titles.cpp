#include "sources/semantic_scholar_titles.hpp"

#include <utility>

#include <fmt/format.h>

#include "net/url.hpp"
#include "sources/json_fields.hpp"
#include "sources/semantic_scholar_json.hpp"

namespace papers::sources {
namespace {

Verdict judge_matches(const HttpResponse& response) {
  return verdict(parse_s2_matches(response.body).ok(), response.body);
}

}  // namespace

TitleFinds SemanticScholarTitles::search(const std::string& title, Progress& progress) {
  const std::string query = net::percent_encode(title);
  const ServiceApi::Answer answer =
      m_api.get(fmt::format("paper/search/match?query={}&fields=title,externalIds,year,authors,venue", query),
                judge_matches, progress);
  if (is_interrupted(answer)) {
    return {{}, std::nullopt, /*interrupted=*/true};
  }
  if (answer && answer->status == 404) {  // "Title match not found"
    return {};
  }
  if (!answer || answer->status != 200) {
    return {{}, m_api.problem(answer)};
  }
  Result<std::vector<Item>> works = parse_s2_matches(answer->body);
  if (!works) {
    const bool later = judge_matches(*answer) == Verdict::again;
    return {{}, describe_nonsense(net::k_s2_service, works.error().message, later)};
  }
  return {std::move(*works), std::nullopt};
}

}  // namespace papers::sources
