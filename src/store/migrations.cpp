#include "store/migrations.hpp"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include "papers/error.hpp"

#include "store/meta.hpp"

namespace papers::store {
namespace {

void run_steps(Database& db, std::span<const Migration> steps) {
  const int old = db.schema_version();
  int version = old;
  for (const Migration& step : steps) {
    if (step.version > version) {
      db.run_script(step.sql);
      version = step.version;
    }
  }
  if (old > 0 && version > old && steps.back().rebuild != nullptr) {
    steps.back().rebuild(db);
  }
  db.run_script(fmt::format("PRAGMA user_version = {}", version).c_str());
}

}  // namespace

void migrate(Database& db, std::span<const Migration> steps) {
  SQLite::Transaction transaction(db.connection(), SQLite::TransactionBehavior::IMMEDIATE);
  run_steps(db, steps);
  transaction.commit();
}

void refuse_newer(const Database& db, std::span<const Migration> steps, const std::filesystem::path& file) {
  const int version = db.schema_version();
  const int known = steps.back().version;
  if (version > known) {
    throw Failure(ExitCode::failed,
                  fmt::format("{} has schema {}, made by a newer papers; this one knows schemas up to {}: "
                              "use the newer program, or restore a backup",
                              file.string(), version, known));
  }
}

void initialise(Database& db, std::span<const Migration> steps, Time now) {
  SQLite::Transaction transaction(db.connection(), SQLite::TransactionBehavior::IMMEDIATE);
  db.run_script(fmt::format("PRAGMA application_id = {}", k_application_id).c_str());
  run_steps(db, steps);
  initialise_meta(db, now);
  transaction.commit();
}

}  // namespace papers::store
