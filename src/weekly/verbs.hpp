// Words in front of a title that say how far something came or is to come: "读完 ", "finished reading ".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "weekly/weekly_log.hpp"

namespace papers::weekly {

/// What a first word says of how far something came: "读完 ", "Not done: ".
struct VerbFront {
  Outcome outcome = Outcome::unsaid;
  std::optional<Level> level;
  std::size_t size = 0;
};
[[nodiscard]] VerbFront read_verb(std::string_view text);
/// What a first word says of how far something is to be read: "略读 ", "Skim ".
[[nodiscard]] VerbFront read_plan_verb(std::string_view text);

/// What English words in front of a name say is done with it: "read ", "finished reading ", "start ". That it
/// is a name which follows is for the caller to see; whether it is done, for the section.
[[nodiscard]] VerbFront read_doing(std::string_view text);
/// Whether a text begins as names do and sentences do not: with a capital, a quote, or in another script.
[[nodiscard]] bool begins_like_name(std::string_view text);

/// Whether an English verb in front is the first word of the title: "Watch Your Step: Learning ...", all of
/// it in the capitals of titles, and "Read, Attend and Comprehend". In the letters of a sentence ("Watch
/// Attention is all you need") the capital behind the verb is that of a name, and "watch" never begins one.
[[nodiscard]] bool is_title_with_verb(std::string_view text);

/// All such words in front of a title that ends where it says, a link or a quote: it is a name however it
/// begins.
[[nodiscard]] VerbFront verb_before_title(std::string_view text, SectionKind section);
/// The same in front of other words, if these begin like a name.
[[nodiscard]] VerbFront verb_before_words(std::string_view text, SectionKind section);

/// Takes what it says over to the entry.
void apply(const VerbFront& verb, Entry& entry);

}  // namespace papers::weekly
