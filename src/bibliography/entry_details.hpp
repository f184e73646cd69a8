// What an entry says of how its work was printed, beyond what items have a place for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bibliography/bibtex_file.hpp"
#include "bibliography/entry.hpp"

namespace papers::bibliography {

/// Adds a detail under the name that it has in detail_field.hpp, or, where it is not in there, under its own.
/// An entry whose type and venue are set is not told its venue again, nor what its type says, nor how its
/// work is called on arXiv.
void add_detail(Entry& entry, std::string_view name, std::string_view text);

/// Whether a text says nothing but what a work is called on arXiv, or by its DOI.
[[nodiscard]] bool names_a_work(std::string_view text);

/// Names as a detail has them: "Ada Lovelace; Grace Hopper".
[[nodiscard]] std::string joined_names(std::vector<std::string> names);

/// All fields but those that items have a place for, and those that only mean something to one program on one
/// machine (files, housekeeping).
void add_bibtex_details(Entry& entry, const BibtexEntry& fields);

}  // namespace papers::bibliography
