-- What sources answer beside lists; citations that are known by title, or lead beyond the library; records.

-- derived; NULL when no list was ever fetched
ALTER TABLE items ADD COLUMN references_answer INTEGER;
ALTER TABLE items ADD COLUMN references_beyond INTEGER;

-- derived from the record, the better the higher: 0 unknown, 1 withheld, 2 empty, 3 listed
ALTER TABLE reference_lists ADD COLUMN answer INTEGER NOT NULL DEFAULT 3;

-- derived: titles of items in the form in which they are compared (model/title_match.hpp)
CREATE TABLE item_titles (
  item      INTEGER PRIMARY KEY,
  title     TEXT NOT NULL
) STRICT;
CREATE INDEX item_titles_by_title ON item_titles (title);

-- derived: references without an id, in the place of the table that knew those that led nowhere
DROP TABLE unresolved;
CREATE TABLE cited_titles (
  citing    INTEGER NOT NULL,
  title     TEXT NOT NULL,              -- as in item_titles, or '#' and the position where nothing is left of it
  list      INTEGER NOT NULL,
  position  INTEGER NOT NULL,
  cited     INTEGER,                    -- the one item that it names; then there is an edge too
  PRIMARY KEY (citing, title, list, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX cited_titles_by_title ON cited_titles (title);

-- derived: references with an id that no item has
CREATE TABLE beyond (
  citing    INTEGER NOT NULL,
  id        TEXT NOT NULL,
  list      INTEGER NOT NULL,
  position  INTEGER NOT NULL,
  title     TEXT NOT NULL,              -- as in item_titles
  PRIMARY KEY (citing, id, list)
) STRICT, WITHOUT ROWID;
CREATE INDEX beyond_by_id ON beyond (id);

-- What the reader wrote or decided and that is no field of an item.
CREATE TABLE records (
  kind      TEXT NOT NULL,
  id        TEXT NOT NULL,
  body      TEXT NOT NULL,              -- JSON object
  checksum  INTEGER NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- The log as before, with operations on records.
CREATE TABLE operations_on_all (
  row       INTEGER PRIMARY KEY,
  command   INTEGER NOT NULL REFERENCES commands (row),
  id        TEXT NOT NULL UNIQUE,
  kind      TEXT NOT NULL CHECK (kind IN ('item', 'references', 'record')),
  item      INTEGER NOT NULL,           -- row of the item, also of one that is gone; 0 for a record
  identity  TEXT NOT NULL,              -- of the item, or kind/id of the record
  before    TEXT NOT NULL,
  after     TEXT NOT NULL,
  checksum  INTEGER NOT NULL
) STRICT;
INSERT INTO operations_on_all
  SELECT row, command, id, kind, item, identity, before, after, checksum FROM operations;
DROP TABLE operations;
ALTER TABLE operations_on_all RENAME TO operations;
CREATE INDEX operations_by_command ON operations (command);
