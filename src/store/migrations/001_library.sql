-- What the reader entered and what sources said. Each row carries a checksum over all of it.
-- Columns and tables marked "derived" are computed from the rest and can be made anew; `check` does so to
-- compare, which is why they need no foreign keys.

CREATE TABLE meta (
  name      TEXT PRIMARY KEY,           -- device, last_row, last_number
  value     TEXT NOT NULL,
  checksum  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE items (
  row       INTEGER PRIMARY KEY,        -- never used twice
  identity  TEXT NOT NULL,
  other_ids TEXT NOT NULL,              -- JSON list
  key       TEXT NOT NULL UNIQUE,
  number    INTEGER UNIQUE,             -- never used twice

  kind      TEXT NOT NULL CHECK (kind IN ('paper', 'post', 'course', 'code', 'book', 'video', 'task')),
  title     TEXT NOT NULL,
  authors   TEXT NOT NULL,              -- JSON list
  year      INTEGER,
  published TEXT,
  updated   TEXT,
  version   INTEGER,
  venue     TEXT,
  categories TEXT NOT NULL,             -- JSON list
  comment   TEXT,
  source    TEXT NOT NULL,

  state     TEXT NOT NULL
            CHECK (state IN ('found', 'queued', 'reading', 'paused', 'read', 'parked', 'dropped')),
  root      INTEGER NOT NULL,
  priority  TEXT,
  due       TEXT,
  tags      TEXT NOT NULL,              -- JSON list
  effort_minutes INTEGER,
  level     TEXT,
  rating    INTEGER,
  minutes   INTEGER,
  added     TEXT NOT NULL,
  started   TEXT,
  finished  TEXT,
  notes     TEXT NOT NULL,              -- JSON list of {written, kind, text}
  own       TEXT NOT NULL,              -- JSON list
  checksum  INTEGER NOT NULL,

  -- derived
  depth     INTEGER,
  cited_by  INTEGER NOT NULL DEFAULT 0,
  references_known      INTEGER,        -- all six are NULL when no list was ever fetched
  references_stated     INTEGER,
  references_unresolved INTEGER,
  references_source     TEXT,
  references_fetched    TEXT,
  references_complete   INTEGER
) STRICT;

-- Covers what ranking reads.
CREATE INDEX items_by_state
  ON items (state, kind, priority, due, added, effort_minutes, cited_by, identity);

-- Aside, so that scans of items stay narrow; part of the item and of its checksum.
CREATE TABLE abstracts (
  item      INTEGER PRIMARY KEY REFERENCES items (row),
  abstract  TEXT NOT NULL
) STRICT;

-- derived: every name of every item
CREATE TABLE item_ids (
  id        TEXT PRIMARY KEY,
  item      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX item_ids_by_item ON item_ids (item);

-- derived: title, key and ids without case and accents, for finding by words
CREATE TABLE item_words (
  item      INTEGER PRIMARY KEY,
  words     TEXT NOT NULL
) STRICT;

CREATE TABLE reference_lists (
  row       INTEGER PRIMARY KEY,
  citing    INTEGER NOT NULL REFERENCES items (row) DEFERRABLE INITIALLY DEFERRED,
  source    TEXT NOT NULL,
  record    TEXT NOT NULL,              -- the whole list as JSON
  checksum  INTEGER NOT NULL,
  -- derived from the record
  fetched   TEXT NOT NULL,
  stated    INTEGER,
  complete  INTEGER NOT NULL,
  UNIQUE (citing, source)
) STRICT;

-- derived: the edges of the citation graph, one for each list that has them
CREATE TABLE cites (
  citing    INTEGER NOT NULL,
  cited     INTEGER NOT NULL,
  list      INTEGER NOT NULL,
  position  INTEGER NOT NULL,
  PRIMARY KEY (citing, cited, list)
) STRICT, WITHOUT ROWID;
CREATE INDEX cites_by_cited ON cites (cited);

-- derived: references known by title only, without case and accents
CREATE TABLE unresolved (
  citing    INTEGER NOT NULL,
  title     TEXT NOT NULL,
  list      INTEGER NOT NULL,
  PRIMARY KEY (citing, title, list)
) STRICT, WITHOUT ROWID;

-- The log. `target` names the command that an "undo" or "redo" turned; others have none.
CREATE TABLE commands (
  row       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  device    TEXT NOT NULL,
  time      TEXT NOT NULL,
  name      TEXT NOT NULL,
  summary   TEXT NOT NULL,
  status    TEXT NOT NULL CHECK (status IN ('done', 'undone', 'dead')),
  target    TEXT,
  operations INTEGER NOT NULL,
  checksum  INTEGER NOT NULL
) STRICT;
CREATE INDEX commands_by_status ON commands (status, row);

CREATE TABLE operations (
  row       INTEGER PRIMARY KEY,
  command   INTEGER NOT NULL REFERENCES commands (row),
  id        TEXT NOT NULL UNIQUE,
  kind      TEXT NOT NULL CHECK (kind IN ('item', 'references')),
  item      INTEGER NOT NULL,           -- row of the item, also of one that is gone
  identity  TEXT NOT NULL,
  before    TEXT NOT NULL,
  after     TEXT NOT NULL,
  checksum  INTEGER NOT NULL
) STRICT;
CREATE INDEX operations_by_command ON operations (command);
