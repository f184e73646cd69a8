// Reading: what one grammar makes of a text, with the words for what it cannot read.
#pragma once

#include <optional>
#include <string_view>

#include "papers/identifier.hpp"
#include "papers/result.hpp"

namespace papers::model {

/// Nothing: the text is not of this kind, and another grammar may try. An error: it is of this
/// kind, and wrong.
using Reading = std::optional<Result<Identifier>>;

/// "TEXT: why", with the text cleaned and cut to a line.
[[nodiscard]] Error unreadable(std::string_view text, std::string_view why);

}  // namespace papers::model
