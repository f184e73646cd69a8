// What a fuzz target promises about whatever came out.
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

#include "papers/item.hpp"

#include "util/text.hpp"

namespace papers::fuzz {

inline void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

inline std::string_view view(const unsigned char* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

inline void require_clean(const std::string& text) {
  require(util::clean_line(text) == text);
}

/// A work as it came from outside: clean texts, ids that are read back as they are.
inline void require_sound(const Item& work) {
  require_clean(work.title);
  for (const std::string& author : work.authors) {
    require_clean(author);
  }
  require_clean(work.venue.value_or(""));
  require(!work.year || (*work.year >= 1 && *work.year <= 9999));
  for (const Identifier& id : work.ids) {
    const auto again = parse_identifier(format(id));
    require(again && *again == id && id.version == 0);
  }
}

}  // namespace papers::fuzz
