// A line whose title ends where it says: at the end of a link, or of quotes as reports put them.
#pragma once

#include <optional>
#include <string_view>

#include "weekly/clauses.hpp"
#include "weekly/weekly_log.hpp"

namespace papers::weekly {

/// "读完 [title](url)（95 分钟）：takeaway": `base` with what stands around the first link, when that is
/// nothing but words in front of it, marks, and a colon with a comment, which is taken as it is.
[[nodiscard]] std::optional<Entry> read_linked(const Entry& base, const Draft& draft, SectionKind section);

/// "读完 「title」（95 分钟）：takeaway": the same with quotes around a title that has no address.
[[nodiscard]] std::optional<Entry> read_quoted(const Entry& base, const Draft& draft, SectionKind section);

}  // namespace papers::weekly
