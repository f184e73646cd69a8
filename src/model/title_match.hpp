// Whether two descriptions that share no identifier are of one work, judged by title, year and first
// author: for entries of bibliographies, and for what a search by title finds.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace papers::model {

/// What is known of a work. Views of texts that the caller keeps.
struct WorkFacts {
  std::string_view title;
  std::optional<int> year;
  std::string_view author;  ///< the first, as printed; "" when unknown
};

enum class TitleMatch {
  same,       ///< may be taken for one work without asking
  possible,   ///< may be one work: see the doubt
  different,  ///< must not be taken for one work
};

struct TitleJudgement {
  TitleMatch match = TitleMatch::different;
  std::string doubt;  ///< why not more than that, in one line: "the years are 2017 and 2021"; "" when `same`
};

/// The title for comparing: without case, accents, spaces and punctuation; "&" is "and", Greek letters are
/// spelled out as in "beta-VAE". "" when it has neither letters nor digits.
[[nodiscard]] std::string title_key(std::string_view title);

/// Titles with the same key are of one work when years are within one of each other and first authors have
/// the same family name, as far as both sides know them. A short title (its key takes less than 12 columns)
/// needs both to be known and a middling one either; from 24 columns on the title may stand alone. One
/// contradiction makes the match doubtful, two make it none.
/// Titles with other keys may be one work when one is the other with a subtitle or but for a few letters,
/// and never when their digits differ: "Part 1" is not "Part 2".
/// Symmetric but for the order of values in the doubt. O(length of the titles).
[[nodiscard]] TitleJudgement match_titles(const WorkFacts& a, const WorkFacts& b);

}  // namespace papers::model
