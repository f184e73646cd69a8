// Downloading the PDFs of items, each into a file of its own beside the library.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "papers/library.hpp"
#include "papers/source.hpp"

#include "app/follow.hpp"
#include "app/pdf_file.hpp"

namespace papers::app {

struct PdfWishes {
  std::vector<std::string> texts;  ///< items in any form; an arXiv id with a version means that very one
  std::filesystem::path folder;    ///< of the PDFs; made when missing
  bool again = false;              ///< also what is there already
  bool offline = false;
  bool dry_run = false;
};

/// What became of one wish.
struct PdfOutcome {
  enum class What {
    downloaded,
    there,    ///< it was there already
    planned,  ///< dry run: it would be downloaded
    none,     ///< there is no PDF that we could know of, or no such item
    failed,
  };
  std::string text;  ///< as the reader typed it
  What what = What::failed;
  std::optional<Item> item = {};
  std::optional<PdfFile> file = {};  ///< as it is, or would be
  std::string problem = {};          ///< one line, for none and failed
  bool later = false;                ///< trying again later may help
};

struct PdfReport {
  std::vector<PdfOutcome> outcomes;  ///< in the order asked; an item asked for twice is there once
  bool interrupted = false;          ///< Ctrl-C; what arrived is kept, what did not is named as failed

  [[nodiscard]] ExitCode exit_code() const;
};

/// One after the other, and one failure does not stop the others; but where a service is down, its others are
/// not asked for. Each file that came is one change of the library, all of them one command of the log.
/// Throws Failure (try_later) when another process is downloading into the folder.
[[nodiscard]] PdfReport fetch_pdfs(const PdfWishes& wishes, Library& library,
                                   const SourcesOpener& open_sources, Clock& clock, Progress& progress);

}  // namespace papers::app
