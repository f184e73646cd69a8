#include "weekly/title_guess.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "model/title_match.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::weekly {
namespace {

constexpr std::size_t k_most_works = 5;     // that are named as possible
constexpr std::size_t k_rare_words = 4;     // by which works near to a name are found
constexpr std::size_t k_too_common = 5000;  // works with a word that tells nothing any more
constexpr std::size_t k_shortest_name = 3;  // letters
constexpr std::size_t k_shortest_misspelt = 24;
constexpr std::size_t k_fewest_reworded = 6;  // words that matter
constexpr double k_reworded = 0.8;
constexpr double k_reworded_perhaps = 0.5;
constexpr std::size_t k_fewest_cut = 4;     // words
constexpr std::size_t k_shortest_cut = 28;  // letters
constexpr std::size_t k_most_times_longer = 3;
constexpr std::size_t k_fewest_part = 2;      // words of a part of a title that is worth a mention
constexpr std::size_t k_shortest_part = 12;   // letters of it
constexpr std::size_t k_longest_title = 400;  // bytes that are compared

}  // namespace

using Match = TitleGuess::Match;

/// What one rule says of one work.
struct Verdict {
  Match match = Match::none;
  std::string why;
};

/// The best verdict so far, and the works that it is about.
class Ballot {
 public:
  void cast(std::size_t work, Verdict verdict) {
    if (verdict.match == Match::none) {
      return;
    }
    if (verdict.match > m_guess.match) {
      m_guess = {verdict.match, {}, std::move(verdict.why)};
    }
    auto& works = m_guess.works;
    if (verdict.match == m_guess.match && std::find(works.begin(), works.end(), work) == works.end()) {
      works.push_back(work);
    }
  }

  [[nodiscard]] bool decided() const { return m_guess.match == Match::same; }

  /// Two works that are both the same as the name are none of them.
  TitleGuess result() {
    if (decided() && m_guess.works.size() > 1) {
      m_guess.match = Match::possible;
      m_guess.why = fmt::format("{} works are called so", m_guess.works.size());
    }
    m_guess.works.resize(std::min(m_guess.works.size(), k_most_works));
    return std::move(m_guess);
  }

 private:
  TitleGuess m_guess;
};

namespace {

/// What the rules about words say of a name and one title of a work. Symmetric, but for `kept`.
Verdict compare(const TitleWords& name, const TitleWords& title, bool kept) {
  if (same_digits(name, title)) {
    const bool same_head = !name.head.empty() && name.head == title.head && name.head_words == 1;
    const double common = overlap(name, title);
    if (same_head && name.has_subtitle && title.has_subtitle) {
      const bool enough = std::min(name.stems.size(), title.stems.size()) >= k_fewest_reworded;
      if (enough && common >= k_reworded) {
        return {Match::same, "the same name before the colon, and nearly the same words"};
      }
      if (common >= k_reworded_perhaps) {
        return {Match::possible, "the same name before the colon, but other words behind it"};
      }
    }
    if (std::min(name.key.size(), title.key.size()) >= k_shortest_misspelt && is_misspelling(name, title)) {
      return {Match::same, "but for a letter"};
    }
  }
  const bool is_longer = name.key.size() > title.key.size();
  const TitleWords& shorter = is_longer ? title : name;
  const TitleWords& longer = is_longer ? name : title;
  const Containment part = containment(shorter, longer);
  const bool says_enough = shorter.words.size() >= k_fewest_cut && shorter.key.size() >= k_shortest_cut &&
                           shorter.key.size() * k_most_times_longer >= longer.key.size();
  if (part == Containment::as_means && says_enough && kept) {
    return {Match::same, "the second half of the title"};
  }
  if (part != Containment::none && shorter.words.size() >= k_fewest_part &&
      shorter.key.size() >= k_shortest_part) {
    return {Match::possible, "only part of the title"};
  }
  return {};
}

bool contradicts(const LogName& name, const KnownWork& work) {
  const model::WorkFacts asked{work.title, name.year, name.author};
  const model::WorkFacts known{work.title, work.year, work.author};
  const model::TitleJudgement judgement = model::match_titles(asked, known);
  return judgement.match != model::TitleMatch::same && judgement.doubt.starts_with("the ");
}

std::string_view before_any(std::string_view text, std::initializer_list<std::string_view> ends) {
  for (const std::string_view end : ends) {
    text = text.substr(0, text.find(end));
  }
  return util::trim(text);
}

/// The year in "Feb 2018" or "2018"; nothing when anything else is there.
std::optional<int> year_in(std::string_view text) {
  const auto words = util::words(text);
  const auto year = words.empty() ? std::nullopt : util::to_int(words.back());
  return year && *year >= 1900 && *year <= 2100 ? year : std::nullopt;
}

/// "(Real and Aggarwal et. al., Feb 2018)" at the end of a title. Brackets without a year are part of it.
void take_source(LogName& name) {
  const std::size_t open = name.title.rfind(" (");
  if (open == std::string::npos || !name.title.ends_with(')')) {
    return;
  }
  const std::string_view inside = std::string_view(name.title).substr(open + 2, name.title.size() - open - 3);
  name.year = year_in(inside);
  if (!name.year) {
    return;
  }
  const bool names_people =
      inside.find(" et") != std::string_view::npos || inside.find(" and ") != std::string_view::npos;
  if (names_people) {
    name.author = before_any(inside, {" et", " and ", ","});
  }
  name.title = util::trim(std::string_view(name.title).substr(0, open));
}

}  // namespace

