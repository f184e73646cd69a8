#include "app/search_query.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "papers/identifier.hpp"

#include "util/search_words.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::app {
namespace {

struct Quotes {
  std::string_view open;
  std::string_view close;
};

constexpr std::array k_quotes{Quotes{"\"", "\""}, Quotes{"“", "”"}, Quotes{"「", "」"},
                              Quotes{"『", "』"}, Quotes{"„", "“"}, Quotes{"«", "»"}};

/// One word or phrase as it was typed.
struct Typed {
  std::string text;  ///< without quotes and sign
  bool negated = false;
  bool quoted = false;
};

bool is_blank(char c) {
  return c == ' ' || c == '\n';  // all that clean text has
}

/// What stands between the quotes at the front of `text`, which it takes away; nothing when there are none,
/// or they are never closed.
std::optional<std::string> take_quoted(std::string_view& text) {
  for (const Quotes& quotes : k_quotes) {
    if (!text.starts_with(quotes.open)) {
      continue;
    }
    const std::size_t end = text.find(quotes.close, quotes.open.size());
    if (end != std::string_view::npos) {
      std::string inside(text.substr(quotes.open.size(), end - quotes.open.size()));
      text.remove_prefix(end + quotes.close.size());
      return inside;
    }
  }
  return std::nullopt;
}

/// The word at the front of `text`, which it takes away. After the colon of a condition there may be quotes.
Typed take_word(std::string_view& text) {
  Typed typed;
  while (!text.empty() && !is_blank(text.front())) {
    typed.text += text.front();
    text.remove_prefix(1);
    if (typed.text.back() == ':' && is_condition(typed.text)) {
      typed.text += take_quoted(text).value_or("");
    }
  }
  return typed;
}

std::vector<Typed> read_typed(std::string_view text) {
  std::vector<Typed> all;
  while (!text.empty()) {
    if (is_blank(text.front())) {
      text.remove_prefix(1);
      continue;
    }
    const bool negated = text.size() > 1 && text.front() == '-' && !is_blank(text[1]);
    text.remove_prefix(negated ? 1 : 0);
    auto phrase = take_quoted(text);
    all.push_back(phrase ? Typed{*std::move(phrase), false, /*quoted=*/true} : take_word(text));
    all.back().negated = negated;
  }
  return all;
}

std::size_t letters_in(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(
      word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// A work's name, where the word is one; names are found whole.
std::optional<std::string> name_of_work(std::string_view text) {
  const auto id = parse_identifier(text);
  return id && id->scheme != Scheme::other && id->scheme != Scheme::local ? std::optional(id->value)
                                                                          : std::nullopt;
}

SearchTerm term_of(const Typed& typed) {
  constexpr std::size_t k_short = 2;
  if (typed.quoted) {
    return {util::search_words(typed.text), /*open=*/false, typed.negated};
  }
  if (const auto name = name_of_work(typed.text)) {
    return {util::search_words(*name), /*open=*/false, typed.negated};
  }
  SearchTerm term{util::search_words(typed.text), /*open=*/false, typed.negated};
  if (!term.words.empty() && !util::is_unspaced(term.words.back())) {
    term.open = typed.text.ends_with('*') || letters_in(term.words.back()) > k_short;
  }
  return term;
}

/// "what", "is", "the": left out where there is anything else to look for.
bool says_nothing(const SearchTerm& term) {
  return !term.negated && term.words.size() == 1 && is_empty_word(term.words.front());
}

void leave_out_empty_words(std::vector<SearchTerm>& terms) {
  const auto says_something = [](const SearchTerm& term) { return !term.negated && !says_nothing(term); };
  if (std::any_of(terms.begin(), terms.end(), says_something)) {
    std::erase_if(terms, says_nothing);
  }
}

Error nothing_to_look_for(const std::vector<std::string>& conditions) {
  return {ExitCode::usage,
          conditions.empty()
              ? "search: no word to look for; give letters or digits that must be there"
              : fmt::format("search: no word to look for; `papers list {}` goes by conditions alone",
                            util::join(conditions, " "))};
}

}  // namespace

Result<SearchQuery> parse_search(const std::vector<std::string>& words, std::string_view today) {
  std::vector<SearchTerm> terms;
  std::vector<std::string> conditions;
  std::string looked_for;
  for (const Typed& typed : read_typed(util::clean_line(util::join(words, " ")))) {
    if (!typed.quoted && is_condition(typed.text)) {
      conditions.push_back((typed.negated ? "-" : "") + typed.text);
      continue;
    }
    SearchTerm term = term_of(typed);
    if (!term.words.empty() && std::find(terms.begin(), terms.end(), term) == terms.end()) {
      looked_for += term.negated ? "" : util::join(term.words, " ") + ' ';
      terms.push_back(std::move(term));
    }
  }
  leave_out_empty_words(terms);
  if (terms.size() > k_most_search_terms) {
    return Error{ExitCode::usage, fmt::format("search: {} words; at most {} can be looked for at once",
                                              terms.size(), k_most_search_terms)};
  }
  constexpr std::array k_unless_named{State::found,  State::queued, State::reading,
                                      State::paused, State::read,   State::parked};
  auto filter = Filter::parse(conditions, today, k_unless_named);
  if (!filter) {
    return filter.error();
  }
  if (std::all_of(terms.begin(), terms.end(), [](const SearchTerm& term) { return term.negated; })) {
    return nothing_to_look_for(conditions);
  }
  return SearchQuery{std::move(terms), *std::move(filter), WordQuery(looked_for)};
}

}  // namespace papers::app
