// Names of people as sources print them.
#pragma once

#include <string>
#include <string_view>

namespace papers::model {

/// The family name: before the comma of "Kou, Siqi", the last word of "Siqi Kou" with the small particles in
/// front of it ("van den Oord") and without a "Jr." or "Collaboration" behind it, the first word of a name in
/// Chinese, Japanese or Korean writing. A part of `name`.
[[nodiscard]] std::string_view surname(std::string_view name);

/// Whether a word of the name is one by which groups call themselves, so that all of it is one name: "World
/// Health Organization", "The PLUMED consortium". Behind an initial it is somebody's family name: "A. Team".
[[nodiscard]] bool is_institution(std::string_view name);

/// What a byline calls an author: the family name, of an institution the whole name without "The" in
/// front of it and "Team" or "Collaboration" behind it. A part of `name`.
[[nodiscard]] std::string_view byline_name(std::string_view name);

/// Only [a-z0-9]: accents dropped, letters that have none to drop spelled out ("Łukasz" -> "lukasz",
/// "Straße" -> "strasse"), everything else left out.
[[nodiscard]] std::string ascii_letters(std::string_view text);

}  // namespace papers::model
