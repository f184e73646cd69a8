// What an import did, in numbers, and what it left out.
#pragma once

#include <string>
#include <vector>

namespace papers::app {

/// How one line was taken, in formats that are read line by line.
struct ImportedLine {
  int line = 0;
  std::string reading;
};

struct ImportReport {
  std::string format{};                 ///< name of the row of import_formats.hpp that read it
  int entries = 0;                      ///< of a bibliography, as far as they could be read
  int added = 0;                        ///< items that the library did not have
  int changed = 0;                      ///< items that it had, and that differ now
  int known = 0;                        ///< items that it had just so
  int reference_lists = 0;              ///< written or replaced
  int records = 0;                      ///< written or filled in
  std::vector<std::string> problems{};  ///< "line 7: ..."; such parts were left out
  std::vector<std::string> notes{};     ///< what the reader should know although it came in
  std::vector<ImportedLine> lines{};    ///< every line that says something
  bool later = false;                   ///< a service could not be asked; trying again may help
  bool interrupted = false;             ///< Ctrl-C; what had arrived was kept
};

}  // namespace papers::app
