#include <cassert>
#include <functional>
#include <optional>
#include <utility>

#include <SQLiteCpp/Transaction.h>

#include "papers/error.hpp"
#include "papers/library.hpp"

#include "store/edit.hpp"
#include "store/library_impl.hpp"
#include "store/saving.hpp"
#include "store/undo.hpp"
#include "store/write_lock.hpp"

namespace papers {

struct Change::Impl {
  /// Makes the entry of the log once the lock is held.
  using MakeEntry = std::function<store::JournalEntry(const store::Database&, Time now)>;

  Impl(const std::shared_ptr<Library::Impl>& of, const MakeEntry& make_entry)
      : library(of),
        reader(of),
        lock(of->file),
        transaction(std::in_place, of->db->connection(), SQLite::TransactionBehavior::IMMEDIATE),
        edit(*of->db, make_entry(*of->db, of->clock->now()), of->clock->now()) {
    library->changing = true;
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() { end(); }

  /// Runs one step. A step that fails after it has begun to write leaves half of itself behind (and on a
  /// full disk SQLite may have ended the transaction), so nothing of this change may be committed then.
  template <class Body>
  auto step(Body&& body) {
    if (!transaction || broken) {
      throw Failure(ExitCode::failed,
                    "this change has ended or an earlier part of it failed; run the command again");
    }
    const int written = library->db->connection().getTotalChanges();
    try {
      return library->guarded(std::forward<Body>(body));
    } catch (...) {
      broken = library->db->connection().getTotalChanges() != written || !library->db->in_transaction();
      throw;
    }
  }

  /// Rolls back what was not committed, then lets the next process write.
  void end() {
    if (transaction) {
      transaction.reset();
      library->db->shorten_log();
      lock.reset();
      library->changing = false;
    }
  }

  std::shared_ptr<Library::Impl> library;
  Library reader;
  std::optional<store::WriteLock> lock;
  std::optional<SQLite::Transaction> transaction;
  store::Edit edit;
  bool broken = false;
};

Change Library::begin(std::string_view name, std::string_view summary) {
  return continue_command("", name, summary);
}

Change Library::continue_command(const std::string& command_id, std::string_view name,
                                 std::string_view summary) {
  m_impl->refuse_reader();
  assert(!m_impl->changing);
  return m_impl->guarded([&] {
    return Change(std::make_unique<Change::Impl>(m_impl, [&](const store::Database& db, Time now) {
      return store::JournalEntry(db, command_id, name, summary, now);
    }));
  });
}

Change::Change(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Change::Change(Change&&) noexcept = default;
Change::~Change() = default;

void Change::save(Item& item) {
  Item saved = item;
  m_impl->step([&] { store::save_item(m_impl->edit, saved); });
  item = std::move(saved);
}

void Change::merge(Item& into, const Item& other) {
  Item merged = into;
  m_impl->step([&] { store::merge_items(m_impl->edit, merged, other); });
  into = std::move(merged);
}

void Change::save(const ReferenceList& list, Unknown unknown) {
  m_impl->step([&] { store::save_list(m_impl->edit, list, unknown); });
}

void Change::save(const Record& record) {
  m_impl->step([&] { store::save_record(m_impl->edit, record); });
}

void Change::remove(const Record& record) {
  m_impl->step([&] { store::remove_record(m_impl->edit, record); });
}

std::optional<LoggedCommand> Change::undo() {
  return m_impl->step([&] { return store::undo_newest(m_impl->edit); });
}

std::optional<LoggedCommand> Change::redo() {
  return m_impl->step([&] { return store::redo_oldest(m_impl->edit); });
}

void Change::settle() {
  m_impl->step([&] { m_impl->edit.settle(); });
}

const Library& Change::library() const {
  return m_impl->reader;
}

bool Change::empty() const {
  return m_impl->edit.entry().empty();
}

const std::string& Change::command_id() const {
  return m_impl->edit.entry().command_id();
}

void Change::commit() {
  m_impl->step([&] {
    if (!empty()) {
      m_impl->edit.finish();
      m_impl->transaction->commit();
    }
  });
  m_impl->end();
}

}  // namespace papers
