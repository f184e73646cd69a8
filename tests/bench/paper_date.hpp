// When a paper came out, as its id or a few words tell.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace papers::bench {

/// Months since the year 0: year * 12 + month - 1; January where only the year is known.
using Month = int;

/// Nothing when there is no such month.
[[nodiscard]] std::optional<Month> month_of(int year, int month = 1);
[[nodiscard]] int year_of(Month month);

/// "2005", "2005-03", "2005-03-01".
[[nodiscard]] std::optional<Month> date_in_text(std::string_view text);

/// The date that an id tells: 9711200, hep-th/9711200, 2403.00835, P05-1001, 2020.acl-main.1, each also
/// behind a prefix ("arXiv:"); nothing where it tells none.
[[nodiscard]] std::optional<Month> date_in_id(std::string_view id);

/// arXiv numbers of before 2007 with the leading zeros that lists of numbers lack: "1001" -> "0001001". Other
/// ids as they are.
[[nodiscard]] std::string full_id(std::string_view id);

}  // namespace papers::bench
