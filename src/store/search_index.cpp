#include "store/search_index.hpp"

#include <map>
#include <set>
#include <vector>

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include "model/question_words.hpp"
#include "store/item_store.hpp"
#include "store/record_store.hpp"
#include "util/search_words.hpp"
#include "util/strings.hpp"

namespace papers::store {
namespace {

// In the order of the columns of both tables.
enum Column : std::size_t { title, authors, tags, notes, questions, names, abstract };

constexpr const char* k_stored =
    "SELECT title, authors, tags, notes, questions, names, abstract FROM search_texts WHERE item = ?";
constexpr const char* k_put =
    "INSERT INTO search_texts (item, title, authors, tags, notes, questions, names, abstract) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (item) DO UPDATE SET title = excluded.title, "
    "authors = excluded.authors, tags = excluded.tags, notes = excluded.notes, "
    "questions = excluded.questions, names = excluded.names, abstract = excluded.abstract";
constexpr const char* k_remove = "DELETE FROM search_texts WHERE item = ?";
constexpr const char* k_clear = "DELETE FROM search_texts";
constexpr const char* k_index =
    "INSERT INTO search_index (rowid, title, authors, tags, notes, questions, names, abstract) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* k_unindex =
    "INSERT INTO search_index (search_index, rowid, title, authors, tags, notes, questions, names, abstract) "
    "VALUES ('delete', ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* k_unindex_all = "INSERT INTO search_index (search_index) VALUES ('delete-all')";
constexpr const char* k_compare =
    "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)";
constexpr const char* k_with_questions = "SELECT item FROM search_texts WHERE questions != ''";

void run_with(const Database& db, const char* sql, std::int64_t item, const SearchTexts& texts) {
  Query query = db.query(sql, item);
  for (const std::string& text : texts) {
    query.bind(text);
  }
  query.next();
}

std::string words_of(std::string_view text) {
  return util::join(util::search_words(text), " ");
}

/// Words of several texts, kept apart so that no phrase runs from one into the next.
std::string words_of_all(const std::vector<std::string>& texts) {
  // No text has this word: it is a sign that ends words and begins none.
  constexpr std::string_view k_border = " # ";
  std::string all;
  for (const std::string& text : texts) {
    const std::string words = words_of(text);
    all += (all.empty() || words.empty() ? "" : k_border);
    all += words;
  }
  return all;
}

std::vector<std::string> names_of(const Item& item) {
  std::vector<std::string> all{item.key, item.venue.value_or("")};
  for (const Identifier& id : item.ids) {
    all.push_back(id.value);
  }
  return all;
}

std::vector<std::string> texts_of(const std::vector<Note>& notes) {
  std::vector<std::string> all;
  for (const Note& note : notes) {
    all.push_back(note.text);
  }
  return all;
}

SearchTexts texts_of(const Item& item) {
  SearchTexts texts;
  texts[title] = words_of(item.title);
  texts[authors] = words_of_all(item.authors);
  texts[tags] = words_of_all(item.tags);
  texts[notes] = words_of_all(texts_of(item.notes));
  texts[abstract] = words_of(item.abstract.value_or(""));
  return texts;
}

/// What was asked about each item, in the order of asking.
std::map<std::int64_t, std::vector<std::string>> asked(const Database& db) {
  const ItemStore items(db);
  std::map<std::int64_t, std::vector<std::string>> texts;
  for (const Record& record : RecordStore(db).of_kind(model::k_question_kind)) {
    const auto question = model::question_words(record);
    std::set<std::int64_t> rows;
    for (const Identifier& id : question ? question->about : std::vector<Identifier>{}) {
      if (const auto row = items.row_of(id); row && rows.insert(*row).second) {
        texts[*row].push_back(question->words);
      }
    }
  }
  return texts;
}

}  // namespace

void SearchIndex::put(const Item& item) const {
  const SearchTexts before = stored(item.row);
  SearchTexts after = texts_of(item);
  after[questions] = before[questions];
  if (after != SearchTexts{}) {
    after[names] = words_of_all(names_of(item));
  }
  replace(item.row, before, after);
}

void SearchIndex::remove(std::int64_t item) const {
  replace(item, stored(item), {});
}

void SearchIndex::refresh_questions() const {
  std::map<std::int64_t, std::vector<std::string>> texts = asked(*m_db);
  for (const std::int64_t row : rows_from(m_db->query(k_with_questions))) {
    texts.try_emplace(row);
  }
  const ItemStore items(*m_db);
  for (const auto& [row, lines] : texts) {
    const SearchTexts before = stored(row);
    const std::string words = words_of_all(lines);
    if (words == before[questions]) {
      continue;
    }
    const auto item = items.load(row);
    SearchTexts after = item ? texts_of(*item) : SearchTexts{};
    after[questions] = item ? words : "";
    if (after != SearchTexts{}) {
      after[names] = words_of_all(names_of(*item));
    }
    replace(row, before, after);
  }
}

void SearchIndex::clear() const {
  m_db->run(k_clear);
  m_db->run(k_unindex_all);
}

bool SearchIndex::is_sound() const {
  try {
    m_db->run(k_compare);
    return true;
  } catch (const SQLite::Exception& error) {
    if ((error.getErrorCode() & 0xFF) == SQLITE_CORRUPT) {
      return false;
    }
    throw;
  }
}

/// Texts that are all empty stand for no row.
void SearchIndex::replace(std::int64_t item, const SearchTexts& before, const SearchTexts& after) const {
  if (before == after) {
    return;
  }
  if (before != SearchTexts{}) {
    run_with(*m_db, k_unindex, item, before);
  }
  if (after == SearchTexts{}) {
    m_db->run(k_remove, item);
    return;
  }
  run_with(*m_db, k_put, item, after);
  run_with(*m_db, k_index, item, after);
}

SearchTexts SearchIndex::stored(std::int64_t item) const {
  SearchTexts texts;
  if (Query row = m_db->query(k_stored, item); row.next()) {
    for (std::size_t column = 0; column < texts.size(); ++column) {
      texts[column] = row.text(static_cast<int>(column));
    }
  }
  return texts;
}

}  // namespace papers::store
