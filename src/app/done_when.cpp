#include "app/done_when.hpp"

#include <algorithm>
#include <array>

#include "util/calendar.hpp"
#include "util/text.hpp"

namespace papers::app {
namespace {

constexpr const char* k_done_when = "done-when";
constexpr const char* k_ran = "ran";

/// By level.
constexpr std::array<std::string_view, k_levels.size()> k_usual{
    "you can say what it claims and what its main figure shows", "you can explain its method",
    "you can derive its main result", "its code ran and gave one of its numbers"};

/// The newest of a kind; "" when there is none.
std::string note_of(const Item& item, std::string_view kind) {
  const auto note = std::find_if(item.notes.rbegin(), item.notes.rend(),
                                 [kind](const Note& one) { return one.kind == kind; });
  return note == item.notes.rend() ? "" : note->text;
}

}  // namespace

std::string done_when(const Item& item, std::optional<Level> level) {
  std::string own = note_of(item, k_done_when);
  return !own.empty() || !level || item.kind == Kind::task
             ? own
             : std::string(k_usual[static_cast<std::size_t>(*level)]);
}

void set_done_when(Item& item, std::string_view text, Time now) {
  std::erase_if(item.notes, [](const Note& note) { return note.kind == k_done_when; });
  const std::string line = util::clean_line(text);
  if (!line.empty() && line != "none") {
    item.notes.push_back({util::to_moment(now), k_done_when, line});
  }
}

std::optional<bool> ran(const Item& item) {
  const std::string said = note_of(item, k_ran);
  return said.empty() ? std::nullopt : std::optional(said == "yes");
}

}  // namespace papers::app
