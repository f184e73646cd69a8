// Query: one use of a prepared statement, and the pool that the statements come from.
//
// Preparing costs more than running a statement that touches one row, so statements are kept by the
// address of their text, which must therefore be a named constant; every use binds all parameters. Two uses
// of the same text may overlap (a callback that queries again): the second gets a statement of its own.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace papers::store {

/// Not movable: queries refer to it.
class StatementPool {
 public:
  explicit StatementPool(SQLite::Database& database) : m_database(database) {}
  StatementPool(const StatementPool&) = delete;
  StatementPool& operator=(const StatementPool&) = delete;

  [[nodiscard]] std::unique_ptr<SQLite::Statement> take(const char* sql);
  void give_back(const char* sql, std::unique_ptr<SQLite::Statement> statement) noexcept;

 private:
  SQLite::Database& m_database;
  std::unordered_map<const char*, std::vector<std::unique_ptr<SQLite::Statement>>> m_idle;
};

class Query {
 public:
  Query(StatementPool& pool, const char* sql) : m_pool(&pool), m_sql(sql), m_statement(pool.take(sql)) {}
  Query(Query&&) noexcept = default;
  Query& operator=(Query&&) = delete;
  ~Query() {
    if (m_statement) {
      m_pool->give_back(m_sql, std::move(m_statement));
    }
  }

  /// Binds the next parameter.
  void bind(std::nullopt_t) { m_statement->bind(++m_bound); }
  void bind(int value) { m_statement->bind(++m_bound, value); }
  void bind(std::int64_t value) { m_statement->bind(++m_bound, value); }
  void bind(double value) { m_statement->bind(++m_bound, value); }
  void bind(bool value) { bind(value ? 1 : 0); }
  void bind(const std::string& value) { m_statement->bind(++m_bound, value); }
  void bind(std::string_view value) { bind(std::string(value)); }
  void bind(const char* value) { m_statement->bind(++m_bound, value); }
  template <class T>
  void bind(const std::optional<T>& value) {
    value ? bind(*value) : bind(std::nullopt);
  }

  /// Steps to the next row; false when there is none.
  bool next() { return m_statement->executeStep(); }

  [[nodiscard]] bool is_null(int column) const { return m_statement->getColumn(column).isNull(); }
  [[nodiscard]] int number(int column) const { return m_statement->getColumn(column).getInt(); }
  [[nodiscard]] std::int64_t row(int column) const { return m_statement->getColumn(column).getInt64(); }
  [[nodiscard]] double real(int column) const { return m_statement->getColumn(column).getDouble(); }
  [[nodiscard]] std::string text(int column) const { return m_statement->getColumn(column).getString(); }
  [[nodiscard]] std::optional<int> maybe_number(int column) const;
  [[nodiscard]] std::optional<std::string> maybe_text(int column) const;
  [[nodiscard]] int columns() const { return m_statement->getColumnCount(); }

 private:
  StatementPool* m_pool;
  const char* m_sql;
  std::unique_ptr<SQLite::Statement> m_statement;
  int m_bound = 0;
};

/// The first column of all rows.
[[nodiscard]] std::vector<std::int64_t> rows_from(Query query);

}  // namespace papers::store