LogName read_name(std::string_view text) {
  constexpr std::size_t k_longest_alias = 40;
  LogName name;
  name.title = util::clean_line(text, k_longest_title);
  const std::size_t close = name.title.starts_with('[') ? name.title.find("] ") : std::string::npos;
  if (close != std::string::npos && close > 1 && close <= k_longest_alias) {
    name.alias = name.title.substr(1, close - 1);
    name.title = util::trim(std::string_view(name.title).substr(close + 2));
  }
  take_source(name);
  return name;
}

KnownTitles::KnownTitles(const std::vector<KnownWork>& works) {
  for (const KnownWork& work : works) {
    add(work);
  }
}

void KnownTitles::add(const KnownWork& work) {
  const std::size_t place = m_works.size();
  m_works.push_back(work);
  add_name({place, words_of_title(std::string_view(work.title).substr(0, k_longest_title)), false});
  for (const std::string& alias : work.aliases) {
    add_alias(place, alias);
  }
}

void KnownTitles::add_alias(std::size_t work, std::string_view alias) {
  add_name({work, words_of_title(alias.substr(0, k_longest_title)), true});
}

void KnownTitles::add_name(Name name) {
  if (name.words.key.size() < k_shortest_name) {
    return;
  }
  const std::size_t place = m_names.size();
  m_by_key[name.words.key].push_back(place);
  if (!name.words.head.empty()) {
    m_by_head[name.words.head].push_back(place);
  }
  for (const std::string& stem : name.words.stems) {
    m_by_stem[stem].push_back(place);
  }
  m_names.push_back(std::move(name));
}

TitleGuess KnownTitles::guess(const LogName& name) const {
  const TitleWords words = words_of_title(std::string_view(name.title).substr(0, k_longest_title));
  Ballot ballot;
  if (words.key.size() < k_shortest_name) {
    return {};
  }
  for (const auto vote : {&KnownTitles::vote_equal, &KnownTitles::vote_short, &KnownTitles::vote_near}) {
    (this->*vote)(name, words, ballot);
    if (ballot.decided()) {
      break;
    }
  }
  return ballot.result();
}

void KnownTitles::vote_equal(const LogName& asked, const TitleWords& words, Ballot& ballot) const {
  const auto found = m_by_key.find(words.key);
  if (found == m_by_key.end()) {
    return;
  }
  for (const std::size_t place : found->second) {
    const Name& name = m_names[place];
    const KnownWork& work = m_works[name.work];
    const auto judgement =
        model::match_titles({asked.title, asked.year, asked.author}, {asked.title, work.year, work.author});
    const bool sure = judgement.match == model::TitleMatch::same ||
                      ((name.is_alias || work.kept) && !contradicts(asked, work));
    ballot.cast(name.work, sure ? Verdict{Match::same, std::string(k_same_title)}
                                : Verdict{Match::possible, judgement.doubt});
  }
}

void KnownTitles::vote_short(const LogName& asked, const TitleWords& words, Ballot& ballot) const {
  const auto found = words.head.empty() ? m_by_head.end() : m_by_head.find(words.head);
  if (found == m_by_head.end()) {
    return;
  }
  for (const std::size_t place : found->second) {
    const Name& name = m_names[place];
    const KnownWork& work = m_works[name.work];
    if (words.has_subtitle && name.words.has_subtitle) {
      continue;
    }
    const bool is_coined = words.is_coined || name.words.is_coined;
    const bool is_short = !words.has_subtitle && (is_coined || (work.kept && words.words.size() == 1));
    const bool was_short = words.has_subtitle && name.is_alias && is_coined;
    const bool sure = (is_short || was_short) && !contradicts(asked, work);
    ballot.cast(name.work, {sure ? Match::same : Match::possible, "what stands before the colon"});
  }
}

void KnownTitles::vote_near(const LogName& asked, const TitleWords& words, Ballot& ballot) const {
  for (const std::size_t place : neighbours(words)) {
    const Name& name = m_names[place];
    const KnownWork& work = m_works[name.work];
    Verdict verdict = compare(words, name.words, work.kept);
    if (verdict.match == Match::same && contradicts(asked, work)) {
      verdict = {Match::possible, "the year or the first author is another one"};
    }
    ballot.cast(name.work, std::move(verdict));
  }
}

/// The names that share one of the rarest words.
std::vector<std::size_t> KnownTitles::neighbours(const TitleWords& words) const {
  std::vector<const std::vector<std::size_t>*> postings;
  for (const std::string& stem : words.stems) {
    if (const auto found = m_by_stem.find(stem);
        found != m_by_stem.end() && found->second.size() <= k_too_common) {
      postings.push_back(&found->second);
    }
  }
  std::sort(postings.begin(), postings.end(),
            [](const auto* a, const auto* b) { return a->size() < b->size(); });
  postings.resize(std::min(postings.size(), k_rare_words));
  std::vector<std::size_t> places;
  for (const auto* const posting : postings) {
    places.insert(places.end(), posting->begin(), posting->end());
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

}  // namespace papers::weekly
