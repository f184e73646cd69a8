// The works that a log names, each once, whatever it calls them.
//
// Works with addresses first: an address is certain. Then names, each looked for among what the reader's logs
// called by it before, what this log has named by address, the library, the facts that are shipped, and what
// services find by title. What remains doubtful becomes an item known by its name alone: two items can be
// merged later, two works that were taken for one cannot be told apart again.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "papers/library.hpp"
#include "papers/source.hpp"

#include "app/import_formats.hpp"
#include "app/log_addresses.hpp"
#include "app/log_content.hpp"
#include "app/log_work.hpp"

namespace papers::app {

/// A name that was taken for a work although it is not quite its title.
struct NameGuess {
  int line = 0;
  std::string name;
  std::size_t work = 0;
  std::string why;  ///< the rule: "but for a letter"
};

struct LogWorks {
  std::vector<LogWork> works;
  std::vector<std::size_t> of_things;  ///< for each thing of the log its place in `works`
  std::vector<NameGuess> guesses;
  AskedFacts facts;
};

/// Which works the things of a log are. Sources are opened only when something is not known without them;
/// that one fails is told in the works and the facts, and no error. Reads the titles of the whole library
/// once, and each name of the log is compared with those that share words with it.
[[nodiscard]] LogWorks identify_works(const std::vector<Mention>& things, const ImportTools& tools);

}  // namespace papers::app
