// What Graphviz made of a DOT text, taken apart far enough to check it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace papers::test {

struct DrawnNode {
  std::string link;  ///< "" when there is none
  std::string tooltip;
  std::vector<std::string> lines;  ///< of the label
};

struct Drawing {
  std::map<std::string, DrawnNode> nodes;  ///< by name
  int edges = 0;
  std::string svg;
};

/// Runs `dot -Tsvg`; fails the test when it complains. Nothing, after saying so, when Graphviz is missing.
std::optional<Drawing> draw(const std::string& dot);

/// Runs `dot -Tplain`, as above.
std::optional<std::string> lay_out(const std::string& dot);

}  // namespace papers::test
