// Environment: the world as a command sees it. main() fills it in from the real one, tests
// from fakes; nothing below main() looks at the process environment or the standard streams.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "papers/clock.hpp"
#include "papers/result.hpp"
#include "papers/source.hpp"

namespace papers::cli {

struct Terminal {
  bool in = false;  ///< standard input is one
  bool out = false;
  bool err = false;
  std::size_t columns = 80;
  std::size_t rows = 24;
};

struct Environment {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  Clock& clock;
  /// Unset or empty: nothing; but of PAPERS_PAGER and PAGER, empty: "".
  std::function<std::optional<std::string>(std::string_view name)> variable;
  Terminal terminal;
  const std::atomic<bool>& interrupted;  ///< set by Ctrl-C
  std::filesystem::path program;         ///< the running binary
  /// Opens what talks to the network; called only by commands that need it.
  std::function<std::unique_ptr<Sources>(const std::filesystem::path& parts, const SourceSettings&)>
      open_sources;
  /// Runs a pager over a text and gives its exit code; empty where there can be none.
  std::function<Result<int>(std::span<const std::string> command, const std::string& text)> page = {};
  /// Runs a program that takes over the terminal, if it likes, and gives its exit code; empty where there can
  /// be none.
  std::function<Result<int>(std::span<const std::string> command)> hand_over = {};
};

}  // namespace papers::cli
