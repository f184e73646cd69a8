// DiveTarget: the item that a dive leads to, found in the library or fetched.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papers/clock.hpp"
#include "papers/library.hpp"
#include "papers/source.hpp"

#include "app/follow.hpp"

namespace papers::app {

/// What must be known of an item that the library does not have.
enum class Description {
  required,
  if_it_can_be_had,  ///< its name alone will do when nobody can be asked now: it is to be parked only
};

class DiveTarget {
 public:
  /// As the library has it, under any of its names.
  [[nodiscard]] std::optional<Item> stored(const Library& library) const;
  /// As it was fetched, for an item that the library does not have.
  [[nodiscard]] Item described(Time now) const;
  /// Stored, with all that was fetched of it; a new item is `found` and no root.
  [[nodiscard]] Item saved(Change& change, Time now) const;
  /// Whether it was fetched because the library did not have it.
  [[nodiscard]] bool is_new() const { return m_work.has_value(); }

  std::vector<std::string> warnings;  ///< of the sources

 private:
  friend DiveTarget find_target(const Library& library, const Item& top, std::string_view text,
                                Description wanted, const SourcesOpener& open_sources, Progress& progress);
  std::vector<Identifier> m_names;
  std::optional<FetchedWork> m_work;
};

/// By number, key or id; by words, first among the references of `top`; else as a REF, which is fetched. What
/// the library knows by its name alone is fetched too, if that can be.
/// Throws Failure: no_match when nothing fits or several do, else as fetching failed.
[[nodiscard]] DiveTarget find_target(const Library& library, const Item& top, std::string_view text,
                                     Description wanted, const SourcesOpener& open_sources,
                                     Progress& progress);

}  // namespace papers::app
