// The keys by which other programs' bibliographies call a work: names of an item, but no identity.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "papers/identifier.hpp"

#include "model/reading.hpp"

namespace papers::model {

/// "Kou2024" -> "key:Kou2024", of Scheme::other. Two bibliographies may call different works by one key, so
/// whoever takes one over must see whether the works agree. Nothing for a key that is empty, longer than 200
/// bytes, or holds white space, control or invisible characters, or signs that no bibliography program
/// accepts: , { } " # % ~ and backslashes.
[[nodiscard]] std::optional<Identifier> key_alias(std::string_view key);

/// The grammar behind the prefix "key:".
[[nodiscard]] Reading read_key_alias(std::string_view key);

[[nodiscard]] bool is_key_alias(const Identifier& id);

/// "Kou2024" of "key:Kou2024"; `id` must be an alias.
[[nodiscard]] std::string_view aliased_key(const Identifier& id);

}  // namespace papers::model
