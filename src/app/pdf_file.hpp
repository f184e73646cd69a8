// PdfFile: a PDF that was downloaded for an item, and where it lies.
//
// Kept as a record of kind "pdf", its id the identifier with the version that was asked for
// ("arXiv:2403.00835v4"). Its body, which is also that of its line in JSON Lines:
//   {"file": NAME, "bytes": N or null, "fetched": MOMENT, "address": URL}
// The name is made from the citation key when the file comes, and stays when the key changes or items are
// merged: the record knows its item by the identifier, which stays good. A name that is no plain one of the
// folder is none of ours, whoever wrote the record.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "papers/library.hpp"
#include "papers/record.hpp"
#include "papers/result.hpp"

namespace papers::app {

struct PdfFile {
  Identifier id;     ///< any id of the work; with its version where that was known
  std::string name;  ///< in the folder of PDFs: "kou2024cllms-v4.pdf"
  std::optional<std::uint64_t> bytes = {};
  std::string fetched = {};  ///< moment
  std::string address = {};
  bool operator==(const PdfFile&) const = default;
};

[[nodiscard]] Record record_of(const PdfFile& file);
/// Errors (usage) name the field of the body that makes no sense.
[[nodiscard]] Result<PdfFile> pdf_file_of(const Record& record);

/// Those of the item that are there in the folder, the newest version first. A file that lies there under the
/// name that a download would give it now counts too, whoever put it there.
[[nodiscard]] std::vector<PdfFile> pdf_files(const Library& library, const Item& item,
                                             const std::filesystem::path& folder);

/// Under which name the PDF of that id of the item is to be kept: that of its record, else one made from the
/// citation key and the version, which no other item's record has.
[[nodiscard]] std::string pdf_name(const Library& library, const Item& item, const Identifier& id);

}  // namespace papers::app
