// Adding: from what a reader pastes to items of the library.
//
// Three steps, so that no lock is held while the network is slow: understand (local), fetch
// (network), keep (one change of the library). Whatever arrived is kept, also after Ctrl-C.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "papers/library.hpp"
#include "papers/source.hpp"

namespace papers::app {

/// What the reader says about the items besides their names.
struct AddWishes {
  std::optional<Priority> priority;
  std::optional<std::string> due;
  std::vector<std::string> tags;
  std::optional<Kind> kind;
  std::optional<int> effort_minutes;
  std::optional<State> state;        ///< queued unless said otherwise
  std::optional<std::string> title;  ///< for a single item; without any ref it makes an item of its own
  bool references = true;            ///< keep reference lists that come along
};

/// What became of one of the texts given.
struct AddOutcome {
  enum class What {
    added,           ///< new in the library
    kept,            ///< was found, parked or dropped, and is wanted now
    refreshed,       ///< was there; its data came from the seed or was missing, and is better now
    changed,         ///< was there, and the wishes changed something
    known,           ///< was there already; nothing changed
    repeated,        ///< named twice in this command
    not_understood,  ///< no identifier
    not_found,       ///< no source has it
    failed,          ///< could not be fetched now
  };
  std::string text;  ///< as given
  What what = What::failed;
  std::optional<Item> item;  ///< as stored, for the first five
  std::string message;       ///< one line, for the last three
  bool later = false;        ///< failed, and trying again may help
};

struct AddReport {
  std::vector<AddOutcome> outcomes;  ///< in the order given
  std::vector<std::string> warnings;
  bool interrupted = false;

  [[nodiscard]] bool worked(const AddOutcome& outcome) const;
  [[nodiscard]] ExitCode exit_code() const;
};

using SourcesFactory = std::function<std::unique_ptr<Sources>()>;

/// Opens the sources only when something must be fetched. With `dry_run` nothing is stored: items
/// in the report are as they would be.
[[nodiscard]] AddReport add_items(const std::vector<std::string>& texts, const AddWishes& wishes,
                                  Library& library, const SourcesFactory& open_sources, Clock& clock,
                                  Progress& progress, bool dry_run);

}  // namespace papers::app
