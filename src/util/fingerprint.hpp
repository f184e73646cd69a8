// Fingerprints: short names for long texts, the same on every machine and in every version.
#pragma once

#include <string>
#include <string_view>

namespace papers::util {

/// 16 hexadecimal digits (64 bits, FNV-1a). Equal texts have equal ones, others hardly ever: good for finding
/// a text again, no protection against anybody who wants two to be equal.
[[nodiscard]] std::string fingerprint(std::string_view text);

}  // namespace papers::util
