// Reading: the changes of state that a reader makes, as plain functions on an item.
//
// None of them touches the library; the caller saves what it changed in one Change.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papers/clock.hpp"
#include "papers/item.hpp"
#include "papers/library.hpp"
#include "papers/result.hpp"

namespace papers::app {

/// What a reader can say at the end of reading.
struct Finish {
  std::optional<Level> level;
  std::optional<int> rating;
  std::optional<int> minutes;  ///< added to the time spent so far
  std::string note;
  std::string takeaway;
  std::optional<bool> ran = {};  ///< of code: whether it ran
};

void start(Item& item, Time now);
/// What is finished again keeps the moment when it was first.
void finish(Item& item, const Finish& words, Time now);
void pause(Item& item);  ///< throws Failure (refused) when it is not being read
/// Queues what was found, parked or dropped; what is kept already stays as it is. Keeping makes no root,
/// because depth is counted from what the reader added himself, but of what no root leads to, as in a network
/// that was imported.
void keep(Item& item);
/// The reason, where there is one, becomes a note.
void park(Item& item, std::string_view because, Time now);
void drop(Item& item, std::string_view because, Time now);

/// The items being read now, longest begun first.
[[nodiscard]] std::vector<Item> being_read(const Library& library);

/// Whether one more may be begun: an Error (refused) that names those being read when the limit, which is
/// at least 1, is reached.
[[nodiscard]] std::optional<Error> refuse_another(const std::vector<Item>& reading, int limit);

/// Changes of the fields that a reader may set; absent ones stay.
struct Settable {
  std::optional<std::string> title;     ///< "" gives the title back to the sources
  std::optional<std::string> priority;  ///< H, M, L, none
  std::optional<std::string> due;       ///< a day as people type it, or none
  std::optional<std::string> effort;    ///< 45m, 1h30, or none
  std::optional<std::string> level;     ///< skim, read, deep, reproduce, or none
  std::optional<std::string> kind;
  std::vector<std::string> tags;
  std::vector<std::string> untags;
};

/// Checks everything before it changes anything. Errors (usage) name the value.
[[nodiscard]] std::optional<Error> set_fields(Item& item, const Settable& fields, std::string_view today);

/// A tag is one word without blanks, commas and colons; errors name it.
[[nodiscard]] Result<std::string> checked_tag(std::string_view text);
[[nodiscard]] Result<std::string> checked_day(std::string_view text, std::string_view today);
[[nodiscard]] Result<std::string> checked_past_day(std::string_view text, std::string_view today);
[[nodiscard]] Result<int> checked_minutes(std::string_view text);
[[nodiscard]] Result<Priority> checked_priority(std::string_view text);
[[nodiscard]] Result<Kind> checked_kind(std::string_view text);
[[nodiscard]] Result<Level> checked_level(std::string_view text);
[[nodiscard]] Result<State> checked_state(std::string_view text);

}  // namespace papers::app
