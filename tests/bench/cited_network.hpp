// A network of papers from outside, with what ranking may know of each: its date and title.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papers/graph.hpp"

#include "bench/paper_date.hpp"

namespace papers::bench {

struct CitedPaper {
  std::string id;  ///< arXiv numbers of seven digits with their leading zeros, which makes ids sort by date
  std::optional<Month> date;
  std::string title;  ///< "" when unknown
};

struct CitedNetwork {
  std::vector<CitedPaper> papers;        ///< by id
  std::vector<std::vector<Node>> cited;  ///< by paper: ascending, without itself
  [[nodiscard]] std::size_t citations() const;
};

/// Reads text of one of these forms; the first line that is neither empty nor a comment (#) tells which:
///   lines "citing cited", parted by blanks, tabs or one comma;
///   JSON Lines as `papers export jsonl` writes them: "paper" (id, title, year, published) and "cites".
/// `papers`, when not empty, has lines "id<TAB>date<TAB>title", the date 2005, 2005-03 or 2005-03-01 or "".
/// Throws Failure naming the line that makes no sense.
[[nodiscard]] CitedNetwork read_network(std::string_view text, std::string_view papers = "");

/// The bytes of a file, unpacked by xz or gzip when its name ends like that. Throws Failure.
[[nodiscard]] std::string unpacked(const std::filesystem::path& file);

}  // namespace papers::bench
