#include "app/relevance_words.hpp"

#include <string_view>

#include <fmt/format.h>

namespace papers::app {
namespace {

std::string steps_back(std::optional<int> steps) {
  return steps && *steps > 0 ? fmt::format(", {} {} back", *steps, *steps == 1 ? "step" : "steps") : "";
}

std::string of_yours(int number, int all, std::string_view which = "") {
  return all == 1 ? fmt::format("your one {}paper", which)
                  : fmt::format("{} of your {} {}papers", number, all, which);
}

/// A kept paper without known citations is close to nothing.
std::string of_linked(int number, const Standing& standing) {
  return of_yours(number, standing.walks, "kept ") +
         (standing.walks == standing.kept ? "" : " with known citations");
}

}  // namespace

std::string cites_words(const RelevanceFacts& facts) {
  const int kept = facts.standing.cited_by_kept;
  const int others = facts.cited_by - kept;
  std::string words = "cited by no paper you know";
  if (kept == 0 && others > 0) {
    words = fmt::format("cited by {} paper{} you know", others, others == 1 ? "" : "s");
  } else if (kept > 0) {
    words = "cited by " + of_yours(kept, facts.standing.kept);
    words += others > 0 ? fmt::format(" and {} other{}", others, others == 1 ? "" : "s") : "";
  }
  return words + steps_back(facts.steps);
}

std::string near_words(const RelevanceFacts& facts) {
  if (facts.standing.walks == 0) {
    return "";
  }
  return facts.standing.close_to > 0 ? "close to " + of_linked(facts.standing.close_to, facts.standing)
                                     : "farther from your papers than most";
}

std::string title_words(const RelevanceFacts& facts) {
  const auto& shared = facts.standing.shared_words;
  if (shared.empty()) {
    return "";
  }
  return fmt::format("shares \"{}\"{} with your titles", shared.front(),
                     shared.size() > 1 ? fmt::format(" and \"{}\"", shared[1]) : "");
}

std::string gap_words(const RelevanceFacts& facts) {
  if (!facts.standing.years_older) {
    return "year not known";
  }
  const int years = *facts.standing.years_older;
  return years == 0 ? "as new as your newest"
                    : fmt::format("{} year{} older than your newest", years, years == 1 ? "" : "s");
}

std::string relevance_words(const RelevanceFacts& facts) {
  std::string words = facts.standing.cited_by_kept > 0 ? cites_words(facts) : "";
  for (const std::string& more : {facts.standing.close_to > 0 ? near_words(facts) : "", title_words(facts)}) {
    if (words.empty() || more.empty()) {
      words += more;
    } else {
      return words.append(", ").append(more);
    }
  }
  return words.empty() ? near_words(facts) : words;
}

}  // namespace papers::app
