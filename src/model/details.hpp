// The details of an item as a set: by name, each once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "papers/item.hpp"

namespace papers::model {

inline constexpr std::size_t k_most_details = 60;         ///< of one item; later ones do not count
inline constexpr std::size_t k_longest_detail = 4'000;    ///< bytes of a text; the rest is cut
inline constexpr std::size_t k_longest_detail_name = 40;  ///< bytes

/// The detail that says as what a work was published: a name of bibliography/work_type.hpp.
inline constexpr std::string_view k_entry_type = "entrytype";

/// Letters a to z, digits and hyphens, the first a letter.
[[nodiscard]] bool is_detail_name(std::string_view name);

/// Adds one unless its name is there. The text is cleaned; without one, or with a name that is none, nothing
/// is added.
void add_detail(std::vector<Detail>& details, std::string_view name, std::string_view text);

/// Adds those whose names are not there.
void fill_in(std::vector<Detail>& details, const std::vector<Detail>& others);

/// {"pages": "1–10", "volume": "12"}
[[nodiscard]] nlohmann::ordered_json details_to_json(const Item& item);
/// Replaces them all. Throws Failure (usage) for what is no object of texts; null is none.
void set_details(Item& item, const nlohmann::ordered_json& value);

}  // namespace papers::model
