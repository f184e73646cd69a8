// Lineage: how the reader's own papers lead to an item, and what was asked on the way.
#pragma once

#include <vector>

#include "papers/library.hpp"

#include "app/question.hpp"

namespace papers::app {

struct Lineage {
  std::vector<Item> path;  ///< from a root to the item by fewest steps; the item alone when none leads there
  std::vector<Item> kept_citing;  ///< kept papers that cite it, by number
  int kept = 0;                   ///< kept papers in all
  std::vector<Question>
      questions;  ///< that led to the papers of the path, in its order, and those asked at the item
};

/// Of equally short paths the one through kept papers, then through those that more papers cite. O(papers
/// that cite the papers of the path).
[[nodiscard]] Lineage lineage_of(const Library& library, const Item& item);

}  // namespace papers::app
