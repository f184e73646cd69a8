// What adding did, item by item.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "papers/error.hpp"
#include "papers/item.hpp"

#include "app/follow.hpp"

namespace papers::app {

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
    refused,         ///< the caller did not want it
  };
  std::string text;  ///< as given
  What what = What::failed;
  std::optional<Item> item;  ///< as stored, for the first five
  std::string message;       ///< one line, for the last four
  bool later = false;        ///< failed, and trying again may help
};

struct AddReport {
  std::vector<AddOutcome> outcomes;  ///< in the order given
  std::vector<std::string> warnings;
  bool interrupted = false;
  FollowReport followed;

  [[nodiscard]] bool worked(const AddOutcome& outcome) const;
  [[nodiscard]] ExitCode exit_code() const;
};

}  // namespace papers::app
