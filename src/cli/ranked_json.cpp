#include "cli/ranked_json.hpp"

#include <nlohmann/json.hpp>

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
  return with_terms(choice);
}

nlohmann::ordered_json ranked_json(const app::Suggestion& suggestion) {
  nlohmann::ordered_json object = with_terms(suggestion);
  object["relevance"] = suggestion.relevance;
  return object;
}

}  // namespace papers::cli
