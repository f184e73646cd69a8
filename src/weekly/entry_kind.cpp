#include "weekly/entry_kind.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "papers/identifier.hpp"

#include "model/web_routes.hpp"
#include "model/web_url.hpp"
#include "util/ascii.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"
#include "weekly/log_words.hpp"
#include "weekly/title_shape.hpp"
#include "weekly/verbs.hpp"

namespace papers::weekly {
namespace {

using util::is_digit;
using util::is_letter;

struct SiteRow {
  std::string_view site;
  EntryKind kind;
};

/// Sites whose pages are of one kind, beyond those whose addresses name a work.
constexpr std::array k_sites{SiteRow{"aclanthology.org", EntryKind::paper},
                             SiteRow{"bilibili.com", EntryKind::video},
                             SiteRow{"coursera.org", EntryKind::course},
                             SiteRow{"ieeexplore.ieee.org", EntryKind::paper},
                             SiteRow{"jmlr.org", EntryKind::paper},
                             SiteRow{"nature.com", EntryKind::paper},
                             SiteRow{"ocw.mit.edu", EntryKind::course},
                             SiteRow{"openaccess.thecvf.com", EntryKind::paper},
                             SiteRow{"openreview.net", EntryKind::paper},
                             SiteRow{"papers.nips.cc", EntryKind::paper},
                             SiteRow{"proceedings.mlr.press", EntryKind::paper},
                             SiteRow{"proceedings.neurips.cc", EntryKind::paper},
                             SiteRow{"science.sciencemag.org", EntryKind::paper},
                             SiteRow{"sciencedirect.com", EntryKind::paper},
                             SiteRow{"youtu.be", EntryKind::video},
                             SiteRow{"youtube.com", EntryKind::video}};

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), util::is_ascii);
}

KindGuess guess_page(const Identifier& id) {
  if (is_code_host(id)) {
    return {EntryKind::code, "a repository", ""};
  }
  const auto url = model::parse_web_url(id.value);
  if (!url) {
    return {EntryKind::post, "a web page", ""};
  }
  const std::string site = model::site_of(url->host);
  const auto* const row = std::find_if(k_sites.begin(), k_sites.end(),
                                       [&](const SiteRow& candidate) { return candidate.site == site; });
  if (row != k_sites.end()) {
    return {row->kind, fmt::format("a page of {}", site), ""};
  }
  return util::lower(url->path).ends_with(".pdf") ? KindGuess{EntryKind::paper, "a PDF", ""}
                                                  : KindGuess{EntryKind::post, "a web page", ""};
}

KindGuess guess_by_link(const Link& link) {
  const auto id = parse_identifier(link.url);
  if (!id) {
    return {EntryKind::note, "an address that cannot be read", ""};
  }
  switch (id->scheme) {
    case Scheme::arxiv:
      return {EntryKind::paper, "an arXiv id", ""};
    case Scheme::doi:
      return {EntryKind::paper, "a DOI", ""};
    case Scheme::s2:
    case Scheme::openalex:
      return {EntryKind::paper, "a page about a paper", ""};
    default:
      return guess_page(*id);
  }
}

// ---- courses

constexpr std::array<std::string_view, 11> k_departments{"cmu",  "cs",   "csc", "cse",  "ece", "ee",
                                                         "eecs", "math", "mit", "phys", "stat"};

/// The number of a course in front of a text: "231n", "6.5940", "6.S081", "15-445"; "" when there is none.
std::string_view course_digits(std::string_view text) {
  std::size_t end = 0;
  std::size_t digits = 0;
  while (end < text.size() && (is_digit(text[end]) ||
                               ((text[end] == '.' || text[end] == '-') && digits > 0 &&
                                end + 1 < text.size() && (is_digit(text[end + 1]) || text[end + 1] == 's')) ||
                               (text[end] == 's' && end > 0 && text[end - 1] == '.'))) {
    digits += is_digit(text[end]) ? 1U : 0U;
    ++end;
  }
  const bool letter_behind = end < text.size() && is_letter(text[end]);
  const bool word_behind = letter_behind && end + 1 < text.size() && is_letter(text[end + 1]);
  if (digits < 3 || digits > 6 || word_behind) {
    return {};
  }
  return text.substr(0, end + (letter_behind ? 1 : 0));
}

