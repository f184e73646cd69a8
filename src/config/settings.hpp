// Settings: the value of every key, and where it came from.
//
// Three layers, each overlaying the one before: defaults, the file, `--set` on the command line.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/keys.hpp"

namespace papers::config {

class Settings {
 public:
  /// All defaults.
  explicit Settings(std::span<const Term> terms);

  /// Overlays a TOML document. `name` stands for it in origins and errors. Throws Failure naming document and
  /// line on the first entry that is no setting or holds a wrong value; nothing is changed then.
  void overlay_toml(std::string_view text, std::string_view name);

  /// Overlays "key=value". Throws Failure (usage).
  void overlay_assignment(std::string_view assignment);

  // The value of a key of that type. Asking for a key that is not among keys() is a programmer error.
  [[nodiscard]] int whole(std::string_view key) const;
  [[nodiscard]] double number(std::string_view key) const;
  [[nodiscard]] const std::string& text(std::string_view key) const;
  [[nodiscard]] const std::vector<std::string>& list(std::string_view key) const;

  /// The weights of all terms, by the names given to the constructor.
  [[nodiscard]] std::map<std::string, double, std::less<>> weights() const;

  /// The table, and after it the keys of families (key_in_family) that have a value, by name.
  [[nodiscard]] std::span<const Key> keys() const { return m_keys; }
  /// The row of the table, or the member of a family. Throws Failure (usage) with "did you mean" when there
  /// is none.
  [[nodiscard]] Key key(std::string_view name) const;
  [[nodiscard]] const Value& value(std::string_view key) const;
  /// "default", "/home/u/.config/papers/config.toml:3" or "--set".
  [[nodiscard]] const std::string& origin(std::string_view key) const;

 private:
  struct Entry {
    Value value;
    std::string origin;
  };
  void set(const Key& key, Entry entry);
  [[nodiscard]] const Entry& entry(std::string_view key) const;

  std::vector<Key> m_keys;
  std::map<std::string, Entry, std::less<>> m_entries;
};

}  // namespace papers::config
