// The elements of a JSON array, one by one, so that a broken one does not take the others with it.
#pragma once

#include <string_view>
#include <vector>

namespace papers::bibliography {

struct JsonElement {
  int line = 0;           ///< where it begins, from 1
  std::string_view text;  ///< an object from its brace to the one that closes it, or to the end of the text
  bool closed = true;
  bool is_object = true;  ///< else anything up to the next object or comma: a number, a list, a stray brace
};

struct JsonElements {
  std::vector<JsonElement> elements;
  int cut = 0;  ///< the line where the text ends between two elements of an array, 0 where the array ends
};

/// Of "[{...}, {...}]", of an object that has "items": [...] among its members, or a single object. Only
/// brackets, quotes and commas are looked at. Linear in the length of the text; at most `most` elements.
[[nodiscard]] JsonElements json_elements(std::string_view text, std::size_t most);

}  // namespace papers::bibliography
