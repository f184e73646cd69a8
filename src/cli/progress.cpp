#include "cli/progress.hpp"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "cli/pdf_words.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

constexpr int k_bar_columns = 24;

std::string bar(std::uint64_t done, std::uint64_t total) {
  const int filled =
      total > 0 ? static_cast<int>(std::min(done, total) * k_bar_columns / total) : k_bar_columns;
  std::string text;
  for (int i = 0; i < k_bar_columns; ++i) {
    text += i < filled ? "█" : "░";
  }
  return text;
}

}  // namespace

void ProgressLines::step(std::string_view service, int done, int total) {
  const bool moving = m_context.env().terminal.err;
  say(moving
          ? fmt::format("{:<10} {} {}/{}", service,
                        bar(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(total)), done, total)
          : fmt::format("{}: {} of {}", service, done, total));
}

void ProgressLines::waiting(std::string_view service, std::chrono::seconds how_long, std::string_view why) {
  say(fmt::format("{}: waiting {} s ({})", service, how_long.count(), why));
}

void ProgressLines::received(std::string_view file, std::uint64_t done, std::optional<std::uint64_t> total) {
  if (!m_context.env().terminal.err) {
    return;  // lines that do not move would only be many
  }
  say(total ? fmt::format("{} {} {} of {}", file, bar(done, *total), size_words(done), size_words(*total))
            : fmt::format("{} {}", file, size_words(done)));
}

void ProgressLines::say(const std::string& line) {
  if (m_context.options().quiet) {
    return;
  }
  std::ostream& err = m_context.env().err;
  const std::string text = util::printable(line);
  if (m_context.env().terminal.err) {
    err << "\r\x1b[K" << util::elide(text, m_context.env().terminal.columns - 1) << std::flush;
    m_line_open = true;
  } else {
    err << text << '\n';
  }
}

void ProgressLines::finish() {
  if (m_line_open) {
    m_context.env().err << '\n';
    m_line_open = false;
  }
}

}  // namespace papers::cli
