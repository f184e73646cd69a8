#include "store/journal.hpp"

#include <utility>

#include <fmt/format.h>

#include "store/checksum.hpp"
#include "store/meta.hpp"
#include "util/calendar.hpp"
#include "util/unique_id.hpp"

namespace papers::store {
namespace {

constexpr const char* k_log =
    "SELECT row, id, device, time, name, summary, status, target, operations, checksum FROM commands "
    "ORDER BY row DESC LIMIT ?";
constexpr const char* k_newest_done =
    "SELECT row, id, device, time, name, summary, status, target, operations, checksum FROM commands "
    "WHERE status = 'done' AND target IS NULL ORDER BY row DESC LIMIT 1";
constexpr const char* k_undone =
    "SELECT row, id, device, time, name, summary, status, target, operations, checksum FROM commands "
    "WHERE status = 'undone' ORDER BY row";
constexpr const char* k_insert_command =
    "INSERT INTO commands (id, device, time, name, summary, status, target, operations, checksum) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING row";
constexpr const char* k_update_command =
    "UPDATE commands SET status = ?, target = ?, operations = ?, checksum = ? WHERE row = ?";
constexpr const char* k_operations =
    "SELECT item, id, kind, identity, before, after FROM operations "
    "WHERE command = (SELECT row FROM commands WHERE id = ?) ORDER BY row";
constexpr const char* k_insert_operation =
    "INSERT INTO operations (command, id, kind, item, identity, before, after, checksum) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* k_all_operations =
    "SELECT item, id, kind, identity, before, after, command, checksum FROM operations ORDER BY row";
constexpr const char* k_miscounted =
    "SELECT id FROM commands c WHERE operations != (SELECT count(*) FROM operations o WHERE o.command = "
    "c.row)";

constexpr std::pair<CommandStatus, std::string_view> k_status_names[] = {
    {CommandStatus::done, "done"}, {CommandStatus::undone, "undone"}, {CommandStatus::dead, "dead"}};

std::string_view name_of(CommandStatus status) {
  return k_status_names[static_cast<std::size_t>(status)].second;
}

CommandStatus status_named(std::string_view name) {
  for (const auto& [status, known] : k_status_names) {
    if (known == name) {
      return status;
    }
  }
  return CommandStatus::dead;
}

std::int64_t checksum_of_command(const StoredCommand& stored) {
  const LoggedCommand& command = stored.command;
  return checksum_of({std::to_string(stored.row), command.id, command.device, command.time, command.name,
                      command.summary, name_of(command.status), stored.target,
                      std::to_string(command.operations)});
}

std::int64_t checksum_of_operation(std::int64_t command, const StoredOperation& stored) {
  const LoggedOperation& operation = stored.operation;
  return checksum_of({std::to_string(command), operation.id, operation.kind, std::to_string(stored.item),
                      operation.identity, operation.before, operation.after});
}

StoredCommand read_command(const Query& row) {
  return {row.row(0),
          {.id = row.text(1),
           .device = row.text(2),
           .time = row.text(3),
           .name = row.text(4),
           .summary = row.text(5),
           .status = status_named(row.text(6)),
           .operations = row.number(8)},
          row.text(7)};
}

StoredOperation read_operation(const Query& row) {
  return {row.row(0),
          {.id = row.text(1),
           .kind = row.text(2),
           .identity = row.text(3),
           .before = row.text(4),
           .after = row.text(5)}};
}

std::optional<std::string> target_of(const StoredCommand& stored) {
  return stored.target.empty() ? std::nullopt : std::optional(stored.target);
}

void update_command(const Database& db, const StoredCommand& stored) {
  db.run(k_update_command, name_of(stored.command.status), target_of(stored), stored.command.operations,
         checksum_of_command(stored), stored.row);
}

/// The row is part of the checksum and known only after inserting.
void insert_command(const Database& db, StoredCommand& stored) {
  const LoggedCommand& command = stored.command;
  {
    Query insert =
        db.query(k_insert_command, command.id, command.device, command.time, command.name, command.summary,
                 name_of(command.status), target_of(stored), command.operations, 0);
    insert.next();
    stored.row = insert.row(0);
  }
  update_command(db, stored);
}

}  // namespace

std::vector<LoggedCommand> Journal::log(int limit) const {
  std::vector<LoggedCommand> commands;
  for (Query rows = m_db->query(k_log, limit > 0 ? limit : -1); rows.next();) {
    commands.push_back(read_command(rows).command);
  }
  return commands;
}

std::vector<StoredOperation> Journal::operations(const std::string& command_id) const {
  std::vector<StoredOperation> operations;
  for (Query rows = m_db->query(k_operations, command_id); rows.next();) {
    operations.push_back(read_operation(rows));
  }
  return operations;
}

std::optional<StoredCommand> Journal::newest_done() const {
  Query found = m_db->query(k_newest_done);
  return found.next() ? std::optional(read_command(found)) : std::nullopt;
}

std::optional<StoredCommand> Journal::newest() const {
  Query found = m_db->query(k_log, 1);
  return found.next() ? std::optional(read_command(found)) : std::nullopt;
}

std::optional<StoredCommand> Journal::oldest_undone() const {
  Query found = m_db->query(k_undone);
  return found.next() ? std::optional(read_command(found)) : std::nullopt;
}

void Journal::set_status(StoredCommand command, CommandStatus status) {
  command.command.status = status;
  update_command(*m_db, command);
}

void Journal::bury_undone() {
  while (const auto undone = oldest_undone()) {
    set_status(*undone, CommandStatus::dead);
  }
}

std::vector<std::string> Journal::damage() const {
  std::vector<std::string> damage;
  for (Query rows = m_db->query(k_log, -1); rows.next();) {
    if (const StoredCommand stored = read_command(rows); checksum_of_command(stored) != rows.row(9)) {
      damage.push_back(fmt::format("command {} ({}): the checksum does not match", stored.command.id,
                                   stored.command.summary));
    }
  }
  for (Query rows = m_db->query(k_all_operations); rows.next();) {
    if (const StoredOperation stored = read_operation(rows);
        checksum_of_operation(rows.row(6), stored) != rows.row(7)) {
      damage.push_back(fmt::format("operation {} on {}: the checksum does not match", stored.operation.id,
                                   stored.operation.identity));
    }
  }
  for (Query rows = m_db->query(k_miscounted); rows.next();) {
    damage.push_back(fmt::format("command {}: operations are missing", rows.text(0)));
  }
  return damage;
}

JournalEntry::JournalEntry(const Database& db, std::string_view name, std::string_view summary, Time now)
    : m_db(&db), m_now(now) {
  m_stored.command = {.id = util::unique_id(now),
                      .device = device_of(db),
                      .time = util::to_moment(now),
                      .name = std::string(name),
                      .summary = std::string(summary)};
}

JournalEntry::JournalEntry(const Database& db, const std::string& command_id, std::string_view name,
                           std::string_view summary, Time now)
    : JournalEntry(db, name, summary, now) {
  auto newest = Journal(db).newest();
  if (newest && newest->command.id == command_id && newest->command.status == CommandStatus::done &&
      newest->target.empty()) {
    m_stored = *std::move(newest);
  }
}

void JournalEntry::add(std::string_view kind, std::int64_t item, std::string identity, std::string before,
                       std::string after) {
  if (m_stored.row == 0) {
    insert_command(*m_db, m_stored);
  }
  const StoredOperation stored{item,
                               {.id = util::unique_id(m_now),
                                .kind = std::string(kind),
                                .identity = std::move(identity),
                                .before = std::move(before),
                                .after = std::move(after)}};
  const LoggedOperation& operation = stored.operation;
  m_db->run(k_insert_operation, m_stored.row, operation.id, operation.kind, item, operation.identity,
            operation.before, operation.after, checksum_of_operation(m_stored.row, stored));
  ++m_stored.command.operations;
  ++m_added;
}

void JournalEntry::finish() {
  if (empty()) {
    return;
  }
  update_command(*m_db, m_stored);
  if (m_stored.target.empty()) {
    Journal(*m_db).bury_undone();
  }
}

}  // namespace papers::store
