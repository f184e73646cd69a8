// Following references: breadth-first from roots, to the depth that the reader set and no further.
//
// What a level brought is kept before the next one is asked for, so that Ctrl-C, a kill or a rate limit
// loses little. Following again goes on where it stopped: papers whose references are known are not asked
// for again, and what a limit kept out comes in when the limit is raised. What a source said without listing
// anything is asked again after a month (standing_answer.hpp), and an answer that says less than the one that
// is kept never replaces it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "papers/clock.hpp"
#include "papers/library.hpp"
#include "papers/source.hpp"

namespace papers::app {

/// Opens the sources when they are first needed; whoever gives it owns them.
using SourcesOpener = std::function<Sources&()>;

struct FollowLimits {
  int depth = 2;         ///< steps from a root to the farthest papers that come in
  int max_papers = 500;  ///< that one root may bring into the library
  int year_floor = 0;    ///< the references of older papers are not followed; 0 for no limit
  bool eager = false;    ///< also sources that take a request a paper are asked for every paper
  bool again = false;    ///< the roots are asked for although their references are known
  bool offline = false;  ///< any list will do, for there is nothing better
  Time now{};            ///< against which answers grow old
};

/// What following did, and what stopped it.
struct FollowReport {
  int asked = 0;                       ///< papers whose references were asked for
  int brought = 0;                     ///< papers that came into the library
  std::vector<int> levels;             ///< papers at 0, 1, ... steps from the roots
  int beyond_depth = 0;                ///< papers at the last depth whose references are not known
  int beyond_papers = 0;               ///< papers that max_papers kept out
  int too_old = 0;                     ///< papers before year_floor, whose references were not followed
  std::vector<FetchProblem> problems;  ///< of papers that nobody could list
  std::vector<std::string> warnings;
  bool interrupted = false;

  /// Whether doing it again later may bring more.
  [[nodiscard]] bool worth_repeating() const;
};

/// The command of the log that following belongs to.
struct LoggedAs {
  std::string id;  ///< of a command that was committed just now, or ""
  std::string name;
  std::string summary;
};

/// Follows the references of these items of the library. Sources are opened when somebody must be asked.
[[nodiscard]] FollowReport follow_references(const std::vector<Item>& roots, const FollowLimits& limits,
                                             Library& library, const SourcesOpener& open_sources,
                                             const LoggedAs& logged_as, Progress& progress);

}  // namespace papers::app
