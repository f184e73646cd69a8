// `papers refs ITEM --fetch` and `--resolve`: what asks the services about one paper's references.
#pragma once

#include <optional>

#include "papers/error.hpp"
#include "papers/item.hpp"

#include "cli/context.hpp"

namespace papers::cli {

struct FetchWishes {
  bool fetch = false;        ///< ask for the references again and follow them
  bool resolve = false;      ///< look up those known by title only
  std::optional<int> depth;  ///< instead of limits.depth
  bool eager = false;

  /// --depth and --eager say how to fetch, so they say to fetch too.
  [[nodiscard]] bool follows() const { return fetch || depth || eager; }
};

/// Does it and says on standard error how it ended.
[[nodiscard]] ExitCode fetch_references(Context& context, const Item& paper, const FetchWishes& wishes);

}  // namespace papers::cli
