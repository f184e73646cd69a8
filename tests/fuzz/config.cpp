// A config file: refused with a Failure, or read; and changed so that it says the new value and otherwise
// the same as before.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

#include "config/config_file.hpp"
#include "config/toml_document.hpp"

namespace {

using namespace papers;

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

std::map<std::string, std::string> entries(std::string_view text) {
  std::map<std::string, std::string> result;
  const auto read = config::read_toml(text, "c");
  require(read.ok());
  for (const config::TomlEntry& entry : *read) {
    if (!entry.is_empty_table) {
      result[entry.key] = entry.written;
    }
  }
  return result;
}

void check_change(std::string_view text, std::string_view key, const std::string& value) {
  try {
    const std::string changed = config::set_in_toml(text, "c", key, value);
    auto wanted = entries(text);
    const std::string below = std::string(key) + ".";
    std::erase_if(wanted, [&](const auto& entry) { return entry.first.starts_with(below); });
    wanted[std::string(key)] = value;
    require(entries(changed) == wanted);
    require(config::set_in_toml(changed, "c", key, value) == changed);
  } catch (const Failure&) {
    return;  // left alone
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  config::Settings settings({});
  try {
    settings.overlay_toml(text, "c");
  } catch (const Failure& failure) {
    require(std::string_view(failure.what()).find('\n') == std::string_view::npos);
  }
  check_change(text, "limits.depth", "7");
  check_change(text, "lang", "'zh'");
  return 0;
}
