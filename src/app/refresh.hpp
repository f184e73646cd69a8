// Refreshing: asking the services again for what they said before, and telling what is new.
#pragma once

#include <string>
#include <vector>

#include "papers/library.hpp"
#include "papers/source.hpp"

#include "app/follow.hpp"

namespace papers::app {

/// One item after its services were asked again.
struct Refreshed {
  Item item;  ///< as it is now
  std::vector<std::string>
      news;             ///< in words: "v4, 2024-11-10, since you read it", "venue ICML"; may be empty
  std::string problem;  ///< one line, when nobody could describe it
  bool later = false;   ///< trying again may help
};

struct RefreshReport {
  std::vector<Refreshed> items;
  std::vector<std::string> warnings;
  FollowReport followed;
  bool interrupted = false;

  [[nodiscard]] ExitCode exit_code() const;
};

/// Whether a service can be asked for it.
[[nodiscard]] bool can_be_refreshed(const Item& item);

/// Asks again for what these items are and, with `limits.again`, for what they cite. What the reader
/// entered is never touched. With `dry_run` nothing is kept and no references are asked for.
[[nodiscard]] RefreshReport refresh_items(const std::vector<Item>& items, const FollowLimits& limits,
                                          Library& library, const SourcesOpener& open_sources,
                                          Progress& progress, bool dry_run);

}  // namespace papers::app
