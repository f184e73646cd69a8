// Semantic Scholar as its tests see it: questions that were asked, and answers of any length.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "reference_fixture.hpp"
#include "sources/semantic_scholar.hpp"

namespace papers::test {

inline const std::string k_batch_url =
    "https://api.semanticscholar.org/graph/v1/paper/batch?fields=paperId,externalIds,referenceCount,"
    "references.paperId,references.title,references.externalIds,references.year,references.authors,"
    "references.venue";

struct ScholarWorld : SourceWorld {
  FetchedReferenceLists fetch(const std::vector<Item>& papers) {
    return sources::SemanticScholar(settings, http).fetch(papers, progress);
  }
  /// The ids that the n-th request asked for.
  std::vector<std::string> asked(std::size_t n) {
    return nlohmann::json::parse(http.requests.at(n).body).at("ids").get<std::vector<std::string>>();
  }
};

/// A paper of an answer: "2401.00001" with so many references out of those stated.
inline nlohmann::json answered(const std::string& arxiv, int stated, int given) {
  nlohmann::json references = nlohmann::json::array();
  for (int n = 0; n < given; ++n) {
    references.push_back({{"paperId", nullptr}, {"title", "Reference " + std::to_string(n)}});
  }
  return {{"paperId", nullptr},
          {"externalIds", {{"ArXiv", arxiv}}},
          {"referenceCount", stated},
          {"references", references}};
}

inline std::string page_of(int given, std::optional<int> next = {}) {
  nlohmann::json page{{"offset", 0}, {"data", nlohmann::json::array()}};
  for (int n = 0; n < given; ++n) {
    page["data"].push_back({{"citedPaper", {{"title", "Reference " + std::to_string(n)}}}});
  }
  if (next) {
    page["next"] = *next;
  }
  return page.dump();
}

inline std::string arxiv_number(int n) {
  return fmt::format("2401.{:05}", n + 1);
}

inline std::vector<Item> many_papers(int count) {
  std::vector<Item> papers;
  for (int n = 0; n < count; ++n) {
    papers.push_back(paper({"arXiv:" + arxiv_number(n)}));
  }
  return papers;
}

inline std::string many_answers(int first, int count, int stated, int given) {
  nlohmann::json batch = nlohmann::json::array();
  for (int n = first; n < first + count; ++n) {
    batch.push_back(answered(arxiv_number(n), stated, given));
  }
  return batch.dump();
}

}  // namespace papers::test
