// Progress on standard error: one line that moves on a terminal, plain lines elsewhere, nothing with -q.
#pragma once

#include <string>

#include "papers/source.hpp"

#include "cli/context.hpp"

namespace papers::cli {

class ProgressLines final : public Progress {
 public:
  explicit ProgressLines(Context& context) : m_context(context) {}
  ~ProgressLines() override { finish(); }
  ProgressLines(const ProgressLines&) = delete;
  ProgressLines& operator=(const ProgressLines&) = delete;

  void step(std::string_view service, int done, int total) override;
  void waiting(std::string_view service, std::chrono::seconds how_long, std::string_view why) override;
  void received(std::string_view file, std::uint64_t done, std::optional<std::uint64_t> total) override;
  /// Leaves the terminal on a fresh line.
  void finish();

 private:
  void say(const std::string& line);

  Context& m_context;
  bool m_line_open = false;
};

}  // namespace papers::cli