std::string upper(std::string_view word) {
  std::string text(word);
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return static_cast<char>(c - 'a' + 'A'); });
  return text;
}

/// "6.S081": the letter within a number is a capital, one behind it is not.
std::string capital_s(std::string_view digits) {
  std::string text(digits);
  if (const auto at = text.find(".s"); at != std::string::npos) {
    text[at + 1] = 'S';
  }
  return text;
}

/// "CS231n" for "完成cs 231n的module2"; "" when no course is named by its number.
std::string course_number(std::string_view text) {
  const std::string folded = util::fold(text);
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (!is_letter(folded[at]) || (at > 0 && (is_letter(folded[at - 1]) || is_digit(folded[at - 1])))) {
      continue;
    }
    const auto rest = std::string_view(folded).substr(at);
    const std::string_view word = rest.substr(
        0, static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_letter) - rest.begin()));
    if (std::find(k_departments.begin(), k_departments.end(), word) == k_departments.end()) {
      continue;
    }
    const auto behind = rest.substr(word.size());
    const bool apart = behind.starts_with(' ');
    const std::string_view digits = course_digits(behind.substr(apart ? 1 : 0));
    const bool is_year = apart && digits.size() == 4 && util::to_int(digits).has_value();
    if (!digits.empty() && !is_year) {
      return upper(word) + capital_s(digits);
    }
  }
  return "";
}

// ---- titles

/// Whether a text begins with something to do, and not with such a word that a title begins with.
bool begins_with_work(std::string_view text) {
  return begins_with_word(text, WordList::to_do) && !is_title_with_verb(text);
}

bool is_sentence_of_work(std::string_view text) {
  return has_word(text, WordList::work) || begins_with_work(text);
}

/// Small words, of which there is one in nearly every title without a subtitle.
bool has_small_word(std::string_view text) {
  constexpr std::array<std::string_view, 16> k_small{"a",   "an",   "and",     "are", "as", "by",
                                                     "for", "from", "in",      "is",  "of", "on",
                                                     "the", "to",   "through", "with"};
  const auto words = util::words(text);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return std::find(k_small.begin(), k_small.end(), util::lower(word)) != k_small.end();
  });
}

/// A title for itself: in English, with capitals, longer than the name of a task.
bool reads_like_title(std::string_view text) {
  const TitleShape shape = shape_of(text);
  const bool has_shape =
      has_small_word(text) || (text.find(": ") != std::string_view::npos && shape.words > 5);
  return is_ascii(text) && has_shape && shape.words >= 5 && shape.long_words >= 3 && in_title_case(shape) &&
         !is_sentence_of_work(text);
}

/// A title where titles are listed: anything but a sentence about what is to be done.
bool could_be_title(std::string_view text) {
  constexpr std::size_t k_most_columns = 250;
  const TitleShape shape = shape_of(text);
  const bool long_enough = shape.words >= 2 || (!is_ascii(text) && util::width(text) >= 12);
  return long_enough && util::width(text) <= k_most_columns && !begins_with_work(text);
}

/// "SIGN paper": a name, and the word that says what it is.
bool is_named_paper(std::string_view text) {
  const TitleShape shape = shape_of(text);
  const auto words = util::words(text);
  return is_ascii(text) && shape.words >= 2 && shape.words <= 3 && util::lower(words.back()) == "paper" &&
         util::is_upper(words.front().front()) && !is_sentence_of_work(text);
}

/// Whether an entry of a week's progress says of itself how far it came, as those of reports do: a word in
/// front, minutes, or that it was carried over. A check box is no such thing: people tick all sorts of notes.
bool says_how_far(const Entry& entry) {
  return entry.minutes || entry.slip || read_verb(entry.text).size > 0;
}

/// What is something to be read or done for certain, and is a task where its words do not say what else.
KindGuess some_thing(std::string_view text, std::string evidence) {
  KindGuess by_words = guess_by_words(text);
  return by_words.kind == EntryKind::note ? KindGuess{EntryKind::task, std::move(evidence), ""} : by_words;
}

