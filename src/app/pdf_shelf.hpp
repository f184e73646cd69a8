// PdfShelf: the PDFs that lie in the folder, and whose they are.
//
// Finding one version takes its record alone. What needs the others (all of an item, a name that nobody has
// yet) reads all the records, once for as long as the shelf lives.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "papers/library.hpp"

#include "app/pdf_file.hpp"

namespace papers::app {

class PdfShelf {
 public:
  /// The library must outlive it.
  PdfShelf(const Library& library, std::filesystem::path folder);

  /// Those of the item that are there, the newest version first. A file that lies there under the name that a
  /// download would give it now counts too, whoever put it there.
  [[nodiscard]] std::vector<PdfFile> files_of(const Item& item);

  /// The PDF of that id of the item, in that very version; nothing when it is not there.
  [[nodiscard]] std::optional<PdfFile> file_of(const Item& item, const Identifier& id);

  /// Under which name the PDF of that id of the item is to be kept: that of its record, else one made from
  /// the citation key and the version, which no other item's record has.
  [[nodiscard]] std::string name_for(const Item& item, const Identifier& id);

  /// One has come, and its record is in the library.
  void put(PdfFile file);

 private:
  [[nodiscard]] std::vector<PdfFile>& recorded();
  [[nodiscard]] bool holds(const std::string& name) const;

  const Library& m_library;
  std::filesystem::path m_folder;
  std::optional<std::vector<PdfFile>> m_recorded;  ///< once they were read
};

}  // namespace papers::app
