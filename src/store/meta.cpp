#include "store/meta.hpp"

#include <charconv>
#include <string_view>

#include <fmt/format.h>

#include "store/checksum.hpp"
#include "util/unique_id.hpp"

namespace papers::store {
namespace {

constexpr const char* k_get = "SELECT value FROM meta WHERE name = ?";
constexpr const char* k_put =
    "INSERT INTO meta (name, value, checksum) VALUES (?, ?, ?) "
    "ON CONFLICT (name) DO UPDATE SET value = excluded.value, checksum = excluded.checksum";
constexpr const char* k_all = "SELECT name, value, checksum FROM meta ORDER BY name";

std::string get(const Database& db, const char* name) {
  Query query = db.query(k_get, name);
  return query.next() ? query.text(0) : std::string();
}

void put(const Database& db, std::string_view name, const std::string& value) {
  db.run(k_put, name, value, checksum_of({name, value}));
}

std::int64_t get_count(const Database& db, const char* name) {
  const std::string text = get(db, name);
  std::int64_t count = 0;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return count;
}

}  // namespace

void initialise_meta(const Database& db, Time now) {
  put(db, "device", util::unique_id(now));
  store_counters(db, {});
}

std::string device_of(const Database& db) {
  return get(db, "device");
}

Counters load_counters(const Database& db) {
  return {get_count(db, "last_row"), get_count(db, "last_number")};
}

void store_counters(const Database& db, const Counters& counters) {
  put(db, "last_row", std::to_string(counters.last_row));
  put(db, "last_number", std::to_string(counters.last_number));
}

std::vector<std::string> damaged_meta(const Database& db) {
  std::vector<std::string> damage;
  int entries = 0;
  for (Query all = db.query(k_all); all.next(); ++entries) {
    if (checksum_of({all.text(0), all.text(1)}) != all.row(2)) {
      damage.push_back(fmt::format("meta '{}': the checksum does not match its value", all.text(0)));
    }
  }
  if (entries != 3) {
    damage.push_back(fmt::format("meta: 3 entries were expected, {} are there", entries));
  }
  return damage;
}

}  // namespace papers::store
