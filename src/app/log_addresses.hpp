// Works that a log names by their addresses, and what sources say of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "papers/library.hpp"
#include "papers/source.hpp"

#include "app/follow.hpp"
#include "app/log_work.hpp"
#include "weekly/title_guess.hpp"
#include "weekly/weekly_log.hpp"

namespace papers::app {

/// What came of asking sources, beyond what they said.
struct AskedFacts {
  std::vector<std::string> warnings;
  bool later = false;  ///< something could not be asked; importing again may bring it
  bool interrupted = false;
};

/// That of the first link; nothing when the entry has none that can be read.
[[nodiscard]] std::optional<Identifier> address_of(const weekly::Entry& entry);

/// The name by which a thing is listed: of a link its text, or the text of the entry.
[[nodiscard]] std::string name_in_log(const weekly::Entry& entry);
/// The same as a title. Only of papers are author, year and short name told apart from it.
[[nodiscard]] weekly::LogName title_in_log(const weekly::Entry& entry);

/// The place of the work with that address: one of the list, or of the library, or a new one, which is called
/// as in the log until a source says better.
std::size_t add_by_address(LogWorkList& works, const Identifier& address, const weekly::Entry& entry,
                           const Library& library);

/// Asks what the works are of which no more is known than their address. A page that has a name in the log is
/// known well enough.
[[nodiscard]] AskedFacts fetch_facts(LogWorkList& works, const SourcesOpener& open_sources,
                                     Progress& progress);

}  // namespace papers::app