/// "read Attention is all you need": a title in the letters of a sentence, behind the word for reading.
bool is_title_to_read(const Entry& entry) {
  constexpr std::size_t k_fewest_words = 4;
  const std::string_view title = entry.title;
  const std::string_view text = entry.text;
  const bool is_read = text.size() > title.size() && text.ends_with(title) &&
                       has_word(text.substr(0, text.size() - title.size()), WordList::reading);
  return is_read && is_ascii(title) && begins_like_name(title) && has_small_word(title) &&
         shape_of(title).words >= k_fewest_words && !is_sentence_of_work(title) &&
         !begins_with_word(title, WordList::vague) && !has_word(title, WordList::papers);
}

KindGuess guess_by_title(std::string_view title, const EntryContext& context) {
  if (context.papers && could_be_title(title)) {
    return {EntryKind::paper, "a title where papers are listed", ""};
  }
  if (reads_like_title(title)) {
    return {EntryKind::paper, "it reads like a title", ""};
  }
  if (is_named_paper(title)) {
    return {EntryKind::paper, "a name and the word paper", ""};
  }
  return {};
}

}  // namespace

KindGuess guess_by_words(std::string_view text) {
  if (std::string number = course_number(text); !number.empty()) {
    std::string evidence = fmt::format("the course number {}", number);
    return {EntryKind::course, std::move(evidence), std::move(number)};
  }
  const auto parts = find_parts(text);
  const auto has_unit = [&](std::string_view unit) {
    return std::any_of(parts.begin(), parts.end(), [&](const Part& part) { return part.unit == unit; });
  };
  if (has_unit("lecture") || has_unit("module")) {
    return {EntryKind::course, "lectures by number", ""};
  }
  if (has_word(text, WordList::vague) &&
      (has_word(text, WordList::posts) || has_word(text, WordList::papers))) {
    return {EntryKind::note, "several things, none of them named", ""};
  }
  if (has_word(text, WordList::code)) {
    return {EntryKind::code, "a word for work on code", ""};
  }
  if (has_word(text, WordList::posts)) {
    return {EntryKind::post, "a word for posts", ""};
  }
  if (has_unit("episode")) {
    return {EntryKind::video, "episodes by number", ""};
  }
  if (has_unit("chapter")) {
    return {EntryKind::book, "chapters by number", ""};
  }
  if (begins_with_word(text, WordList::to_do)) {
    return {EntryKind::task, "it begins with something to do", ""};
  }
  return {};
}

bool names_course(std::string_view text) {
  return !course_number(text).empty() && !has_word(text, WordList::papers);
}

KindGuess guess_kind(const Entry& entry, const EntryContext& context) {
  if (context.section == SectionKind::questions) {
    return {EntryKind::question, "its section", ""};
  }
  if (context.section == SectionKind::needs) {
    return {EntryKind::note, "its section", ""};
  }
  if (!entry.links.empty()) {
    const bool companion = context.under_thing && is_word(entry.links.front().text, WordList::companion);
    return companion ? KindGuess{EntryKind::note, "a link that goes with the entry above", ""}
                     : guess_by_link(entry.links.front());
  }
  if (entry.delimited && !context.under_thing) {
    KindGuess by_title = guess_by_title(entry.title, context);
    return by_title.kind == EntryKind::paper ? by_title
                                             : some_thing(entry.text, "a title that ends where it says");
  }
  if (entry.text.ends_with('?') || entry.text.ends_with("？")) {
    return {EntryKind::question, "its question mark", ""};
  }
  if (context.has_entries && (context.under_thing || !names_course(entry.text))) {
    return {EntryKind::group, "more is listed below it", ""};
  }
  if (context.under_thing) {
    return {EntryKind::note, "a remark on the entry above", ""};
  }
  KindGuess by_words = guess_by_words(entry.text);
  const bool is_weak = by_words.kind == EntryKind::code || by_words.kind == EntryKind::task ||
                       (by_words.kind == EntryKind::note && by_words.evidence.empty());
  if (KindGuess by_title = is_weak ? guess_by_title(entry.title, context) : KindGuess{};
      by_title.kind == EntryKind::paper) {
    return by_title;
  }
  const bool says_little = is_weak || by_words.kind == EntryKind::note;  // titles hold "some" and "all" too
  if (says_little && is_title_to_read(entry)) {
    return {EntryKind::paper, "a title behind a word for reading", ""};
  }
  const bool is_progress = context.section == SectionKind::progress && says_how_far(entry);
  return is_progress && by_words.evidence.empty() ? some_thing(entry.text, "it says how far it came")
                                                  : by_words;
}

}  // namespace papers::weekly
