// The letters and digits of a text alone, for comparing texts whose spaces and punctuation cannot be trusted.
#pragma once

#include <string>
#include <string_view>

namespace papers::util {

/// What fold() gives, and of it only the letters and digits of any script: "Jacobi-Décodage (v2)" ->
/// "jacobidecodagev2". Idempotent; linear; "" when there are none.
[[nodiscard]] std::string letters_and_digits(std::string_view text);

}  // namespace papers::util
