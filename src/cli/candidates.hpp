// Candidates: what may stand at one place of a command line, for completion in the shell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/context.hpp"

namespace papers::cli {

struct WordCandidate {
  std::string word;
  std::string description;  ///< shown by zsh and fish
};

/// `placeholder` is what help calls the place: "ITEM", "TAG", "KIND", "FORMAT", ... Places that papers
/// knows nothing about ("TEXT", "FILE") have no candidates. All begin as `typed`.
[[nodiscard]] std::vector<WordCandidate> candidates_for(std::string_view placeholder, std::string_view typed,
                                                        Context& context);

}  // namespace papers::cli
