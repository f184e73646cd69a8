// Trail: the stack of items that are being read now: where the reader began, and each step back from there.
//
// A record of kind "trail" for each beginning. Its body, which is also that of its line in JSON Lines:
//   {"steps": [{"item": ID, "at": MOMENT, "question": id of a question or null, "forced": BOOLEAN}, ...],
//    "aside": MOMENT or null, "ended": MOMENT or null}
// The first step is the root; the last one is the top, and going back takes it away. At most one trail is
// neither ended nor set aside: the current one. Where two libraries were joined there may be more; then
// the newest is current.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "papers/library.hpp"
#include "papers/record.hpp"
#include "papers/result.hpp"

#include "app/question.hpp"

namespace papers::app {

struct TrailStep {
  Identifier item;            ///< any id of the work
  std::string at;             ///< moment
  std::string question = {};  ///< id of the one that led here, "" when none did
  bool forced = false;        ///< beyond the limit
  bool operator==(const TrailStep&) const = default;
};

struct Trail {
  std::string id;
  std::vector<TrailStep> steps;  ///< never empty
  std::string aside = {};        ///< moment; "" when it is not set aside
  std::string ended = {};        ///< moment; "" while it is not
  bool operator==(const Trail&) const = default;

  /// Steps back from the root: 0 at the root itself.
  [[nodiscard]] int depth() const { return static_cast<int>(steps.size()) - 1; }
};

[[nodiscard]] Record record_of(const Trail& trail);
/// Errors (usage) name the field of the body that makes no sense.
[[nodiscard]] Result<Trail> trail_of(const Record& record);

/// Not ended; newest first. Records that make no sense are left out.
[[nodiscard]] std::vector<Trail> unfinished_trails(const Library& library);
[[nodiscard]] std::optional<Trail> current_trail(const Library& library);
/// Throws Failure (no_match) that says how to begin when there is none.
[[nodiscard]] Trail required_trail(const Library& library);

/// Which step of the trail is at this item, by any of its names.
[[nodiscard]] std::optional<std::size_t> step_at(const Trail& trail, const Item& item);

/// A step with what the library knows of it.
struct Stop {
  TrailStep step;
  Item item;  ///< one that the library lost has its id alone, and row 0
  std::optional<Question> question;
};

/// From the root to the top.
[[nodiscard]] std::vector<Stop> stops_of(const Library& library, const Trail& trail);

/// The year of a work, or that in which its arXiv id was given out.
[[nodiscard]] std::optional<int> year_of(const Item& item);
/// How much older `item` is; negative when it is younger, nothing when a year is not known.
[[nodiscard]] std::optional<int> years_back(const Item& from, const Item& item);

}  // namespace papers::app
