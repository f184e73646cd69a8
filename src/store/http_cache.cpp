#include "store/http_cache.hpp"

#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include "papers/error.hpp"

#include "model/item_json.hpp"
#include "store/checksum.hpp"
#include "store/library_file.hpp"
#include "util/atomic_file.hpp"

namespace papers::store {
namespace {

using Json = nlohmann::ordered_json;

constexpr int k_schema = 2;
constexpr int k_busy_milliseconds = 10'000;

constexpr const char* k_settings = R"sql(
  PRAGMA synchronous = OFF;
  PRAGMA trusted_schema = OFF;
  PRAGMA mmap_size = 0;
)sql";

// Pages are given back by store/http_cache_room.cpp; how must be said before the first table.
constexpr const char* k_create = R"sql(
  PRAGMA auto_vacuum = INCREMENTAL;
  BEGIN IMMEDIATE;
  CREATE TABLE IF NOT EXISTS responses (
    key       TEXT PRIMARY KEY,
    head      TEXT NOT NULL,   -- JSON: all but the body
    body      BLOB NOT NULL,
    checksum  INTEGER NOT NULL,
    fetched   INTEGER NOT NULL -- seconds since 1970, as in the head
  ) STRICT;
  CREATE INDEX IF NOT EXISTS responses_by_age ON responses (fetched);
  CREATE TABLE IF NOT EXISTS purges (moment INTEGER NOT NULL) STRICT;
  PRAGMA user_version = 2;
  COMMIT;
)sql";

constexpr const char* k_get = "SELECT head, body, checksum FROM responses WHERE key = ?";
constexpr const char* k_put =
    "INSERT OR REPLACE INTO responses (key, head, body, checksum, fetched) VALUES (?, ?, ?, ?, ?)";
constexpr const char* k_count = "SELECT count(*) FROM responses";

std::string head_of(const CachedResponse& entry) {
  Json headers = Json::array();
  for (const auto& [name, value] : entry.response.headers) {
    headers.push_back({name, value});
  }
  return model::dump({{"status", entry.response.status},
                      {"url", entry.response.url},
                      {"headers", std::move(headers)},
                      {"etag", entry.etag},
                      {"last_modified", entry.last_modified},
                      {"fetched", entry.fetched.time_since_epoch().count()}});
}

/// The checksum has matched, so a head that cannot be read is one of another program. Throws Json::exception.
CachedResponse entry_from(const Json& head, std::string body) {
  CachedResponse entry;
  entry.response.status = head.at("status").get<int>();
  entry.response.url = head.at("url").get<std::string>();
  for (const Json& header : head.at("headers")) {
    entry.response.headers.emplace_back(header.at(0).get<std::string>(), header.at(1).get<std::string>());
  }
  entry.response.body = std::move(body);
  entry.etag = head.at("etag").get<std::string>();
  entry.last_modified = head.at("last_modified").get<std::string>();
  entry.fetched = Time(std::chrono::seconds(head.at("fetched").get<std::int64_t>()));
  return entry;
}

SQLite::Database open_usable(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) {
    create_private_file(file);
  }
  SQLite::Database db(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOFOLLOW, k_busy_milliseconds);
  db.exec(k_settings);
  const int version = db.execAndGet("PRAGMA user_version").getInt();
  if (version == 0 && db.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0) {
    db.exec(k_create);
  } else if (version != k_schema) {
    throw SQLite::Exception("schema of another version", SQLITE_NOTADB);
  }
  const SQLite::Statement table_is_as_it_should_be(db, k_get);
  return db;
}

class HttpCache final : public ResponseCache {
 public:
  HttpCache(std::filesystem::path file, std::int64_t max_bytes)
      : m_file(std::move(file)), m_max_bytes(max_bytes) {}

  std::optional<CachedResponse> get(const std::string& key) override {
    std::optional<CachedResponse> entry;
    use([&](SQLite::Database& db) { entry = read(db, key); });
    return entry;
  }

  void put(const std::string& key, const CachedResponse& entry) override {
    use([&](SQLite::Database& db) {
      const std::string head = head_of(entry);
      SQLite::Statement put(db, k_put);
      put.bind(1, key);
      put.bind(2, head);
      put.bind(3, entry.response.body.data(), static_cast<int>(entry.response.body.size()));
      put.bind(4, checksum_of({key, head, entry.response.body}));
      const std::int64_t fetched = entry.fetched.time_since_epoch().count();
      put.bind(5, fetched);
      put.exec();
      make_room(db, fetched, m_max_bytes);
    });
  }

 private:
  static std::optional<CachedResponse> read(SQLite::Database& db, const std::string& key) {
    SQLite::Statement get(db, k_get);
    get.bind(1, key);
    if (!get.executeStep()) {
      return std::nullopt;
    }
    const std::string head = get.getColumn(0).getString();
    std::string body = get.getColumn(1).getString();
    const auto json = model::parse_json(head);
    if (checksum_of({key, head, body}) != get.getColumn(2).getInt64() || !json) {
      return std::nullopt;
    }
    return entry_from(*json, std::move(body));
  }

  /// Does `task` with the cache; a damaged cache is made anew once, any other trouble is left alone.
  template <class Task>
  void use(const Task& task) noexcept {
    for (int attempt = 0; attempt < 2; ++attempt) {
      try {
        if (!m_db) {
          util::make_private_folder(m_file.parent_path());
          m_db.emplace(open_usable(m_file));
        }
        task(*m_db);
        return;
      } catch (const SQLite::Exception& error) {
        m_db.reset();
        if (error.getErrorCode() == SQLITE_CORRUPT || error.getErrorCode() == SQLITE_NOTADB ||
            error.getErrorCode() == SQLITE_ERROR) {
          remove_database(m_file);
        } else {
          return;
        }
      } catch (...) {
        return;
      }
    }
  }

  std::filesystem::path m_file;
  std::int64_t m_max_bytes;
  std::optional<SQLite::Database> m_db;
};

}  // namespace

std::unique_ptr<ResponseCache> open_http_cache(const std::filesystem::path& file, std::int64_t max_bytes) {
  std::error_code ignored;
  return std::make_unique<HttpCache>(std::filesystem::absolute(file, ignored), max_bytes);
}

CacheSize http_cache_size(const std::filesystem::path& file) {
  std::error_code error;
  CacheSize size;
  size.bytes = std::filesystem::file_size(file, error);
  if (error) {
    return {};
  }
  try {
    SQLite::Database db(file.string(), SQLite::OPEN_READONLY, k_busy_milliseconds);
    size.entries = db.execAndGet(k_count).getInt();
  } catch (const SQLite::Exception&) {
    size.entries = 0;  // damaged: it holds nothing that could be used
  }
  return size;
}

void clear_http_cache(const std::filesystem::path& file) {
  remove_database(file);
  std::error_code ignored;
  if (std::filesystem::exists(file, ignored)) {
    throw Failure(ExitCode::failed,
                  fmt::format("{} cannot be deleted; check the permissions of its folder", file.string()));
  }
}

}  // namespace papers::store
