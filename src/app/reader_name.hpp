// ReaderName: what the reader's logs call an item.
//
// Remembered so that a name which was understood once means the same item for ever: after works were merged
// or retitled, and when other works of that name turn up. A record of kind "name", its id a fingerprint of
// the letters of the name. Its body:
//   {"text": ONE LINE, "item": ID, "sought": MOMENT or null}
// `sought` is when services were asked which work it means, null while nobody was.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papers/identifier.hpp"
#include "papers/library.hpp"
#include "papers/record.hpp"
#include "papers/result.hpp"

namespace papers::app {

struct ReaderName {
  std::string text;
  Identifier item;          ///< any id of the work
  std::string sought = {};  ///< moment; "" while nobody was asked
  bool operator==(const ReaderName&) const = default;
};

[[nodiscard]] Record record_of(const ReaderName& name);
/// Errors (usage) name the field that makes no sense.
[[nodiscard]] Result<ReaderName> reader_name_of(const Record& record);

/// The name that has the same letters and digits; nothing when there is none.
[[nodiscard]] std::optional<ReaderName> reader_name(const Library& library, std::string_view text);
/// Records that make no sense are left out.
[[nodiscard]] std::vector<ReaderName> reader_names(const Library& library);

}  // namespace papers::app
