#include "app/prerequisites.hpp"

#include <limits>

#include "papers/reading_path.hpp"
#include "papers/relevance.hpp"

#include "app/network.hpp"

namespace papers::app {
namespace {

/// By node: how close to the target, whatever the reader decided for.
std::vector<double> scores(const Network& network, Node target) {
  std::vector<KnownPaper> papers = network.known_papers();
  for (KnownPaper& paper : papers) {
    paper.role = Role::candidate;
  }
  papers[target].role = Role::kept;
  std::vector<double> result(network.size());
  for (const Relevance& paper : relevance(network.graph(), papers).papers) {
    result[paper.node] = paper.score;
  }
  return result;
}

/// What is older is read first; a paper without a year comes after those that are ready with one.
std::vector<int> years(const Network& network) {
  std::vector<int> result;
  result.reserve(network.size());
  for (const Outline& paper : network.papers()) {
    result.push_back(paper.year.value_or(std::numeric_limits<int>::max()));
  }
  return result;
}

/// Whether a key reference may be among those that no item stands for.
bool is_known_in_part(const Item& item) {
  const auto& references = item.references;
  return references && references->answer == ReferenceAnswer::listed &&
         (references->unresolved > 0 || references->beyond > 0 ||
          references->stated.value_or(0) > references->known);
}

class Walk {
 public:
  Walk(const Library& library, const PathLimits& limits)
      : m_library(library), m_limits(limits), m_network(library) {}

  Prerequisites to(const Item& target) const {
    const auto node = m_network.node_of(target.row);
    if (!node) {
      return {.papers = {{1, target, 0, {}, 0}}, .not_known = {target}};
    }
    const std::vector<double> score = scores(m_network, *node);
    const std::vector<int> before = years(m_network);
    return told(reading_path(m_network.graph(), *node,
                             {.score = score,
                              .before = before,
                              .excused = [this](Node n) { return is_excused(m_network.paper(n)); },
                              .key_references = m_limits.key_references,
                              .depth = m_limits.depth}));
  }

 private:
  [[nodiscard]] bool is_excused(const Outline& paper) const {
    return paper.state == State::read || paper.state == State::dropped ||
           paper.year.value_or(m_limits.year_floor) < m_limits.year_floor;
  }
  [[nodiscard]] Item item(Node node) const { return m_library.find_row(m_network.paper(node).row).value(); }
  [[nodiscard]] Prerequisites told(const ReadingPath& path) const;
  void note_gaps(const PathPaper& paper, const Outline& outline, Prerequisites& result) const;

  const Library& m_library;
  const PathLimits& m_limits;
  Network m_network;
};

Prerequisites Walk::told(const ReadingPath& path) const {
  Prerequisites result;
  for (const PathStep& step : path.steps) {
    const int position = static_cast<int>(result.papers.size()) + 1;
    PathPaper& paper =
        result.papers.emplace_back(PathPaper{position, item(step.node), step.depth, {}, step.cited_by});
    for (const Node node : step.key_for) {
      paper.key_for.push_back(item(node).key);
    }
    note_gaps(paper, m_network.paper(step.node), result);
  }
  for (const Node node : path.excused) {
    result.excused.push_back(item(node));
  }
  result.beyond = path.beyond.size();
  return result;
}

/// What the path cannot know.
void Walk::note_gaps(const PathPaper& paper, const Outline& outline, Prerequisites& result) const {
  const bool leads_on = paper.depth < m_limits.depth;
  if (!references_known(outline)) {
    result.not_known.push_back(paper.item);
    if (!leads_on) {
      result.at_the_end.push_back(paper.item);
    }
  } else if (leads_on && is_known_in_part(paper.item)) {
    result.known_in_part.push_back(paper.item);
  }
}

}  // namespace

Prerequisites prerequisites(const Library& library, const Item& target, const PathLimits& limits) {
  const auto moment = library.snapshot();
  return Walk(library, limits).to(target);
}

}  // namespace papers::app
