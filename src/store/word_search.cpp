#include "store/word_search.hpp"

#include <algorithm>
#include <set>
#include <string>

#include <fmt/format.h>

#include "papers/identifier.hpp"

#include "model/key_alias.hpp"
#include "store/search.hpp"
#include "util/search_words.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::store {
namespace {

// Each gives rows with their words. instr() rather than LIKE: it has no wildcards to escape. Both sides are
// folded. No text goes on beyond the last character of Unicode.
constexpr const char* k_with_key =
    "SELECT row, words FROM items CROSS JOIN item_words ON item = row "
    "WHERE key >= ?1 AND key < ?1 || char(0x10FFFF) ORDER BY key";
constexpr const char* k_with_id =
    "SELECT n.item, words FROM item_ids n CROSS JOIN item_words w ON w.item = n.item "
    "WHERE id >= ?1 AND id < ?1 || char(0x10FFFF) ORDER BY id";
constexpr const char* k_indexed =
    "SELECT s.rowid, words FROM search_index s CROSS JOIN item_words ON item = s.rowid "
    "WHERE search_index MATCH ? ORDER BY s.rowid";
// These two in one order: the best known first.
constexpr const char* k_containing =
    "SELECT row, words FROM item_words JOIN items ON row = item WHERE instr(words, ?) > 0 "
    "ORDER BY state = 'found', state = 'dropped', cited_by DESC, number IS NULL, number, row";
constexpr const char* k_best_known =
    "SELECT row FROM json_each(?) CROSS JOIN items ON row = value "
    "ORDER BY state = 'found', state = 'dropped', cited_by DESC, number IS NULL, number, row LIMIT ?";

/// The items that contain all the words, out of those that queries give, until there are enough.
class Matches {
 public:
  Matches(std::string_view text, std::size_t most) : m_folded(util::fold(text)), m_most(most) {
    m_words = util::words(m_folded);
    // The longest word leaves the fewest rows to look at here.
    std::stable_sort(m_words.begin(), m_words.end(), [](auto a, auto b) { return a.size() > b.size(); });
  }
  Matches(const Matches&) = delete;
  Matches& operator=(const Matches&) = delete;

  void take(Query found) {
    while (m_rows.size() < m_most && found.next()) {
      if (holds_all(found.text(1)) && m_seen.insert(found.row(0)).second) {
        m_rows.push_back(found.row(0));
      }
    }
  }

  [[nodiscard]] const std::vector<std::string_view>& words() const { return m_words; }
  [[nodiscard]] const std::vector<std::int64_t>& rows() const { return m_rows; }

 private:
  [[nodiscard]] bool holds_all(const std::string& text) const {
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string::npos; });
  }

  std::string m_folded;
  std::vector<std::string_view> m_words;  ///< of m_folded
  std::size_t m_most;
  std::set<std::int64_t> m_seen;
  std::vector<std::int64_t> m_rows;  ///< as they came
};

/// "2401." -> "arXiv:2401.", "doi:2401.", "key:2401.", ...: what an id may be of which a word is the
/// beginning.
std::vector<std::string> begun_ids(const std::string& word) {
  std::vector<std::string> begun;
  for (const Scheme scheme : {Scheme::arxiv, Scheme::doi, Scheme::s2, Scheme::openalex, Scheme::other}) {
    begun.push_back(format({scheme, word}));
  }
  if (const auto alias = model::key_alias(word)) {
    begun.push_back(format(*alias));
  }
  return begun;
}

/// Keys and ids are kept as they are written: one of another program may have capitals.
void take_named(const Database& db, std::string_view word, Matches& matches) {
  for (const std::string& written : std::set<std::string>{std::string(word), util::fold(word)}) {
    matches.take(db.query(k_with_key, written));
    for (const std::string& id : begun_ids(written)) {
      matches.take(db.query(k_with_id, id));
    }
  }
}

/// A question to the search index, "" when there is nothing in the words that it knows.
std::string question_of(const std::vector<std::string_view>& words) {
  std::vector<std::string> terms;
  for (const std::string_view word : words) {
    SearchTerm term{.words = util::search_words(word), .open = true};
    term.words.resize(std::min(term.words.size(), k_most_search_terms));
    if (!term.words.empty() && terms.size() < k_most_search_terms) {
      terms.push_back(expression_of(term));
    }
  }
  return terms.empty() ? "" : "{title names} : (" + util::join(terms, " AND ") + ")";
}

void take_begun(const Database& db, std::string_view text, Matches& matches) {
  if (const std::vector<std::string_view> typed = util::words(text); typed.size() == 1) {
    take_named(db, typed.front(), matches);
  }
  if (const std::string question = question_of(matches.words()); !question.empty()) {
    matches.take(db.query(k_indexed, question));
  }
}

std::vector<std::int64_t> best_known(const Database& db, const std::vector<std::int64_t>& rows, int limit) {
  return rows_from(db.query(k_best_known, fmt::format("[{}]", fmt::join(rows, ",")), limit));
}

}  // namespace

std::vector<std::int64_t> rows_with_words(const Database& db, std::string_view words, int limit) {
  Matches begun(words, k_most_compared);
  if (begun.words().empty() || limit <= 0) {
    return {};
  }
  take_begun(db, words, begun);
  if (!begun.rows().empty()) {
    return best_known(db, begun.rows(), limit);
  }
  Matches anywhere(words, static_cast<std::size_t>(limit));
  anywhere.take(db.query(k_containing, anywhere.words().front()));
  return anywhere.rows();
}

std::vector<std::int64_t> rows_begun(const Database& db, std::string_view words, int limit) {
  Matches begun(words, static_cast<std::size_t>(std::max(limit, 0)));
  if (!begun.words().empty()) {
    take_begun(db, words, begun);
  }
  return begun.rows();
}

}  // namespace papers::store
