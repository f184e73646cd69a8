// The objects of a JSON array, one by one, so that a broken one does not take the others with it.
#pragma once

#include <string_view>
#include <vector>

namespace papers::bibliography {

struct JsonElement {
  int line = 0;           ///< where it begins, from 1
  std::string_view text;  ///< from its brace to the one that closes it, or to the end of the text
  bool closed = true;
};

/// Of "[{...}, {...}]", of an object that has "items": [...] among its members, or a single object. Only
/// brackets and quotes are looked at; what stands between objects is passed over. Linear in the length of the
/// text; at most `most` objects.
[[nodiscard]] std::vector<JsonElement> json_elements(std::string_view text, std::size_t most);

}  // namespace papers::bibliography
