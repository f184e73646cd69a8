// Effort: how long something takes to read, from what it is, how long it is and how far it is to be read, and
// from how long this reader took so far.
//
//   minutes = usual(kind, level) x length x pace(kind)
//
// usual   a table, in effort.cpp.
// length  pages / 10 for papers and pages / 250 for books whose number of pages is known, within [0.4, 4].
// pace    how this reader compares with the table. For readings with recorded minutes of that kind
//             exp( sum of ln(taken / expected) / (n + 3) )
//         so that three readings count as much as the table does: a geometric mean, shrunk to 1. What is
//         expected is usual x length x the pace over all kinds, which is computed alike; a kind that was
//         never timed has that one.
//
// What the reader says of an item himself is taken as it is.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "papers/item.hpp"
#include "papers/library.hpp"

namespace papers::app {

struct Effort {
  enum class From {
    reader,    ///< he said so
    readings,  ///< learned: at least three readings of that kind
    table,     ///< little is known
  };
  int minutes = 0;
  From from = From::table;
  int readings = 0;  ///< of that kind, with recorded minutes
  bool operator==(const Effort&) const = default;
};

struct Fit {
  Effort effort;
  bool as_skim = false;
};

/// Below so many readings of a kind, what is said is said to be a guess.
inline constexpr int k_enough_readings = 3;

class Pace {
 public:
  explicit Pace(const std::vector<TimedReading>& readings);
  /// From the newest hundred readings of the library.
  explicit Pace(const Library& library);

  /// At that level; without one at the level that the item says, or "read". At least 1 minute.
  [[nodiscard]] Effort effort(const Item& item, std::optional<Level> level = {}) const;
  /// How it can be done in so many minutes: as it is meant to be, else as a skim; nothing when neither fits.
  [[nodiscard]] std::optional<Fit> within(const Item& item, int minutes) const;

 private:
  struct OfKind {
    double pace = 1;
    int readings = 0;
  };
  std::array<OfKind, k_kinds.size()> m_kinds;
};

/// Whether something can be skimmed to see what it is about: neither a task nor what is to be reproduced.
[[nodiscard]] bool can_be_skimmed(const Item& item);

/// The pages that a source's comment tells: "12 pages, 5 figures", "8+4 pages"; nothing when it tells none.
[[nodiscard]] std::optional<int> pages_in(const std::string& comment);

/// "40 min", "1 h 30".
[[nodiscard]] std::string minutes_words(int minutes);
/// "about 40 min", or "40 min" where the reader said so.
[[nodiscard]] std::string effort_words(const Effort& effort);
/// What an estimate rests on while little is known: "usual, 1 timed so far"; "" otherwise.
[[nodiscard]] std::string basis_words(const Effort& effort);

}  // namespace papers::app
