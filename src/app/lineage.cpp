#include "app/lineage.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "app/backtrack_meter.hpp"

namespace papers::app {
namespace {

bool better(const Item& a, const Item& b) {
  const auto rank = [](const Item& item) {
    return std::tuple(!is_kept(item.state), -item.cited_by, format(item.ids.front()));
  };
  return rank(a) < rank(b);
}

/// The best of the papers that cite it and are one step nearer to a root.
std::optional<Item> before(const Library& library, const Item& item) {
  std::optional<Item> best;
  for (Item& citing : library.citing(item.row)) {
    if (citing.depth && *citing.depth == *item.depth - 1 && (!best || better(citing, *best))) {
      best = std::move(citing);
    }
  }
  return best;
}

std::vector<Item> path_to(const Library& library, const Item& item) {
  std::vector<Item> path{item};
  while (path.back().depth.value_or(0) > 0) {
    auto citing = before(library, path.back());
    if (!citing) {
      break;
    }
    path.push_back(*std::move(citing));
  }
  std::reverse(path.begin(), path.end());
  return path;
}

std::vector<Question> questions_on(const Library& library, const std::vector<Item>& path) {
  std::vector<Question> asked;
  const std::vector<Question> all = questions(library);
  for (const Item& item : path) {
    std::copy_if(all.begin(), all.end(), std::back_inserter(asked), [&item](const Question& question) {
      return question.dived && is_named(item, *question.dived);
    });
  }
  std::copy_if(all.begin(), all.end(), std::back_inserter(asked), [&path](const Question& question) {
    return !question.dived && is_named(path.back(), question.at);
  });
  return asked;
}

}  // namespace

Lineage lineage_of(const Library& library, const Item& item) {
  Lineage lineage;
  lineage.path = path_to(library, item);
  lineage.kept_citing = kept_citing(library, item);
  lineage.kept = library.kept_papers();
  lineage.questions = questions_on(library, lineage.path);
  return lineage;
}

}  // namespace papers::app
