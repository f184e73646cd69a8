// Weekly logs: any bytes are read, every line number lies within the log, and what comes out is clean.
#include "weekly/weekly_log.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "util/text.hpp"

namespace {

using namespace papers;

void check(const std::vector<weekly::Entry>& entries, int lines) {
  for (const weekly::Entry& entry : entries) {
    const bool clean =
        util::clean_line(entry.text) == entry.text && util::clean_line(entry.title) == entry.title;
    if (entry.line < 1 || entry.line > lines || !clean) {
      std::abort();
    }
    check(entry.entries, lines);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);  // NOLINT: bytes are text here
  int lines = 1;
  for (const char c : text) {
    lines += c == '\n' || c == '\r' ? 1 : 0;
  }
  const weekly::WeeklyLog log = weekly::parse_log(text);
  for (const weekly::Week& week : log.weeks) {
    for (const weekly::Section& section : week.sections) {
      check(section.entries, lines);
    }
  }
  (void)weekly::line_readings(log);
  return 0;
}
