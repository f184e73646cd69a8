// Importing a text of any format that `papers` reads.
#pragma once

#include <iosfwd>
#include <string>

#include "app/import_formats.hpp"

namespace papers::app {

/// Looks at the beginning, then hands the whole to the format that it fits. `name` is that of the file, for
/// messages. A blank text and an empty list have nothing to import, which a note says. UTF-16 that says so by
/// its first bytes is taken in every format. Throws Failure for what fits no format, and as the
/// format does.
[[nodiscard]] ImportReport import_text(std::istream& in, const std::string& name, const ImportTools& tools);

}  // namespace papers::app
