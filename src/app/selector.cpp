#include "app/selector.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "model/key_alias.hpp"
#include "util/ascii.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::app {
namespace {

constexpr int k_most_candidates = 8;

Error nothing_matches(std::string_view text) {
  return {ExitCode::no_match,
          fmt::format(
              "{}: no item of the library matches; `papers list` shows them, `papers add` brings new ones",
              text)};
}

Error ambiguous(std::string_view text, const std::vector<Item>& candidates) {
  std::string message = fmt::format("{}: matches {}{} items; say which by number, key or id:", text,
                                    candidates.size() > k_most_candidates ? "more than " : "",
                                    std::min<std::size_t>(candidates.size(), k_most_candidates));
  for (std::size_t i = 0; i < candidates.size() && i < k_most_candidates; ++i) {
    const Item& item = candidates[i];
    const std::string number = item.number ? fmt::format("#{}", *item.number) : "";
    message += fmt::format("\n  {:>4}  {}  {}  ({})", number, item.key, display_title(item), byline(item));
  }
  return {ExitCode::no_match, message};
}

std::optional<Item> by_number(const Library& library, std::string_view text) {
  const std::string_view digits = text.starts_with('#') ? text.substr(1) : text;
  const auto number = util::to_int(digits);
  return number ? library.find_number(*number) : std::nullopt;
}

/// A number names an item by its number alone, never by digits in an id or a title. What is longer than any
/// number here may be words.
bool is_number(std::string_view text) {
  constexpr std::size_t k_most_digits = 7;
  const bool is_marked = text.starts_with('#');
  const std::string_view digits = is_marked ? text.substr(1) : text;
  return !digits.empty() && digits.size() <= k_most_digits &&
         std::all_of(digits.begin(), digits.end(), util::is_digit);
}

Error no_such_number(std::string_view text) {
  return {
      ExitCode::no_match,
      fmt::format("{}: no item has this number; `papers list` shows those there are, and words find others",
                  text)};
}

std::optional<Item> by_identifier(const Library& library, std::string_view text) {
  const auto id = parse_identifier(text);
  return id ? library.find(*id) : std::nullopt;
}

/// Where the words are all there is of one title, that one is meant.
void keep_whole_titles(std::vector<Item>& candidates, std::string_view text) {
  const std::string wanted = util::fold(text);
  const auto is_whole = [&wanted](const Item& item) { return util::fold(item.title) == wanted; };
  if (std::count_if(candidates.begin(), candidates.end(), is_whole) == 1) {
    std::erase_if(candidates, [&](const Item& item) { return !is_whole(item); });
  }
}

std::optional<Item> by_name(const Library& library, std::string_view text) {
  for (const auto& find : {by_number, by_identifier}) {
    if (auto item = find(library, text)) {
      return item;
    }
  }
  if (auto item = library.find_key(text)) {
    return item;
  }
  const auto alias = model::key_alias(text);
  return alias ? library.find(*alias) : std::nullopt;
}

/// Those whose title, key or ids hold all the words.
std::vector<Item> with_words(const std::vector<Item>& items, std::string_view text) {
  const std::string folded = util::fold(text);
  const std::vector<std::string_view> words = util::words(folded);
  std::vector<Item> found;
  std::copy_if(items.begin(), items.end(), std::back_inserter(found), [&](const Item& item) {
    std::string names = item.title + ' ' + item.key;
    for (const Identifier& id : item.ids) {
      names += ' ' + format(id);
    }
    names = util::fold(names);
    return std::all_of(words.begin(), words.end(),
                       [&](std::string_view word) { return names.find(word) != std::string::npos; });
  });
  return found;
}

/// Words that several items share choose none of them.
Result<std::optional<Item>> meant_of(std::vector<Item> candidates, std::string_view text) {
  keep_whole_titles(candidates, text);
  if (candidates.size() > 1) {
    return ambiguous(text, candidates);
  }
  return candidates.empty() ? std::nullopt : std::optional(std::move(candidates.front()));
}

}  // namespace

Result<std::optional<Item>> select_near(const Library& library, std::string_view text,
                                        const std::vector<Item>& near) {
  const std::string_view wanted = util::trim(text);
  if (wanted.empty()) {
    return Error{ExitCode::usage,
                 "an empty word names no item; give a number, key, id or words of the title"};
  }
  if (auto item = by_name(library, wanted)) {
    return item;
  }
  if (is_number(wanted)) {
    return no_such_number(wanted);
  }
  auto item = meant_of(with_words(near, wanted), wanted);
  return !item || *item ? item : meant_of(library.find_words(wanted, k_most_candidates + 1), wanted);
}

Result<Item> select_item(const Library& library, std::string_view text) {
  auto item = select_near(library, text, {});
  if (!item) {
    return item.error();
  }
  return *item ? Result<Item>(**std::move(item)) : nothing_matches(util::trim(text));
}

std::vector<Item> select_items(const Library& library, const std::vector<std::string>& texts) {
  std::vector<Item> items;
  for (const std::string& text : texts) {
    Item item = value_or_throw(select_item(library, text));
    const auto same = [&item](const Item& other) { return other.row == item.row; };
    if (std::none_of(items.begin(), items.end(), same)) {
      items.push_back(std::move(item));
    }
  }
  return items;
}

}  // namespace papers::app
