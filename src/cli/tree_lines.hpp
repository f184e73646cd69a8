// A citation tree as lines of text.
#pragma once

#include <cstddef>
#include <string>

#include "app/citation_tree.hpp"

namespace papers::cli {

/// One line for each paper: branches, mark, title, byline, state and what else is to be said; then one that
/// says what is folded. Titles give way so that nothing is wider than `columns`, down to 16 columns.
[[nodiscard]] std::string tree_lines(const app::TreePaper& tree, std::size_t columns);

}  // namespace papers::cli
