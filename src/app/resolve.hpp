// Resolving: references known by title only are looked up, so that they become citations.
//
// A work whose title, year and first author agree comes into the library as `found`, and the reference is
// drawn to it. A doubtful match is shown and left to the reader.
#pragma once

#include <string>
#include <vector>

#include "papers/library.hpp"
#include "papers/source.hpp"

#include "app/follow.hpp"

namespace papers::app {

/// A reference that had no id, and what the services made of its title.
struct ResolvedReference {
  Reference entry;
  TitleAnswer answer;
};

struct ResolveReport {
  std::vector<ResolvedReference> references;  ///< in the order of the bibliography
  [[nodiscard]] ExitCode exit_code() const;
};

/// Entries of the paper's lists that name no work of the library, each title once.
[[nodiscard]] std::vector<Reference> unresolved_references(const Library& library, const Item& paper);

/// Looks them up. With `dry_run` nothing is kept.
[[nodiscard]] ResolveReport resolve_references(const Item& paper, Library& library,
                                               const SourcesOpener& open_sources, Progress& progress,
                                               bool dry_run);

}  // namespace papers::app
