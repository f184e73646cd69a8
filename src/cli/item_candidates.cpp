#include "cli/item_candidates.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "app/selector.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

constexpr int k_most_matches = 1000;
constexpr std::size_t k_most_suggested = 50;
constexpr std::size_t k_most_words = 30;  // each is looked up once

bool fits(Wanted wanted, State state) {
  return wanted == Wanted::any || !is_kept(state);
}

std::vector<Item> in_states(const Library& library, std::vector<State> states) {
  std::vector<Item> items;
  library.each_item({std::move(states), ItemQuery::Order::number, false}, [&items](const Item& item) {
    items.push_back(item);
    return true;
  });
  return items;
}

/// What may be meant before anything is typed.
std::vector<Item> likely(Wanted wanted, const Library& library) {
  if (wanted == Wanted::any) {
    return in_states(library, {State::queued, State::reading, State::paused, State::read, State::parked});
  }
  std::vector<Item> items = in_states(library, {State::parked});
  std::vector<Support> cited = library.supported(State::found, 1);
  cited.resize(std::min(cited.size(), k_most_suggested));
  for (const Support& support : cited) {
    if (auto item = library.find_row(support.row)) {
      items.push_back(*std::move(item));
    }
  }
  return items;
}

/// The likely ones, and those that the letters typed are part of.
std::vector<Item> choices(Wanted wanted, std::string_view typed, const Library& library) {
  std::vector<Item> items = likely(wanted, library);
  if (typed.size() < 2) {
    return items;
  }
  std::set<std::int64_t> rows;
  for (const Item& item : items) {
    rows.insert(item.row);
  }
  for (Item& item : library.find_words(typed, k_most_matches)) {
    if (fits(wanted, item.state) && rows.insert(item.row).second) {
      items.push_back(std::move(item));
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

/// By word of a title that begins as typed, the title it is in.
std::map<std::string, std::string> title_words(const std::vector<Item>& items, std::string_view typed) {
  constexpr std::size_t k_shortest = 3;
  std::map<std::string, std::string> titles;
  for (const Item& item : items) {
    const std::string folded = util::fold(item.title);
    for (const std::string_view word : util::words(folded)) {
      if (bare(word).size() >= k_shortest && bare(word).starts_with(typed)) {
        titles.emplace(bare(word), display_title(item));
      }
    }
  }
  return titles;
}

/// Words that are enough to name an item; none before a letter is typed.
void add_words(std::vector<WordCandidate>& list, const std::vector<Item>& items, std::string_view typed,
               const Library& library) {
  std::size_t looked_up = 0;
  for (const auto& [word, title] : title_words(items, typed)) {
    if (typed.empty() || ++looked_up > k_most_words) {
      return;
    }
    if (app::select_item(library, word)) {
      list.push_back({word, title});
    }
  }
}

}  // namespace

std::vector<WordCandidate> item_candidates(Wanted wanted, std::string_view typed, Context& context) {
  const Library& library = context.library();
  const std::vector<Item> items = choices(wanted, typed, library);
  std::vector<WordCandidate> list;
  for (const Item& item : items) {
    list.push_back({item.key, display_title(item)});
    for (const Identifier& id : item.ids) {
      if (id.scheme == Scheme::arxiv && !typed.empty() && id.value.starts_with(typed)) {
        list.push_back({id.value, display_title(item)});
      }
    }
  }
  add_words(list, items, typed, library);
  std::erase_if(list, [typed](const WordCandidate& candidate) { return !candidate.word.starts_with(typed); });
  return list;
}

}  // namespace papers::cli
