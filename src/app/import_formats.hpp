// Import formats: what `papers import` can read, told apart by what is in it.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "papers/library.hpp"

#include "app/follow.hpp"
#include "app/import_report.hpp"
#include "config/settings.hpp"

namespace papers::app {

/// What the reader says about the items besides what the text does. JSON Lines say all themselves.
struct ImportWishes {
  std::optional<State> state;  ///< of items that are new or were only seen as references; queued unless said
  std::vector<std::string> tags;  ///< of all that the text names
};

/// What an import may use. References to what the caller keeps.
struct ImportTools {
  Library& library;
  Clock& clock;
  const config::Settings& settings;
  std::string today;                  ///< in the reader's zone
  const SourcesOpener& open_sources;  ///< to be called only when something must be asked
  Progress& progress;
  bool dry_run = false;                   ///< nothing is kept
  std::filesystem::path shipped_facts{};  ///< file that comes with the program; may be ""
  ImportWishes wishes{};
};

/// One format: a row of the table in import_formats.cpp.
struct ImportFormat {
  std::string_view name;     ///< "jsonl"
  std::string_view summary;  ///< in help and errors: "the library's own JSON Lines"
  /// Whether a text that begins so is of this format. `head` is the first k_import_head bytes, or all there
  /// are, without a byte order mark, and not blank. The first row that says yes reads it.
  bool (*fits)(std::string_view head);
  /// Reads to the end and keeps everything in one change. Parts that make no sense are reported as problems
  /// and left out; what the reader entered is not overwritten; importing twice adds nothing. Throws Failure
  /// when nothing at all was understood, or the input cannot be read to its end; then nothing was kept.
  ImportReport (*read)(std::istream& in, const std::string& name, const ImportTools& tools);
};

inline constexpr std::size_t k_import_head = 64U << 10U;

/// In the order in which they are tried.
[[nodiscard]] std::span<const ImportFormat> import_formats();

}  // namespace papers::app
