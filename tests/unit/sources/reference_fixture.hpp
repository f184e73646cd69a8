// What tests of reference sources have in common: papers to ask about, and answers as lines of text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "papers/source.hpp"

#include "fixture.hpp"

namespace papers::test {

inline Item paper(const std::vector<std::string_view>& names) {
  Item item;
  item.ids = ids(names);
  return item;
}

inline std::vector<Item> papers_named(const std::vector<std::string_view>& names) {
  std::vector<Item> items;
  for (const std::string_view name : names) {
    items.push_back(paper({name}));
  }
  return items;
}

/// "1 arXiv:2301.00002 A First Cited Paper (B. Baker 2023)", one line for each entry.
inline std::vector<std::string> lines(const ReferenceList& list) {
  std::vector<std::string> result;
  for (const Reference& entry : list.entries) {
    result.push_back(fmt::format("{} {} {} ({} {})", entry.position, entry.id ? format(*entry.id) : "-",
                                 entry.title, entry.author, entry.year.value_or(0)));
  }
  return result;
}

/// "arXiv:2401.00001 listed 4/5", one line for each answer.
inline std::vector<std::string> lines(const std::vector<FetchedReferences>& answers) {
  std::vector<std::string> result;
  for (const FetchedReferences& answer : answers) {
    const std::string stated = answer.list.stated ? std::to_string(*answer.list.stated) : "?";
    result.push_back(fmt::format("{} {} {}/{}", format(answer.list.citing), name_of(answer.list.answer),
                                 answer.list.entries.size(), stated));
  }
  return result;
}

inline std::vector<std::string> names(const std::vector<Identifier>& identifiers) {
  std::vector<std::string> result;
  for (const Identifier& identifier : identifiers) {
    result.push_back(format(identifier));
  }
  return result;
}

}  // namespace papers::test
