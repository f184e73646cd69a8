// The grammar of arXiv ids (https://info.arxiv.org/help/arxiv_identifier.html).
//
//   since April 2007   YYMM.NNNN to 1412, YYMM.NNNNN from 1501; number from 1
//   before             archive/YYMMNNN from 9108 to 0703; a subject class is dropped
//   both               vN behind it names a version, N from 1
#pragma once

#include <optional>
#include <string_view>

#include "papers/identifier.hpp"
#include "papers/result.hpp"

#include "model/reading.hpp"

namespace papers::model {

/// An id at the front of a text, and what follows it there.
struct ArxivFront {
  Identifier id;
  std::string_view rest;
};

/// Nothing when the text does not begin like an arXiv id; an error when it does but cannot be one.
/// Archives are lower-cased and checked, a missing hyphen is put in ("hepth/9901001").
[[nodiscard]] std::optional<Result<ArxivFront>> scan_arxiv_id(std::string_view text);

/// The whole text as an id, with or without the ending of a file (".pdf", ".tar.gz").
[[nodiscard]] Reading read_arxiv_id(std::string_view text);

/// Whether `text` is an ending that files of papers have, dot included; also when it is empty.
[[nodiscard]] bool is_file_ending(std::string_view text);

}  // namespace papers::model
