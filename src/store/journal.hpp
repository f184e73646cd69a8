// Journal: the log of commands and of what each of them changed.
//
// An operation holds the values of the differing fields before and after, so that undo and redo work
// from the log alone, and the logs of two machines could be merged by id. Commands named by a `target`
// turned another one (undo, redo); they are logged like any other but are not undone themselves.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papers/clock.hpp"
#include "papers/library.hpp"

#include "store/database.hpp"

namespace papers::store {

using CommandStatus = LoggedCommand::Status;

/// A row of commands.
struct StoredCommand {
  std::int64_t row = 0;
  LoggedCommand command;
  std::string target;  ///< id of the command that this one undid or redid, or ""
};

/// A row of operations.
struct StoredOperation {
  std::int64_t item = 0;  ///< row of the item
  LoggedOperation operation;
};

class Journal {
 public:
  /// The database must outlive the journal.
  explicit Journal(const Database& db) : m_db(&db) {}

  [[nodiscard]] std::vector<LoggedCommand> log(int limit) const;  ///< newest first; 0: all
  [[nodiscard]] std::vector<StoredOperation> operations(const std::string& command_id) const;

  [[nodiscard]] std::optional<StoredCommand> newest_done() const;    ///< what undo would take back
  [[nodiscard]] std::optional<StoredCommand> newest() const;         ///< whatever it is and became
  [[nodiscard]] std::optional<StoredCommand> oldest_undone() const;  ///< what redo would bring back

  void set_status(StoredCommand command, CommandStatus status);
  /// Undone commands can no longer be redone.
  void bury_undone();

  /// One line for each command and operation whose checksum does not match.
  [[nodiscard]] std::vector<std::string> damage() const;

 private:
  const Database* m_db;
};

/// One command being logged. Its row is written with the first operation, so an empty one leaves no trace.
class JournalEntry {
 public:
  /// The database must outlive the entry.
  JournalEntry(const Database& db, std::string_view name, std::string_view summary, Time now);
  /// Adds to the command of that id when it is the newest of all and done; otherwise a new one, as above.
  JournalEntry(const Database& db, const std::string& command_id, std::string_view name,
               std::string_view summary, Time now);

  void add(std::string_view kind, std::int64_t item, std::string identity, std::string before,
           std::string after);
  /// Says that this command undoes or redoes another; to be called before anything is added.
  void set_target(const LoggedCommand& command) {
    m_stored.target = command.id;
    m_stored.command.summary += ": " + command.summary;
  }
  /// Whether nothing was added here.
  [[nodiscard]] bool empty() const { return m_added == 0; }
  [[nodiscard]] const std::string& command_id() const { return m_stored.command.id; }
  /// Writes the number of operations; an ordinary command buries those that were undone before it.
  void finish();

 private:
  const Database* m_db;
  Time m_now;
  StoredCommand m_stored;
  int m_added = 0;
};

}  // namespace papers::store
