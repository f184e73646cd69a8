// Reading a text that is imported, whole.
#pragma once

#include <iosfwd>
#include <string>

namespace papers::app {

/// All that follows in the stream, as UTF-8 whatever it was (bibliography/text_encoding.hpp). Throws Failure
/// (failed) when it cannot be read to its end, or is longer than bibliography::k_longest_text; `name` is
/// what messages call it.
[[nodiscard]] std::string read_text(std::istream& in, const std::string& name);

}  // namespace papers::app
