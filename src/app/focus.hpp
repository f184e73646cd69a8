// Focus: what the reader wants a week to be about: a tag, or an item with what it cites and its parts.
//
// A record of kind "focus" for each week that has one, its id the name of the week. Its body:
//   {"tag": TAG or null, "item": ID or null, "made": MOMENT}
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "papers/clock.hpp"
#include "papers/library.hpp"

namespace papers::app {

struct Focus {
  std::string tag;  ///< "" when it is an item
  std::optional<Identifier> item = {};
  bool operator==(const Focus&) const = default;
};

[[nodiscard]] std::optional<Focus> focus_of(const Library& library, const std::string& week);
/// Nothing takes it away.
void set_focus(Change& change, const std::string& week, const std::optional<Focus>& focus, Time now);

/// The items that belong to it; other states than those that can be read are among them.
[[nodiscard]] std::vector<std::int64_t> rows_in_focus(const Library& library, const Focus& focus);
/// "vlm", or the name of the item.
[[nodiscard]] std::string focus_words(const Library& library, const Focus& focus);

}  // namespace papers::app
