// Selector: from what a reader types to the one item that is meant.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papers/library.hpp"
#include "papers/result.hpp"

namespace papers::app {

/// An identifier in any form, a citation key (also that of a bibliography which was imported), a short number
/// ("7", "#7", and nothing else), a whole title, or words that one item alone has in its title, key or ids.
/// Words that several items have choose none of them, whatever their states: which paper is meant must not
/// depend on which references happen to be known. Errors: ExitCode::no_match when nothing fits, or when words
/// fit several items, which are listed in the message, one a line after the first, those that the reader
/// decided for before the others.
[[nodiscard]] Result<Item> select_item(const Library& library, std::string_view text);

/// As select_item, but words are looked for among `near` first, and that nothing fits is no error: Errors
/// left are those of an empty text, a number that no item has, and words that fit several items.
[[nodiscard]] Result<std::optional<Item>> select_near(const Library& library, std::string_view text,
                                                      const std::vector<Item>& near);

/// All of them, each item once, in the order given. Throws Failure at the first that fails.
[[nodiscard]] std::vector<Item> select_items(const Library& library, const std::vector<std::string>& texts);

}  // namespace papers::app
