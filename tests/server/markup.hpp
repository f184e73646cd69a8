// Text between the tags of XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace papers::test {

/// Bytes that XML forbids go out as they are: a server may be that bad.
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace papers::test
