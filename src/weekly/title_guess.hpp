// Which work a log means by a name: titles in logs are cut, glued together, misspelt and half remembered.
//
// A wrong guess merges two works and is hard to see later, a missed one leaves an item that the reader can
// link himself. So `same` takes one of these rules, and that it holds for one known work alone:
//
// - equal: the titles agree but for case, accents, spaces and punctuation (model::match_titles decides about
//   short ones, years and authors), or the log called the work by that very name before.
// - short: the name is what stands before the colon, but for a plural s, "CLLM" for "CLLMs: Consistency ...".
//   It was coined for the work, or is a single word for a work that the reader keeps. Also the other way
//   round, when the log called the work by the short name before.
// - reworded: the same word before the colon, and 4 in 5 of at least 6 words that matter are in both.
// - misspelt: as many words, each the same or, from 5 letters on, one letter off. One word may be, and one
//   more for each six; 24 letters in all at least.
// - cut: the name is what stands behind "with", "via", "by", "through" or "using" in the title of a work that
//   the reader keeps, or the other way round. At least 4 words, 28 letters and a third of the title.
//
// Digits must be the same but in short and cut names, and a year or an author in the log that speaks against
// the work makes every rule doubtful. Weaker likeness is `possible`, with the doubt in words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "weekly/title_words.hpp"

namespace papers::weekly {

/// A name as it stands in a log.
struct LogName {
  std::string title;
  std::string alias;        ///< "DALL-E" of "[DALL-E] Zero-Shot ..."
  std::string author;       ///< "Real" of "... (Real and Aggarwal et. al., Feb 2018)"
  std::optional<int> year;  ///< 2018
};

/// Takes aliases in front and author and year in brackets behind off a title.
[[nodiscard]] LogName read_name(std::string_view text);

struct KnownWork {
  std::string title;
  std::string author;  ///< the first; "" when unknown
  std::optional<int> year;
  std::vector<std::string> aliases;  ///< other names that the reader uses for it
  bool kept = false;                 ///< it is among what the reader keeps, not merely cited by that
};

/// Why a name is that of a work, where that is no guess.
inline constexpr std::string_view k_same_title = "the same title";

struct TitleGuess {
  enum class Match { none, possible, same };
  Match match = Match::none;
  std::vector<std::size_t> works;  ///< one for same, at most five for possible
  std::string why;                 ///< the rule, or the doubt: "only part of the title"
};

class Ballot;

/// The works that are known, for asking by name. Building takes time in proportion to their titles; a guess
/// looks at the works that share a rare word with the name.
class KnownTitles {
 public:
  KnownTitles() = default;
  explicit KnownTitles(const std::vector<KnownWork>& works);

  /// Its place is the number of works before it.
  void add(const KnownWork& work);
  /// One more name for a work.
  void add_alias(std::size_t work, std::string_view alias);

  [[nodiscard]] TitleGuess guess(const LogName& name) const;

 private:
  /// A title or an alias of a work.
  struct Name {
    std::size_t work = 0;
    TitleWords words;
    bool is_alias = false;
  };
  using Postings = std::unordered_map<std::string, std::vector<std::size_t>>;  ///< places in m_names

  void add_name(Name name);
  void vote_equal(const LogName& asked, const TitleWords& words, Ballot& ballot) const;
  void vote_short(const LogName& asked, const TitleWords& words, Ballot& ballot) const;
  void vote_near(const LogName& asked, const TitleWords& words, Ballot& ballot) const;
  [[nodiscard]] std::vector<std::size_t> neighbours(const TitleWords& words) const;

  std::vector<KnownWork> m_works;
  std::vector<Name> m_names;
  Postings m_by_key;
  Postings m_by_head;
  Postings m_by_stem;
};

}  // namespace papers::weekly
