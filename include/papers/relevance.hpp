// Relevance: which of the known papers is worth reading next, judged by the citations among them.
//
//   score(v) = near(v) + 0.6 ln(1 + cites(v)) - 0.35 sqrt(gap(v)) + 2 title(v)
//
// near   how closely citations tie v to the kept papers: for each kept paper s a walk with restart,
//        q(j) = 0.4 [j = s] + 0.6 deg(j)^-0.25 x the sum over links i-j of p(i) deg(i)^-0.75, eight sweeps
//        from p = [s]; L_s(v) = ln(p(v) + 0.0005). near(v) is the mean of the k largest L_s(v),
//        k = min(m, max(3, ceil(m / 2))) of m walks, 0 without any. A link is a citation with its
//        direction forgotten, deg the number of distinct linked papers.
// cites  number of known papers whose reference list contains v, whatever their role.
// gap    years by which v is older than the newest kept paper, at least 0. Without a year of its own: the
//        median gap of the candidates that have one. When no kept paper has a year: 0 for all.
// title  cosine of v's title and the kept titles, as sets of words weighted ln(1 + N / df), in [0, 1].
//        Words are runs of a-z and 0-9 of two characters or more, stop words left out, not stemmed.
//
// Walks are averaged seed by seed because pooling all seeds into one walk lets a well-connected one
// decide, and over the better half because a reader has more than one topic. The method is a
// personalised PageRank (Page et al. 1999; Haveliwala 2002) with damped degrees. Its weights were fitted to
// which references bibliographies have, so say "suggested", never "you must read". The score has no unit and
// no bounds; it compares papers of one call.
//
// Pure and exact: the same papers and citations give the same scores to the last bit, in whatever
// order the nodes are numbered. Recompute after each mark; there is no incremental form.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "papers/graph.hpp"

namespace papers {

/// What a known paper is to the question asked.
enum class Role : std::uint8_t {
  candidate,  ///< may be suggested: seen as a reference and not judged, state `found`
  kept,       ///< what the reader wants more of: states `queued`, `reading`, `paused`, `read`
  other,  ///< neither: `parked` and `dropped`. Its citations still count, as those of all known papers do.
};

/// A known paper; the node of the graph with the same number.
struct KnownPaper {
  std::string key;            ///< unique and stable, for ties and for the order of summation
  std::string title;          ///< "" when unknown
  std::optional<int> year{};  ///< nothing when unknown
  Role role = Role::candidate;
  std::int64_t marked =
      0;  ///< when it was kept, on any ascending scale; matters above k_max_walks kept papers
};

/// Above this many kept papers with links, walks start from those marked last (then of greatest key) alone.
/// All of them count for gap and title.
inline constexpr std::size_t k_max_walks = 200;

struct RelevanceWishes {
  bool classics = false;  ///< old papers are as welcome as new ones: the weight of gap is 0
};

/// What the parts are multiplied with.
struct RelevanceWeights {
  double near = 1;
  double cites = 0.6;  ///< of ln(1 + cites)
  double gap = -0.35;  ///< of sqrt(gap); 0 with `classics`
  double title = 2;
};

/// One term of the sum.
struct RelevancePart {
  double value = 0;   ///< near, ln(1 + cites), sqrt(gap), title
  double weight = 0;  ///< see RelevanceWeights
  double term = 0;    ///< weight x value; the four add up to the score
  double points = 0;  ///< 10 x (term - its median over the candidates), not rounded
};

/// A paper that was judged, and why it stands where it stands.
struct Relevance {
  Node node = 0;
  double score = 0;  ///< rounded to 1e-9
  RelevancePart near{};
  RelevancePart cites{};
  RelevancePart gap{};
  RelevancePart title{};

  std::size_t walks = 0;          ///< those that count for it
  std::size_t close_to = 0;       ///< walks that favour it over the median candidate: "close to 3 of your 4"
  std::size_t cited_by = 0;       ///< known papers that cite it
  std::size_t cited_by_kept = 0;  ///< kept papers among those
  std::optional<int> years_older{};  ///< gap in years; nothing when its year or that of all kept is unknown
  std::vector<std::string>
      shared_words{};  ///< at most two, shared with a kept title, of greatest weight first
};

struct RelevanceResult {
  std::vector<Relevance> papers;     ///< every paper that was judged, best first
  std::size_t kept = 0;              ///< papers of role kept
  std::size_t walks = 0;             ///< m: those from which a walk started
  std::optional<int> newest_year{};  ///< newest known year among the kept papers
};

/// All candidates, best first. Ties in the score: more cites, then newer year (unknown last), then smaller
/// key. `papers` describes every node of `graph`, whose arcs are those of fetched reference lists and no
/// others: a paper whose list is unknown just has no arcs of its own. Lacking titles, years or lists cost
/// accuracy only. The keys must differ. O(8 E m + V m + V log V) time, 8 (V m + 3 E) bytes.
[[nodiscard]] RelevanceResult relevance(const CitationGraph& graph, std::span<const KnownPaper> papers,
                                        const RelevanceWishes& wishes = {});

/// Every kept paper that has a link, best first, each judged as if it were a candidate and the other kept
/// papers alone were kept ("leave one out"): its own walk, title and year say nothing for it. What is
/// relative to "the candidates" above (the median gap, the medians under points and close_to) is relative to
/// these papers. Above k_max_walks, each is judged by the others that were marked last. `kept`, `walks` and
/// `newest_year` of the result count all kept papers, the judged one included. Ties and cost as above.
[[nodiscard]] RelevanceResult relevance_of_kept(const CitationGraph& graph,
                                                std::span<const KnownPaper> papers,
                                                const RelevanceWishes& wishes = {});

}  // namespace papers
