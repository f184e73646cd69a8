// The door to everything that talks to the network: one C symbol in the loadable part "online.so".
//
// Whoever loads the part looks up k_open_symbol and treats it as Open. The part must stay loaded as long as
// what it returned is alive. Program and part may have a C++ runtime each, so no exception goes through the
// door: a Failure comes out as an Error. Nor may one go in: what the part calls back (progress, clock, cache)
// does not throw.
#pragma once

#include "papers/result.hpp"
#include "papers/source.hpp"

namespace papers::sources {

/// The sources as the part hands them out. Each member does what the one of papers::Sources does.
class Online {
 public:
  virtual ~Online() = default;
  virtual Result<Fetched> fetch(std::span<const Identifier> ids, Progress& progress) noexcept = 0;
  virtual Result<FetchedReferenceLists> fetch_references(std::span<const ReferenceQuestion> questions,
                                                         Progress& progress) noexcept = 0;
  virtual Result<std::vector<TitleAnswer>> find_titles(std::span<const TitleQuestion> questions,
                                                       Progress& progress) noexcept = 0;
  virtual Result<PdfAnswer> fetch_pdf(const PdfQuestion& question, Progress& progress) noexcept = 0;
};

/// Opens all sources. The caller owns the result and deletes it; everything that the settings refer to must
/// outlive it. When a setting makes no sense the result is nullptr, and `refusal` says why.
using Open = Online*(const SourceSettings& settings, Error& refusal) noexcept;

inline constexpr const char* k_open_symbol = "papers_open_online";

}  // namespace papers::sources

extern "C" papers::sources::Online* papers_open_online(const papers::SourceSettings& settings,
                                                       papers::Error& refusal) noexcept;
