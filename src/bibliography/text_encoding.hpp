// Bringing bytes of unknown encoding to UTF-8: bibliographies outlive the machines they were written on.
#pragma once

#include <string>
#include <string_view>

namespace papers::bibliography {

/// UTF-8 without a byte order mark. Bytes that are no UTF-8 are read as Windows-1252 (and thereby Latin-1),
/// one by one, so files that mix both come out right too; UTF-16 is told by its byte order mark.
/// Linear in the length of the text.
[[nodiscard]] std::string to_utf8(std::string_view bytes);

}  // namespace papers::bibliography
