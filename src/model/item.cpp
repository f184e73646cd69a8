#include "papers/item.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "model/person_name.hpp"
#include "util/ascii.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers {
namespace {

// Names in the order of the enumerations.
constexpr std::array<std::string_view, k_kinds.size()> k_kind_names{"paper", "post",  "course", "code",
                                                                    "book",  "video", "task"};
constexpr std::array<std::string_view, k_states.size()> k_state_names{"found", "queued", "reading", "paused",
                                                                      "read",  "parked", "dropped"};
constexpr std::array<std::string_view, k_levels.size()> k_level_names{"skim", "read", "deep", "reproduce"};
constexpr std::array k_answers{ReferenceAnswer::listed, ReferenceAnswer::empty, ReferenceAnswer::unknown,
                               ReferenceAnswer::withheld};
constexpr std::array<std::string_view, k_answers.size()> k_answer_names{"listed", "empty", "unknown",
                                                                        "withheld"};
constexpr std::array<std::string_view, k_priorities.size()> k_priority_names{"L", "M", "H"};
constexpr std::array<std::string_view, k_priorities.size()> k_long_priority_names{"low", "medium", "high"};

template <class Value, std::size_t Count>
std::optional<Value> value_named(std::string_view name, const std::array<Value, Count>& values,
                                 const std::array<std::string_view, Count>& names) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? std::nullopt
                              : std::optional(values[static_cast<std::size_t>(found - names.begin())]);
}

constexpr std::size_t k_most_looked_at = 1024;  // bytes of a text that goes into a key

/// The first of words that carries meaning, as it goes into a citation key; "" for none.
std::string first_meaning(const std::vector<std::string_view>& words) {
  constexpr std::array<std::string_view, 10> k_stop_words{"a",   "an", "the", "on",  "of",
                                                          "for", "in", "to",  "and", "with"};
  for (const std::string_view word : words) {
    std::string letters = model::ascii_letters(word);
    if (!letters.empty() &&
        std::find(k_stop_words.begin(), k_stop_words.end(), letters) == k_stop_words.end()) {
      return letters;
    }
  }
  return {};
}

/// The first word of a title that carries meaning.
std::string key_word(std::string_view title) {
  std::string folded = util::fold(util::clean_line(title, k_most_looked_at));
  folded.erase(std::remove(folded.begin(), folded.end(), '\''), folded.end());
  std::replace_if(
      folded.begin(), folded.end(),
      [](char c) {
        return util::is_ascii(c) && model::ascii_letters({&c, 1}).empty();
      },
      ' ');
  return first_meaning(util::words(folded));
}

/// The first author's family name, or the first word that carries meaning of an institution's.
std::string key_name(const Item& item) {
  if (item.authors.empty()) {
    return {};
  }
  const std::string& author = item.authors.front();
  const std::string name = util::clean_line(model::byline_name(author), k_most_looked_at);
  return model::is_institution(author) ? first_meaning(util::words(name)) : model::ascii_letters(name);
}

/// As a byline names the first author: long names of institutions are cut, for it stands in narrow columns.
std::string first_name(const Item& item) {
  constexpr std::size_t k_columns = 28;
  if (item.authors.empty()) {
    return {};
  }
  const std::string& author = item.authors.front();
  const std::string_view name = model::byline_name(author);
  return model::is_institution(author) ? util::elide(name, k_columns) : std::string(name);
}

}  // namespace

bool is_kept(State state) {
  return state == State::queued || state == State::reading || state == State::paused || state == State::read;
}

std::string_view name_of(Kind kind) {
  return k_kind_names[static_cast<std::size_t>(kind)];
}
std::string_view name_of(State state) {
  return k_state_names[static_cast<std::size_t>(state)];
}
std::string_view name_of(Level level) {
  return k_level_names[static_cast<std::size_t>(level)];
}
std::string_view name_of(Priority priority) {
  return k_priority_names[static_cast<std::size_t>(priority)];
}

std::string_view name_of(ReferenceAnswer answer) {
  return k_answer_names[static_cast<std::size_t>(answer)];
}

std::optional<Kind> kind_named(std::string_view name) {
  return value_named(name, k_kinds, k_kind_names);
}
std::optional<ReferenceAnswer> reference_answer_named(std::string_view name) {
  return value_named(name, k_answers, k_answer_names);
}
std::optional<State> state_named(std::string_view name) {
  return value_named(name, k_states, k_state_names);
}
std::optional<Level> level_named(std::string_view name) {
  return value_named(name, k_levels, k_level_names);
}

std::optional<Priority> priority_named(std::string_view name) {
  std::string wanted = util::lower(name);
  if (const auto priority = value_named(wanted, k_priorities, k_long_priority_names); priority) {
    return priority;
  }
  std::transform(wanted.begin(), wanted.end(), wanted.begin(),
                 [](char c) { return util::is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; });
  return value_named(wanted, k_priorities, k_priority_names);
}

bool references_known(const Item& item) {
  return item.references && (item.references->answer == ReferenceAnswer::listed ||
                             item.references->answer == ReferenceAnswer::empty);
}

std::string byline(const Item& item) {
  std::string line = first_name(item);
  if (!line.empty() && item.authors.size() > 1) {
    line += '+';
  }
  if (item.year) {
    line += fmt::format("{}{}", line.empty() ? "" : " ", *item.year);
  }
  return line;
}

std::string display_title(const Item& item) {
  if (!item.title.empty() || item.ids.empty()) {
    return item.title;
  }
  return fmt::format("[{}]", format(item.ids.front()));
}

std::string citation_key(const Item& item) {
  constexpr std::size_t k_longest_part = 32;
  const std::string surname = key_name(item).substr(0, k_longest_part);
  const std::string word = key_word(item.title).substr(0, k_longest_part);
  const std::string year = item.year ? std::to_string(*item.year) : "";
  return (surname.empty() ? "item" : surname) + year + word;
}

}  // namespace papers
