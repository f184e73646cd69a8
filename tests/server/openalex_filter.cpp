#include "server/openalex_filter.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "server/json_text.hpp"
#include "server/openalex_work.hpp"
#include "server/title_search.hpp"
#include "server/work_ids.hpp"

namespace papers::test {
namespace {

constexpr std::size_t k_max_values = 100;

using WorkSet = std::set<const Work*>;
using Values = std::vector<std::string>;

/// Without "https://doi.org/", "https://openalex.org/" or "doi:", in lower case.
std::string bare(std::string_view name) {
  std::string text = lower(name);
  for (const std::string_view prefix : {"https://doi.org/", "https://openalex.org/", "doi:"}) {
    if (text.starts_with(prefix)) {
      text.erase(0, prefix.size());
    }
  }
  return text;
}

WorkSet named(const Values& values, const Catalogue& catalogue) {
  WorkSet works;
  for (const std::string& value : values) {
    works.insert(openalex_named(value, catalogue));
  }
  return works;
}

/// The works to which the works named refer.
WorkSet cited_by(const Values& values, const Catalogue& catalogue) {
  WorkSet works;
  for (const Work* work : named(values, catalogue)) {
    const bool told = work != nullptr && work->coverage.openalex == Coverage::whole;
    for (const Citation& citation : told ? work->references : std::vector<Citation>{}) {
      works.insert(catalogue.cited(citation));
    }
  }
  return works;
}

WorkSet of_years(const Values& values, const Catalogue& catalogue) {
  WorkSet works;
  for (const auto& [id, work] : catalogue.works()) {
    if (std::ranges::find(values, year_of(work)) != values.end()) {
      works.insert(&work);
    }
  }
  return works;
}

struct Filter {
  std::string_view name;
  WorkSet (*works)(const Values& values, const Catalogue& catalogue);
};

constexpr std::array k_filters{
    Filter{"openalex", named}, Filter{"openalex_id", named}, Filter{"ids.openalex", named},
    Filter{"doi", named},      Filter{"cited_by", cited_by}, Filter{"publication_year", of_years},
};

constexpr std::array<std::string_view, 3> k_searches{"title.search", "display_name.search",
                                                     "title_and_abstract.search"};

/// A filter taken apart.
struct Question {
  std::string words;  ///< to search for
  std::vector<std::pair<const Filter*, Values>> parts{};
  std::string error{};
};

void take(const std::string& part, Question& question) {
  const std::string name = part.substr(0, part.find(':'));
  const std::string value = part.substr(std::min(name.size() + 1, part.size()));
  const auto* const known = std::ranges::find(k_filters, name, &Filter::name);
  if (std::ranges::find(k_searches, name) != k_searches.end()) {
    question.words = value;
  } else if (known == k_filters.end()) {
    question.error =
        name + " is not a valid field. Valid fields are underscore or hyphenated versions of: ...";
  } else if (question.parts.emplace_back(known, split(value, '|')).second.size() > k_max_values) {
    question.error = "Maximum number of values exceeded for " + name + ". Decrease values to 100 or below.";
  }
}

bool is_here(const Work& work) {
  return work.coverage.openalex != Coverage::none;
}

/// All works, or those that share words with the title searched for.
std::vector<const Work*> candidates(const Question& question, const Catalogue& catalogue) {
  std::vector<const Work*> works;
  if (!question.words.empty()) {
    for (const TitleHit& hit : search_titles(catalogue, question.words, is_here)) {
      works.push_back(hit.work);
    }
    return works;
  }
  for (const auto& [id, work] : catalogue.works()) {
    if (is_here(work)) {
      works.push_back(&work);
    }
  }
  return works;
}

}  // namespace

const Work* openalex_named(std::string_view name, const Catalogue& catalogue) {
  const std::string asked = bare(name);
  const Work* work = catalogue.find_named(asked);
  const bool now = work != nullptr && is_here(*work) &&
                   (lower(work->openalex) == asked || lower(openalex_doi(*work)) == asked);
  return now ? work : nullptr;
}

const Work* openalex_survivor(std::string_view name, const Catalogue& catalogue) {
  const std::string asked = bare(name);
  const Work* work = catalogue.find_named(asked);
  const bool merged = work != nullptr && is_here(*work) &&
                      std::ranges::any_of(work->former, [&](const std::string& old_name) {
                        return lower(old_name) == asked;
                      });
  return merged ? work : nullptr;
}

OpenAlexHits openalex_filter(std::string_view filter, std::string_view search, const Catalogue& catalogue) {
  Question question{.words = std::string(search)};
  for (const std::string& part : split(filter)) {
    take(part, question);
  }
  if (!question.error.empty()) {
    return {.error = question.error};
  }
  OpenAlexHits hits{.works = candidates(question, catalogue), .searched = !question.words.empty()};
  for (const auto& [known, values] : question.parts) {
    const WorkSet wanted = known->works(values, catalogue);
    std::erase_if(hits.works, [&wanted](const Work* work) { return !wanted.contains(work); });
  }
  return hits;
}

}  // namespace papers::test
