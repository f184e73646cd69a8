#include "app/import_formats.hpp"

#include <array>

#include "app/import_lines.hpp"
#include "app/import_log.hpp"

namespace papers::app {

std::span<const ImportFormat> import_formats() {
  static constexpr std::array k_table{
      ImportFormat{"jsonl", "the library's own JSON Lines", looks_like_lines, import_lines},
      ImportFormat{"log", "a weekly log in Markdown", looks_like_log, import_log},
  };
  return k_table;
}

}  // namespace papers::app
