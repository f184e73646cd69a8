// The date in a PDF drawing. Graphviz writes the moment of drawing into every one, and takes no wish in that
// matter; without it the same library gives the same bytes.
#pragma once

#include <string>

namespace papers::formats {

/// Writes blanks over the date of creation, which a PDF may lack, so that no offset in the file moves. Does
/// nothing where there is none.
void blank_creation_date(std::string& pdf);

}  // namespace papers::formats
