// ReferenceCatalogue: the sources that know what papers cite, asked in turn.
//
// Each is asked for the papers of which the ones before it gave no list with entries, the seed data last.
// An empty list is no end: services call a paper that they have not read yet one that cites nothing.
#pragma once

#include <memory>
#include <vector>

#include "papers/http.hpp"
#include "papers/source.hpp"

namespace papers::sources {

class Seed;

class ReferenceCatalogue {
 public:
  /// Owns the sources; the seed must outlive it. `offline`: sources fail because they were not asked, which
  /// is no news; the answers in their caches and the seed data are all there is.
  ReferenceCatalogue(std::vector<std::unique_ptr<ReferenceSource>> services, Seed& seed, bool offline);
  ~ReferenceCatalogue();

  /// As Sources::fetch_references. Names of a paper that one source has serve to ask the next one.
  FetchedReferenceLists fetch(std::span<const ReferenceQuestion> asked, Progress& progress);

 private:
  std::vector<std::unique_ptr<ReferenceSource>> m_services;
  Seed& m_seed;
  bool m_offline;
};

/// The services named in the settings, in that order. Both must outlive them. Throws Failure (usage) for a
/// name that is none.
[[nodiscard]] std::vector<std::unique_ptr<ReferenceSource>> make_reference_sources(
    const SourceSettings& settings, HttpClient& http);

}  // namespace papers::sources
