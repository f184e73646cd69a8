// The grammar of BibTeX files: entries and their fields, before anything is made of them.
//
//   text between entries is a comment     @comment, @preamble, @string{name = value}
//   @type{key, name = value, ...}         also in parentheses
//   value: {braces}, "quotes", 1984 or the name of a @string, joined by #
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bibliography/entry.hpp"

namespace papers::bibliography {

struct BibtexField {
  std::string name;   ///< in lower case
  std::string value;  ///< with its markup, joined, without the outer quotes or braces
};

struct BibtexEntry {
  int line = 0;
  std::string type;  ///< in lower case: "article"
  std::string key;
  std::vector<BibtexField> fields;

  /// The first field of that name; "" when there is none.
  [[nodiscard]] std::string_view value(std::string_view name) const;
};

struct BibtexFile {
  std::vector<BibtexEntry> entries;
  std::vector<Remark> problems;
};

/// Reads UTF-8. An entry that is broken is named as a problem and left out; the next one is looked for at
/// the next "@type{". Where braces do not close before the end of the text, an entry is taken to end
/// where a line begins another one. Linear in the length of the text; names of a @string are
/// replaced up to the limits below.
[[nodiscard]] BibtexFile parse_bibtex(std::string_view text);

inline constexpr std::size_t k_longest_name = 200;                ///< bytes of a key or the name of a field
inline constexpr std::size_t k_longest_value = 1U << 20U;         ///< bytes of one field
inline constexpr std::size_t k_most_replaced_text = 128U << 20U;  ///< bytes of all values together
inline constexpr std::size_t k_most_fields = 1000;                ///< of one entry

}  // namespace papers::bibliography
