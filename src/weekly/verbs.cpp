#include "weekly/verbs.hpp"

#include <algorithm>
#include <array>

#include "util/ascii.hpp"
#include "util/strings.hpp"
#include "weekly/entry_kind.hpp"
#include "weekly/log_words.hpp"
#include "weekly/report_words.hpp"
#include "weekly/title_shape.hpp"

namespace papers::weekly {
namespace {

/// The bytes that a word of reports takes at the front of a text. Chinese needs no blank behind it.
std::size_t verb_size(std::string_view text, std::string_view word) {
  if (text.starts_with(word)) {
    return word.size();
  }
  const std::string_view bare = util::trim(word);
  const bool is_latin = util::is_ascii(word.front());
  return !is_latin && text.starts_with(bare) ? bare.size() : 0;
}

/// A first word that says what is done with the thing that follows.
struct DoingRow {
  std::string_view word;
  Outcome outcome = Outcome::unsaid;
  std::optional<Level> level = {};
  bool begins_titles = false;  ///< it is seldom said of papers, and many of their titles begin with it
};

constexpr std::array k_doings{DoingRow{"continue", Outcome::partly},
                              DoingRow{"continued", Outcome::partly},
                              DoingRow{"finish", Outcome::done},
                              DoingRow{"finished", Outcome::done},
                              DoingRow{"implement", Outcome::unsaid, Level::reproduce},
                              DoingRow{"implemented", Outcome::unsaid, Level::reproduce},
                              DoingRow{"read"},
                              DoingRow{"reading"},
                              DoingRow{"reread"},
                              DoingRow{"skim", Outcome::unsaid, Level::skim},
                              DoingRow{"skimmed", Outcome::unsaid, Level::skim},
                              DoingRow{"skimming", Outcome::unsaid, Level::skim},
                              DoingRow{"start", Outcome::partly},
                              DoingRow{"started", Outcome::partly},
                              DoingRow{"study", Outcome::unsaid, Level::deep},
                              DoingRow{"studied", Outcome::unsaid, Level::deep},
                              DoingRow{"studying", Outcome::unsaid, Level::deep},
                              DoingRow{"watch", Outcome::unsaid, {}, true},
                              DoingRow{"watched"},
                              DoingRow{"watching"}};

constexpr std::size_t k_longest_doing = 16;  // bytes, one more than any of them has at least

/// The row of a word, whatever its case; the last one's end when there is none.
const DoingRow* doing_named(std::string_view word) {
  const std::string lower = util::lower(word.substr(0, k_longest_doing));
  return std::find_if(k_doings.begin(), k_doings.end(),
                      [&](const DoingRow& candidate) { return candidate.word == lower; });
}

/// One such word with the blanks behind it. Titles begin with "Reading" and the like, so that one is none.
VerbFront take_doing(std::string_view text, bool behind_another) {
  const std::string_view word = text.substr(0, text.find(' '));
  const bool may_be_title = word.ends_with("ing") && util::is_upper(word.front());
  const auto* const row = doing_named(word);
  if (row == k_doings.end() || word.size() == text.size() || may_be_title ||
      (behind_another && util::is_upper(word.front()))) {
    return {};
  }
  return {row->outcome, row->level, std::min(text.find_first_not_of(' ', word.size()), text.size())};
}

/// "... and check it": more to do than one thing to be read.
bool goes_on_working(std::string_view text) {
  constexpr std::string_view k_and = " and ";
  const std::size_t at = text.find(k_and);
  return at != std::string_view::npos && begins_with_word(text.substr(at + k_and.size()), WordList::to_do);
}

/// A plan does not say that something was done.
VerbFront doing_in(std::string_view text, SectionKind section) {
  VerbFront doing = read_doing(text);
  doing.outcome = section == SectionKind::progress ? doing.outcome : Outcome::unsaid;
  return doing;
}

/// The same, if what follows begins like a name.
VerbFront doing_before_name(std::string_view text, SectionKind section) {
  const VerbFront doing = is_title_with_verb(text) ? VerbFront{} : doing_in(text, section);
  const std::string_view name = text.substr(doing.size);
  return begins_like_name(name) && !goes_on_working(name) ? doing : VerbFront{};
}

/// In a plan, such a word says how far something is to be read, not that it was.
VerbFront verb_of_report(std::string_view text, SectionKind section) {
  if (section == SectionKind::plan) {
    return read_plan_verb(text);
  }
  return section == SectionKind::progress ? read_verb(text) : VerbFront{};
}

}  // namespace

VerbFront read_verb(std::string_view text) {
  for (const ReportWords& words : k_report_words) {
    if (const auto size = verb_size(text, words.not_done); size > 0) {
      return {Outcome::open, std::nullopt, size};
    }
    for (const Level level : k_levels) {
      if (const auto size = verb_size(text, done_word(words, level)); size > 0) {
        return {Outcome::done, level, size};
      }
    }
    if (const auto size = verb_size(text, words.finished); size > 0) {
      return {Outcome::done, std::nullopt, size};
    }
  }
  return {};
}

VerbFront read_plan_verb(std::string_view text) {
  for (const ReportWords& words : k_report_words) {
    for (const Level level : k_levels) {
      if (const auto size = verb_size(text, plan_word(words, level)); size > 0) {
        return {Outcome::unsaid, level, size};
      }
    }
  }
  return {};
}

VerbFront read_doing(std::string_view text) {
  VerbFront front;
  for (auto next = take_doing(text, false); next.size > 0; next = take_doing(text.substr(front.size), true)) {
    front.size += next.size;
    front.level = next.level ? next.level : front.level;
    front.outcome = front.outcome == Outcome::unsaid ? next.outcome : front.outcome;
  }
  return front;
}

bool begins_like_name(std::string_view text) {
  return !text.empty() &&
         (util::is_upper(text.front()) || text.front() == '"' || !util::is_ascii(text.front()));
}

bool is_title_with_verb(std::string_view text) {
  constexpr std::size_t k_fewest_long_words = 2;
  const std::string_view word = text.substr(0, text.find_first_of(" ,"));
  const auto* const row = doing_named(word);
  if (row == k_doings.end() || !util::is_upper(word.front()) || word.size() == text.size()) {
    return false;
  }
  const std::string_view rest = text.substr(word.size() + 1);
  if (text[word.size()] == ',') {
    return begins_like_name(util::trim(rest));
  }
  const TitleShape shape = shape_of(rest);
  return row->begins_titles && begins_like_name(rest) && shape.long_words >= k_fewest_long_words &&
         in_title_case(shape) && guess_by_words(rest).kind != EntryKind::course;
}

VerbFront verb_before_title(std::string_view text, SectionKind section) {
  const VerbFront verb = verb_of_report(text, section);
  return verb.size > 0 ? verb : doing_in(text, section);
}

VerbFront verb_before_words(std::string_view text, SectionKind section) {
  VerbFront verb = section == SectionKind::progress ? read_verb(text) : VerbFront{};
  verb.size = std::min(text.find_first_not_of(' ', verb.size), text.size());
  const VerbFront doing = doing_before_name(text.substr(verb.size), section);
  return {verb.outcome == Outcome::unsaid ? doing.outcome : verb.outcome,
          doing.level ? doing.level : verb.level, verb.size + doing.size};
}

void apply(const VerbFront& verb, Entry& entry) {
  entry.level = verb.level ? verb.level : entry.level;
  entry.outcome = entry.outcome == Outcome::unsaid ? verb.outcome : entry.outcome;
}

}  // namespace papers::weekly
