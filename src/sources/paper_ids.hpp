// The several names of one paper, as sources give and take them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "papers/identifier.hpp"

namespace papers::sources {

/// The first id of that kind, nullptr when there is none.
[[nodiscard]] const Identifier* id_of(std::span<const Identifier> ids, Scheme scheme);

/// Adds the id that a text names when it is one of arXiv, DOI, Semantic Scholar or OpenAlex; without its
/// version, and not twice. A second, different arXiv id is left out: one work has one.
void add_id(std::vector<Identifier>& ids, const std::string& text);

/// The order in which names of a work are worth having: arXiv, DOI, then those of the services.
void sort_ids(std::vector<Identifier>& ids);

/// The ids of `found` that are not among `known`.
[[nodiscard]] std::vector<Identifier> new_ids(std::span<const Identifier> known,
                                              std::span<const Identifier> found);

/// The id by which an answer is of another paper than the one asked for: none of its ids is known, and for
/// arXiv or DOI both have one. Services' own ids prove nothing, since they merge papers.
[[nodiscard]] std::optional<Identifier> contradiction(std::span<const Identifier> known,
                                                      std::span<const Identifier> answered);

}  // namespace papers::sources
