// Which identifiers an entry of a bibliography has, wherever it keeps them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "papers/identifier.hpp"

#include "bibliography/entry.hpp"

namespace papers::bibliography {

/// At most one of each scheme, the first that the entry gives: arXiv, DOI, others; an address of the web only
/// where there is nothing better. The key of the entry is not among them. Versions of arXiv ids stay.
[[nodiscard]] std::vector<Identifier> identifiers_of(const Entry& entry);

/// The work that a whole text names, with nothing else in it than what is usual around it: "arXiv preprint
/// arXiv:2410.01699", "CoRR abs/1706.03762", "available at https://arxiv.org/abs/1401.2910 [quant-ph]".
/// Nothing for "Extended version of arXiv:1401.2910": that is another work.
[[nodiscard]] std::optional<Identifier> work_named_by(std::string_view text);

/// Whether a journal is only said to be arXiv, with or without an id.
[[nodiscard]] bool is_arxiv_alone(std::string_view venue);

}  // namespace papers::bibliography
