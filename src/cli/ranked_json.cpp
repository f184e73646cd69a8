#include "cli/ranked_json.hpp"

#include <tuple>

#include <nlohmann/json.hpp>

#include "papers/relevance.hpp"

#include "model/item_json.hpp"

namespace papers::cli {
namespace {

nlohmann::ordered_json terms_json(const std::vector<TermPoints>& terms) {
  auto list = nlohmann::ordered_json::array();
  for (const TermPoints& term : terms) {
    list.push_back({{"name", term.name},
                    {"value", term.value},
                    {"weight", term.weight},
                    {"points", term.points},
                    {"why", term.why}});
  }
  return list;
}

/// What the score of relevance is the sum of, before it is scaled.
nlohmann::ordered_json parts_json(const Standing& standing) {
  const RelevanceWeights weights;
  auto list = nlohmann::ordered_json::array();
  for (const auto& [name, value, weight] :
       {std::tuple("near", standing.near, weights.near), std::tuple("cites", standing.cites, weights.cites),
        std::tuple("gap", standing.gap, weights.gap), std::tuple("title", standing.title, weights.title)}) {
    list.push_back({{"name", name}, {"value", value}, {"weight", weight}});
  }
  return list;
}

/// For anything with an item, a rank, a score and terms.
template <class Ranked>
nlohmann::ordered_json with_terms(const Ranked& ranked) {
  nlohmann::ordered_json object = model::item_to_json(ranked.item);
  object["rank"] = ranked.rank;
  object["score"] = ranked.score;
  object["terms"] = terms_json(ranked.terms);
  return object;
}

}  // namespace

nlohmann::ordered_json ranked_json(const app::Choice& choice) {
  nlohmann::ordered_json object = with_terms(choice);
  for (auto& term : object["terms"]) {
    if (term["name"] == "relevance") {
      term["parts"] = choice.standing ? parts_json(*choice.standing) : nlohmann::ordered_json();
    }
  }
  return object;
}

nlohmann::ordered_json ranked_json(const app::Suggestion& suggestion) {
  nlohmann::ordered_json object = with_terms(suggestion);
  object["relevance"] = suggestion.relevance;
  return object;
}

}  // namespace papers::cli
