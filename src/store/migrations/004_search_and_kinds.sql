-- derived: what a search looks through, as words between blanks (util/search_words.hpp). Items of which only
-- names are known have no row: a bulk import of edges makes hundreds of thousands of them.
CREATE TABLE search_texts (
  item      INTEGER PRIMARY KEY,
  title     TEXT NOT NULL,
  authors   TEXT NOT NULL,
  tags      TEXT NOT NULL,
  notes     TEXT NOT NULL,
  questions TEXT NOT NULL,              -- asked at it, or for which it was opened
  names     TEXT NOT NULL,              -- key, ids, venue
  abstract  TEXT NOT NULL
) STRICT;
CREATE INDEX search_texts_with_questions ON search_texts (item) WHERE questions != '';

-- derived: the index of those words. They are made by us, so the tokenizer only parts them at blanks.
CREATE VIRTUAL TABLE search_index USING fts5 (
  title, authors, tags, notes, questions, names, abstract,
  content = 'search_texts', content_rowid = 'item', tokenize = "ascii tokenchars '+#'");

-- Counts papers without looking at them.
CREATE INDEX items_by_kind ON items (kind, state);
