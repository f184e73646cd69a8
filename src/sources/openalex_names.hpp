// What OpenAlex calls papers, and how it is asked for several at once.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "papers/item.hpp"

namespace papers::sources {

/// The name to ask by: its own id, else a DOI, else the DOI that arXiv registers. Nothing when none of the
/// ids is one that it knows.
struct OpenAlexName {
  bool is_own = false;  ///< "W4385245566" rather than a DOI
  std::string value;    ///< "10.48550/arxiv.2403.00835"

  /// "works/W4385245566", "works/doi:10.48550%2Farxiv.2403.00835".
  [[nodiscard]] std::string path() const;
  /// Whether it can be one of several in a filter: commas and bars part values there.
  [[nodiscard]] bool fits_filter() const;
};
[[nodiscard]] std::optional<OpenAlexName> openalex_name(std::span<const Identifier> ids);

/// "filter=doi:10.1%2Fx%7C10.1%2Fy". All of one kind.
[[nodiscard]] std::string openalex_filter(std::span<const OpenAlexName> names);

inline constexpr std::size_t k_openalex_list = 100;  ///< values of a filter, and works of a page

}  // namespace papers::sources
