// CitedWorks: puts together what a source says that one paper cites.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "papers/source.hpp"

namespace papers::sources {

inline constexpr std::size_t k_max_references = 10'000;  ///< of one paper; more are left out

class CitedWorks {
 public:
  /// The next entry names a work; one without ids is an entry by its title. An entry that has neither is
  /// left out. Works that share an id are one: it has the ids of all, and the facts of the first.
  void add(Item work, std::vector<std::string> contexts = {});

  [[nodiscard]] std::size_t size() const { return m_entries.size(); }

  /// The entries as the list of a paper, answer `listed`; without entries it is `empty`.
  [[nodiscard]] FetchedReferences take(const Identifier& citing, std::string source, std::string fetched);

 private:
  std::size_t place_of(Item work);

  std::vector<Reference> m_entries;
  std::vector<Item> m_works;
  std::map<Identifier, std::size_t> m_place_by_id;
};

/// An answer without a list: unknown or withheld.
[[nodiscard]] FetchedReferences no_list(const Identifier& citing, std::string source, std::string fetched,
                                        ReferenceAnswer answer);

}  // namespace papers::sources
