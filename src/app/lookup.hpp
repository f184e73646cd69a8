// Lookup: which reference of a paper it cites for something, without opening any of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "papers/library.hpp"

#include "app/bibliography.hpp"
#include "app/word_query.hpp"

namespace papers::app {

struct LookupHit {
  /// Where the words stand: in the sentence that cites it, in its title, its authors or its abstract.
  enum class Where { title, context, author, abstract };

  CitedWork work;
  std::size_t words = 0;  ///< how many of the words it holds, in all its texts together
  Where where = Where::title;
  std::string text;  ///< the one that holds most of them
};

[[nodiscard]] std::string_view name_of(LookupHit::Where where);

struct LookupReport {
  std::vector<LookupHit> hits;  ///< best first
  bool partial = false;         ///< none holds all the words; these hold half of them or more
  // What was searched.
  int references = 0;
  int with_abstract = 0;
  int with_contexts = 0;
  int by_title_only = 0;
};

/// More words first; then by the words' weight, ln(1 + references / references that hold it), times that of
/// the best place in which each stands (title 3, context and author 2, abstract 1); then by position.
/// O(text of the references).
[[nodiscard]] LookupReport look_up(const Library& library, const Item& paper, const WordQuery& query);

}  // namespace papers::app
