// Newcomers: works that reference lists name and the library does not have, and the choice of those
// that come in when a root may bring only so many.
//
// Those that most papers of the level cite come first: whole lists arrive in one request anyway, so the
// limit can keep what matters rather than what happened to be listed first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "papers/library.hpp"

namespace papers::app {

/// Roots, by their place among those that are followed.
using RootSet = std::set<std::size_t>;

class Newcomers {
 public:
  /// What a source says of a work that an entry names.
  void describe(const Item& work);

  /// Collects the entries of a paper's lists that name unknown works.
  void look_at(const Library& library, std::int64_t citing, const RootSet& roots);

  struct Choice {
    std::vector<Item> chosen;  ///< best first, in state `found`
    int left_out = 0;
  };
  /// `reached` says how many papers each root leads to already. A work comes in while one of the roots that
  /// lead to it leads to fewer than `limit`. Order: more papers of this level citing it, then its
  /// place in the lists, then the newer, then the identity.
  [[nodiscard]] Choice choose(std::map<std::size_t, int> reached, int limit) const;

 private:
  struct Newcomer {
    Item item;
    std::set<std::int64_t> citing;
    int position = 0;  ///< the smallest in any list
    RootSet roots;
  };
  Newcomer& newcomer_for(const Reference& entry, const std::string& source);

  std::map<Identifier, Item> m_described;  ///< by each of its ids
  std::map<Identifier, Newcomer> m_newcomers;
};

}  // namespace papers::app
