#include "cli/filter_candidates.hpp"

#include <algorithm>
#include <string>

#include "app/filter.hpp"

namespace papers::cli {
namespace {

std::vector<WordCandidate> names(const std::string& sign) {
  std::vector<WordCandidate> list;
  for (const app::FilterName& name : app::filter_names()) {
    list.push_back({sign + std::string(name.name) + ":", std::string(name.expected)});
  }
  return list;
}

std::vector<WordCandidate> values(std::string_view name, Context& context) {
  if (name == "tag") {
    return candidates_for("TAG", "", context);
  }
  const std::vector<app::FilterName> all = app::filter_names();
  const auto row =
      std::find_if(all.begin(), all.end(), [name](const auto& known) { return known.name == name; });
  std::vector<WordCandidate> list;
  for (const std::string& choice : row == all.end() ? std::vector<std::string>{} : row->choices) {
    list.push_back({choice, ""});
  }
  return list;
}

}  // namespace

std::vector<WordCandidate> filter_candidates(std::string_view typed, Context& context) {
  const std::size_t signs = typed.starts_with('-') ? 1 : 0;
  const std::string sign(typed.substr(0, signs));
  const std::size_t colon = typed.find(':');
  if (colon == std::string_view::npos) {
    return names(sign);
  }
  std::vector<WordCandidate> list = values(typed.substr(signs, colon - signs), context);
  for (WordCandidate& candidate : list) {
    candidate.word.insert(0, typed.substr(0, colon + 1));
  }
  return list;
}

}  // namespace papers::cli
