// Markdown as a tree of the blocks that logs are made of. Home of cmark.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "weekly/weekly_log.hpp"

namespace papers::weekly {

/// A link within a text, as bytes [begin, end).
struct LinkAt {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string url;  ///< http(s), or "" when it leads nowhere
  bool operator==(const LinkAt&) const = default;
};

/// One line of a text, clean and without marks of Markdown.
struct TextLine {
  int number = 0;
  std::string text;
  std::vector<LinkAt> links;  ///< in their order, not overlapping
};

struct Block {
  enum class Kind { heading, paragraph, list, item };
  Kind kind = Kind::paragraph;
  int line = 0;
  int column = 0;               ///< of a list: where it begins in its line
  int level = 0;                ///< of a heading, 1 to 6
  std::vector<TextLine> lines;  ///< of a heading or paragraph; at least one
  std::vector<Block> blocks;    ///< of a list or item
};

struct Tree {
  std::vector<Block> blocks;
  std::vector<Unread> unread;  ///< pictures, code, HTML, and what is nested too deep
};

/// Reads text that `prepare` made fit. Quotations count as what they quote; a list that is indented so far
/// that Markdown takes it for code is a list all the same.
[[nodiscard]] Tree read_markdown(const std::string& text);

}  // namespace papers::weekly
