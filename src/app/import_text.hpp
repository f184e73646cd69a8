// Importing a text of any format that `papers` reads.
#pragma once

#include <iosfwd>
#include <string>

#include "app/import_formats.hpp"

namespace papers::app {

/// Looks at the beginning, then hands the whole to the format that it fits. `name` is that of the file, for
/// messages. A blank text has nothing to import. Throws Failure for what fits no format, and as the
/// format does.
[[nodiscard]] ImportReport import_text(std::istream& in, const std::string& name, const ImportTools& tools);

}  // namespace papers::app
