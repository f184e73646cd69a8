// Network: works that cite works that cite works, as many as a test wants, the same every time.
//
//     root ── first ── second ── third
//
// Each work of a level cites so many of the next; the last level cites nothing. Titles, authors, ids and
// years are made up and differ; years go back by two from level to level.
#pragma once

#include <string>
#include <vector>

#include "server/work.hpp"

namespace papers::test {

struct NetworkShape {
  int first = 60;   ///< works that the root cites
  int second = 12;  ///< works that each of those cites
  int third = 5;    ///< works that each of those cites in turn
  /// Part of the citations at levels two and three that go to a work of that level which another work
  /// cites already, 0 to 1.
  double overlap = 0;
  /// Further entries of each citing work that nobody can recognise.
  int unmatched = 0;
};

/// The root comes first, then level by level. No work cites another twice.
[[nodiscard]] std::vector<Work> network(const NetworkShape& shape);

/// "2412.00001", the root's id.
[[nodiscard]] std::string network_root();

}  // namespace papers::test
