// Bibliography tasks: can an order of what a few references lead to find the other references of a paper?
//
// A paper p with some dozens of references in the network; p and everything that came out later are taken
// away. Its newest references are what the reader kept; the others are to be found among the papers that lie
// one or two steps behind those. Reference lists are known of the kept papers and of those one step behind,
// as after a run of `papers add` with its usual depth. Nothing else of the network has a say: no citation
// counts, titles or dates of papers outside the task, and neither p's links nor its title.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "papers/relevance.hpp"

#include "bench/cited_network.hpp"

namespace papers::bench {

struct TaskWishes {
  std::size_t least_references = 20;  ///< that are no later than the paper
  std::size_t most_references = 60;
  std::size_t kept = 3;
  std::size_t least_needed = 1;  ///< that can be found; at least 1
};

struct Task {
  std::string paper;               ///< whose bibliography is to be found
  std::vector<KnownPaper> papers;  ///< keys are hashes, so that ties and sums depend on no id
  std::vector<Node> origin;        ///< by paper: its node in the network
  std::vector<Arc> arcs;
  std::vector<bool> needed;      ///< by paper: is in the bibliography and not kept
  std::size_t needed_count = 0;  ///< those that can be found, at least 1
};

/// The task of one paper. Nothing when it has too few or too many references, or none can be found.
[[nodiscard]] std::optional<Task> task_of(const CitedNetwork& network, Node paper, const TaskWishes& wishes);

struct Tasks {
  std::vector<Task> tasks;
  std::size_t suitable = 0;  ///< papers with that many references, from which they were drawn
};

/// At most `most` tasks, of papers drawn by a hash of their id and `seed`: always the same ones.
[[nodiscard]] Tasks draw_tasks(const CitedNetwork& network, const TaskWishes& wishes, std::size_t most,
                               std::uint64_t seed);

/// FNV-1a with a finishing mix, alike on every machine.
[[nodiscard]] std::uint64_t hash_of(std::string_view text, std::uint64_t seed);

}  // namespace papers::bench
