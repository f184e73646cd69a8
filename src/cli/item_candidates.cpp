#include "cli/item_candidates.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "model/key_alias.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

constexpr std::size_t k_few_letters = 2;  ///< from so many on they are looked for
constexpr int k_most_matches = 200;
constexpr std::size_t k_most_listed = 200;
constexpr std::size_t k_most_suggested = 50;

bool fits(Wanted wanted, State state) {
  return wanted == Wanted::any || !is_kept(state);
}

Naming naming_of(const Item& item) {
  return {item.row, item.ids, item.key, item.title, item.state};
}

/// As display_title.
std::string description_of(const Naming& item) {
  return item.title.empty() ? fmt::format("[{}]", format(item.ids.front())) : item.title;
}

std::vector<Naming> in_states(const Library& library, std::vector<State> states) {
  std::vector<Naming> items;
  library.each_item({.states = std::move(states), .most = k_most_listed}, [&items](const Item& item) {
    items.push_back(naming_of(item));
    return true;
  });
  return items;
}

/// What may be meant while next to nothing is typed.
std::vector<Naming> likely(Wanted wanted, const Library& library) {
  if (wanted == Wanted::any) {
    return in_states(library, {State::queued, State::reading, State::paused, State::read, State::parked});
  }
  std::vector<Naming> items = in_states(library, {State::parked});
  std::vector<Support> cited = library.supported(State::found, 1);
  cited.resize(std::min(cited.size(), k_most_suggested));
  for (const Support& support : cited) {
    if (const auto item = library.find_row(support.row)) {
      items.push_back(naming_of(*item));
    }
  }
  return items;
}

/// "cllms" for "CLLMs:".
std::string_view bare(std::string_view word) {
  constexpr std::string_view k_marks = "()[]{}\"':;,.?!";
  const std::size_t first = std::min(word.find_first_not_of(k_marks), word.size());
  return word.substr(first, word.find_last_not_of(k_marks) - first + 1);
}

bool has_word(const Naming& item, const std::string& word) {
  const auto in_id = [&word](const Identifier& id) {
    return util::fold(format(id)).find(word) != std::string::npos;
  };
  return util::fold(item.title).find(word) != std::string::npos ||
         util::fold(item.key).find(word) != std::string::npos ||
         std::any_of(item.ids.begin(), item.ids.end(), in_id);
}

/// Words of titles that begin as typed and name one item, with the letters as they were typed. `all` are the
/// items that hold what was typed.
void add_words(std::vector<WordCandidate>& list, const std::vector<Naming>& all, Wanted wanted,
               std::string_view typed) {
  constexpr std::size_t k_shortest = 3;
  const std::string begun = util::fold(typed);
  if (begun.size() != typed.size()) {
    return;  // what follows could not be told from what was typed
  }
  std::map<std::string, const Naming*> words;
  for (const Naming& item : all) {
    const std::string folded = util::fold(item.title);
    for (const std::string_view word : util::words(folded)) {
      if (bare(word).size() >= k_shortest && bare(word).starts_with(begun)) {
        words.emplace(bare(word), &item);
      }
    }
  }
  for (const auto& [word, item] : words) {
    const auto has_it = [&word = word](const Naming& one) { return has_word(one, word); };
    if (fits(wanted, item->state) && std::count_if(all.begin(), all.end(), has_it) == 1) {
      list.push_back({std::string(typed) + word.substr(begun.size()), description_of(*item)});
    }
  }
}

void add_names(std::vector<WordCandidate>& list, const Naming& item, std::string_view typed) {
  list.push_back({item.key, description_of(item)});
  for (const Identifier& id : item.ids) {
    const std::string_view name = model::is_key_alias(id)      ? model::aliased_key(id)
                                  : id.scheme == Scheme::arxiv ? std::string_view(id.value)
                                                               : std::string_view();
    if (!typed.empty() && name.starts_with(typed)) {
      list.push_back({std::string(name), description_of(item)});
    }
  }
}

}  // namespace

std::vector<WordCandidate> item_candidates(Wanted wanted, std::string_view typed, Context& context) {
  const Library& library = context.library();
  const auto snapshot = library.snapshot();  // one for all rows is cheaper than one for each
  const bool is_searched = typed.size() >= k_few_letters;
  const std::vector<Naming> all =
      is_searched ? library.find_begun(typed, k_most_matches) : likely(wanted, library);
  std::vector<WordCandidate> list;
  for (const Naming& item : all) {
    if (!is_searched || fits(wanted, item.state)) {
      add_names(list, item, typed);
    }
  }
  if (is_searched && all.size() < static_cast<std::size_t>(k_most_matches)) {
    add_words(list, all, wanted, typed);
  }
  std::erase_if(list, [typed](const WordCandidate& candidate) { return !candidate.word.starts_with(typed); });
  return list;
}

}  // namespace papers::cli
