// A line of a log taken apart: the addresses in it, the parts between its commas, the names beside addresses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "weekly/markdown_tree.hpp"
#include "weekly/weekly_log.hpp"

namespace papers::weekly {

inline constexpr std::string_view k_wide_colon = "：";

/// A text with the links in it.
struct Draft {
  std::string text;
  std::vector<LinkAt> links;
};

/// Drops bytes, and the blanks behind them, from the front of a draft; or bytes from within it.
void drop_front(Draft& draft, std::size_t size);
void drop(Draft& draft, std::size_t at, std::size_t size);

/// An address in a draft, bytes [begin, end).
struct Ref {
  std::size_t begin = 0;
  std::size_t end = 0;
  Link link;             ///< its text is that of a link, "" for a bare address
  bool is_link = false;  ///< a link of Markdown
  bool is_id = false;    ///< a bare arXiv id
};

/// Links that lead somewhere and bare addresses, in their order.
[[nodiscard]] std::vector<Ref> refs_of(const Draft& draft);

/// A part of a draft between commas, bytes [begin, end), with the addresses in it.
struct Clause {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<Ref> refs;
};

/// The clauses of the first `end` bytes, none of them empty. Only wide commas, semicolons and full stops part
/// clauses, since titles in English hold the narrow ones; within brackets and addresses nothing does.
[[nodiscard]] std::vector<Clause> split_clauses(const Draft& draft, const std::vector<Ref>& refs,
                                                std::size_t end);

[[nodiscard]] std::string_view text_of(const Draft& draft, const Clause& clause);

/// A thing that a clause names, with its addresses.
struct Naming {
  std::string title;
  std::vector<Link> links;
};

/// One for each thing that the clause names by an address; none when it holds no address. A bare address
/// without a name of its own belongs to the one before it, if that has one, and else is its own name; a link
/// that says "slides" goes with the one before it too.
[[nodiscard]] std::vector<Naming> namings_of(const Draft& draft, const Clause& clause);

/// "title" for "[title]", "《title》" and "title:".
[[nodiscard]] std::string unwrapped(std::string_view text);

}  // namespace papers::weekly
