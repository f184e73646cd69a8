// Importing JSON Lines: the lossless form of a library, read back and merged by identity.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "papers/library.hpp"

namespace papers::app {

struct ImportReport {
  int added = 0;                      ///< items that the library did not have
  int changed = 0;                    ///< items that it had, and that differ now
  int known = 0;                      ///< items that it had just so
  int reference_lists = 0;            ///< written or replaced
  int records = 0;                    ///< written or filled in
  std::vector<std::string> problems;  ///< "line 7: ..."; such lines were left out
};

/// Reads all lines, then keeps everything in one change. A line that makes no sense is reported and
/// left out. What the reader entered is not overwritten by a record: of an item that is there, the
/// record fills in only what is missing. Importing twice changes nothing.
/// With `dry_run` nothing is kept. Throws Failure when nothing at all was understood, and when the
/// input cannot be read to its end; then nothing was kept.
[[nodiscard]] ImportReport import_lines(std::istream& in, const std::string& name, Library& library,
                                        Clock& clock, bool dry_run);

}  // namespace papers::app
