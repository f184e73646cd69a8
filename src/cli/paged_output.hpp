// PagedOutput: what a command prints, shown through a pager when it is longer than the screen.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/environment.hpp"

namespace papers::cli {

/// While it lives, standard output (and standard error, where that is a terminal, too) is kept back. When it
/// goes, all of it is printed in its order; or, when the screen cannot hold standard output, that is shown by
/// the pager, and the rest afterwards. A pager that cannot be started or fails loses nothing: the text is
/// printed then, with a word on why unless it is the usual pager, which nobody chose, that is not there.
class PagedOutput {
 public:
  /// Does nothing at all unless `wanted`, standard output is a terminal that is not dumb, and the reader
  /// wants a pager.
  PagedOutput(Environment& environment, bool wanted);
  PagedOutput(const PagedOutput&) = delete;
  PagedOutput& operator=(const PagedOutput&) = delete;
  ~PagedOutput();

 private:
  class Recording;
  std::unique_ptr<Recording> m_recording;
};

/// The words of the pager's command: PAPERS_PAGER, else PAGER, else less -FRX. Empty for none: where the
/// variable is empty, says "cat", or cannot be understood.
[[nodiscard]] std::vector<std::string> pager_command(const Environment& environment);

}  // namespace papers::cli
