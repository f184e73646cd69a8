#include "store/word_search.hpp"

#include <algorithm>
#include <string>

#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::store {
namespace {

// instr() rather than LIKE: it has no wildcards to escape. Both sides are folded.
constexpr const char* k_with_word =
    "SELECT row, words FROM item_words JOIN items ON row = item WHERE instr(words, ?) > 0 "
    "ORDER BY state = 'found', state = 'dropped', cited_by DESC, number IS NULL, number, row";

}  // namespace

std::vector<std::int64_t> rows_with_words(const Database& db, std::string_view words, int limit) {
  const std::string folded = util::fold(words);
  std::vector<std::string_view> wanted = util::words(folded);
  std::vector<std::int64_t> rows;
  if (wanted.empty() || limit <= 0) {
    return rows;
  }
  // The longest word leaves the fewest rows to look at here.
  std::sort(wanted.begin(), wanted.end(), [](auto a, auto b) { return a.size() > b.size(); });
  Query found = db.query(k_with_word, wanted.front());
  while (static_cast<int>(rows.size()) < limit && found.next()) {
    const std::string text = found.text(1);
    if (std::all_of(wanted.begin() + 1, wanted.end(),
                    [&](std::string_view word) { return text.find(word) != std::string::npos; })) {
      rows.push_back(found.row(0));
    }
  }
  return rows;
}

}  // namespace papers::store
