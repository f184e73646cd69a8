#include "cli/progress.hpp"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "util/text.hpp"

namespace papers::cli {
namespace {

constexpr int k_bar_columns = 24;

std::string bar(int done, int total) {
  const int filled = total > 0 ? std::clamp(done * k_bar_columns / total, 0, k_bar_columns) : k_bar_columns;
  std::string text;
  for (int i = 0; i < k_bar_columns; ++i) {
    text += i < filled ? "█" : "░";
  }
  return text;
}

}  // namespace

void ProgressLines::step(std::string_view service, int done, int total) {
  const bool moving = m_context.env().terminal.err;
  say(moving ? fmt::format("{:<10} {} {}/{}", service, bar(done, total), done, total)
             : fmt::format("{}: {} of {}", service, done, total));
}

void ProgressLines::waiting(std::string_view service, std::chrono::seconds how_long, std::string_view why) {
  say(fmt::format("{}: waiting {} s ({})", service, how_long.count(), why));
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
