// Undo and redo: applying the operations of a logged command backwards or forwards.
#pragma once

#include <optional>

#include "store/edit.hpp"

namespace papers::store {

/// Takes back the newest command that is done; nothing when there is none. Throws Failure when what is
/// there is not what that command left; the change must then be abandoned.
std::optional<LoggedCommand> undo_newest(Edit& edit);

/// Does the oldest undone command again.
std::optional<LoggedCommand> redo_oldest(Edit& edit);

}  // namespace papers::store
