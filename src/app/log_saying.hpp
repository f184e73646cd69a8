// LogSaying: what a log says became of a thing, and when; and what follows for its item.
#pragma once

#include <string>

#include "papers/clock.hpp"
#include "papers/item.hpp"

#include "app/log_content.hpp"
#include "util/week.hpp"

namespace papers::app {

/// The calendar by which a log is understood.
struct LogCalendar {
  std::string today;  ///< day, in the reader's zone
  util::WeekStart starts = util::WeekStart::monday;
};

struct LogSaying {
  enum class What {
    wanted,   ///< it is listed, no more
    planned,  ///< for a week
    begun,    ///< and not finished: lectures 3 to 4 of a course
    done,
    slipped,  ///< was planned for the week that ends, and not done in it
  };
  What what = What::wanted;
  std::string day;     ///< when it was so; "" in a list without a date
  std::string moment;  ///< on that day; "" without one
};

[[nodiscard]] LogSaying saying_of(const Mention& mention, const LogCalendar& calendar);

/// Changes the item as the log says. What the reader dropped or parked stays that way until it is said to be
/// done; what was read stays read, whatever is planned; a field that is filled in stays.
void apply(const LogSaying& saying, const Mention& mention, Item& item);

/// A moment that lies on that day in the reader's zone: its noon in UTC wherever that is the same day. "" for
/// "".
[[nodiscard]] std::string moment_on(const std::string& day);

}  // namespace papers::app
