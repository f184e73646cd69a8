#include "app/citation_tree.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "app/network.hpp"

namespace papers::app {
namespace {

using Below = TreePaper::Below;

/// A paper of the tree before it has an item.
struct Draft {
  Node node = 0;
  int depth = 0;
  std::optional<Node> above{};
  Below below = Below::open;
  std::vector<std::size_t> papers{};  ///< places of drafts
  Folded folded{};
};

bool is_judged(const Outline& paper) {
  return is_kept(paper.state) || paper.state == State::parked;
}

class Grower {
 public:
  Grower(const Library& library, const TreeWishes& wishes)
      : m_library(library), m_wishes(wishes), m_network(library) {}

  TreePaper grow(const Item& root) {
    const auto node = m_network.node_of(root.row);
    if (!node) {
      return {.item = root, .below = Below::not_known};
    }
    m_drafts.push_back({.node = *node});
    m_opened.insert(*node);
    // Breadth first, so that a paper is opened where it is nearest to the root.
    for (std::size_t place = 0; place < m_drafts.size(); ++place) {
      open(place);
    }
    return finished(0);
  }

 private:
  void open(std::size_t place);
  void fold(const std::vector<Node>& references, std::size_t shown, Draft& draft) const;
  [[nodiscard]] std::vector<Node> references_in_order(Node node) const;
  [[nodiscard]] std::size_t shown_among(const std::vector<Node>& references) const;
  TreePaper finished(std::size_t place);

  const Library& m_library;
  const TreeWishes& m_wishes;
  Network m_network;
  std::vector<Draft> m_drafts;
  std::unordered_set<Node> m_opened;
};

/// Judged ones first, dropped ones last; then by how many kept papers, and how many papers, cite them.
std::vector<Node> Grower::references_in_order(Node node) const {
  const auto cited = m_network.graph().cited(node);
  std::vector<Node> references(cited.begin(), cited.end());
  const auto rank = [this](Node n) {
    const Outline& paper = m_network.paper(n);
    return std::tuple(
        paper.state == State::dropped, !is_judged(paper), -static_cast<long>(m_network.kept_citing(n)),
        -static_cast<long>(m_network.graph().citing(n).size()), -paper.year.value_or(0), paper.id);
  };
  std::sort(references.begin(), references.end(), [&](Node a, Node b) { return rank(a) < rank(b); });
  return references;
}

std::size_t Grower::shown_among(const std::vector<Node>& references) const {
  const auto count = [&](auto predicate) {
    return static_cast<std::size_t>(std::count_if(references.begin(), references.end(),
                                                  [&](Node n) { return predicate(m_network.paper(n)); }));
  };
  const std::size_t wanted = count([](const Outline& paper) { return paper.state != State::dropped; });
  return m_wishes.most == 0 ? wanted : std::min(wanted, std::max(m_wishes.most, count(is_judged)));
}

void Grower::fold(const std::vector<Node>& references, std::size_t shown, Draft& draft) const {
  Folded& folded = draft.folded;
  for (std::size_t i = shown; i < references.size(); ++i) {
    const Outline& paper = m_network.paper(references[i]);
    ++folded.papers;
    folded.dropped += paper.state == State::dropped ? 1 : 0;
    folded.shared += m_network.kept_citing(references[i]) > 1 ? 1 : 0;
    if (paper.year) {
      folded.from = std::min(folded.from.value_or(*paper.year), *paper.year);
      folded.to = std::max(folded.to.value_or(*paper.year), *paper.year);
    }
  }
  if (draft.depth + 1 < m_wishes.depth) {
    folded.not_known =
        static_cast<std::size_t>(std::count_if(references.begin(), references.end(), [&](Node n) {
          return m_network.paper(n).state != State::dropped && !references_known(m_network.paper(n));
        }));
  }
}

void Grower::open(std::size_t place) {
  Draft draft = m_drafts[place];
  if (draft.below == Below::elsewhere) {
    return;
  }
  const std::vector<Node> references = references_in_order(draft.node);
  if (!references_known(m_network.paper(draft.node)) && references.empty()) {
    draft.below = Below::not_known;
  } else if (draft.depth >= m_wishes.depth) {
    draft.below = Below::limit;
    fold(references, 0, draft);
  } else {
    const std::size_t shown = shown_among(references);
    for (std::size_t i = 0; i < shown; ++i) {
      const bool is_new = m_opened.insert(references[i]).second;
      draft.papers.push_back(m_drafts.size());
      m_drafts.push_back({.node = references[i],
                          .depth = draft.depth + 1,
                          .above = draft.node,
                          .below = is_new ? Below::open : Below::elsewhere});
    }
    fold(references, shown, draft);
  }
  m_drafts[place] = std::move(draft);
}

TreePaper Grower::finished(std::size_t place) {
  Draft& draft = m_drafts[place];
  TreePaper paper{.item = m_library.find_row(m_network.paper(draft.node).row).value(),
                  .depth = draft.depth,
                  .below = draft.below,
                  .also_cited_by = m_network.kept_citing(draft.node),
                  .folded = draft.folded};
  if (draft.above && is_kept(m_network.paper(*draft.above).state)) {
    --paper.also_cited_by;
  }
  if (draft.below != Below::elsewhere && paper.item.references) {
    paper.folded.title_only = paper.item.references->unresolved;
    paper.folded.beyond = paper.item.references->beyond;
  }
  for (const std::size_t below : draft.papers) {
    paper.papers.push_back(finished(below));
  }
  return paper;
}

}  // namespace

TreePaper citation_tree(const Library& library, const Item& root, const TreeWishes& wishes) {
  const auto moment = library.snapshot();
  return Grower(library, wishes).grow(root);
}

}  // namespace papers::app
