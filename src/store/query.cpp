#include "store/query.hpp"

#include <utility>

namespace papers::store {

std::unique_ptr<SQLite::Statement> StatementPool::take(const char* sql) {
  auto& idle = m_idle[sql];
  if (idle.empty()) {
    return std::make_unique<SQLite::Statement>(m_database, sql);
  }
  auto statement = std::move(idle.back());
  idle.pop_back();
  return statement;
}

void StatementPool::give_back(const char* sql, std::unique_ptr<SQLite::Statement> statement) noexcept {
  try {
    static_cast<void>(statement->tryReset());  // repeats the error of the last step, which was reported then
    m_idle[sql].push_back(std::move(statement));
  } catch (...) {
    statement.reset();  // merely not kept
  }
}

std::optional<int> Query::maybe_number(int column) const {
  return is_null(column) ? std::nullopt : std::optional(number(column));
}

std::optional<std::string> Query::maybe_text(int column) const {
  return is_null(column) ? std::nullopt : std::optional(text(column));
}

std::vector<std::int64_t> rows_from(Query query) {
  std::vector<std::int64_t> rows;
  while (query.next()) {
    rows.push_back(query.row(0));
  }
  return rows;
}

}  // namespace papers::store
