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
#include <optional>
#include <string>
#include <string_view>

#include "papers/item.hpp"
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

/// The beginning of its name, made from the citation key and the version: "kou2024cllms-v4". A key may have
/// come from anywhere; what a file name should not hold becomes '_'.
[[nodiscard]] std::string pdf_stem(const std::string& key, const Identifier& id);

/// The identifier by which the reader named the item, where that has a version.
[[nodiscard]] std::optional<Identifier> named_version(const Item& item, std::string_view text);

/// Which of the item's PDFs is meant: the version that the reader named, else the newest that is known.
/// Nothing when no address of a PDF is known.
[[nodiscard]] std::optional<Identifier> wanted_pdf(const Item& item, std::string_view text = "");

}  // namespace papers::app
