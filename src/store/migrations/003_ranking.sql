-- What ranking reads. All of it is derived.

-- Of kept items, NULL for others: the score of papers/relevance.hpp; the median of the scores where no citation
-- is known.
ALTER TABLE items ADD COLUMN relevance REAL;
-- Of items that can be read now, 0 for others: the most cited references, and those of them that are read.
ALTER TABLE items ADD COLUMN key_references INTEGER NOT NULL DEFAULT 0;
ALTER TABLE items ADD COLUMN keys_read INTEGER NOT NULL DEFAULT 0;

-- Covers what ranking reads. What the reader says comes first, so that the items alike in it lie together, the
-- most relevant in front: of ten thousand items a few are read.
DROP INDEX items_by_state;
CREATE INDEX items_by_rank
  ON items (state, priority, due, keys_read, key_references, relevance DESC, cited_by DESC, added, identity);
CREATE INDEX items_by_relevance ON items (state, relevance) WHERE relevance IS NOT NULL;
-- What reading took, newest first.
CREATE INDEX items_by_time_spent ON items (finished) WHERE minutes IS NOT NULL;

-- Why kept papers with citations are relevant: the parts of their scores.
CREATE TABLE standings (
  item      INTEGER PRIMARY KEY,
  near      REAL NOT NULL,
  cites     REAL NOT NULL,
  gap       REAL NOT NULL,
  title     REAL NOT NULL,
  close_to  INTEGER NOT NULL,
  walks     INTEGER NOT NULL,
  cited_by_kept INTEGER NOT NULL,
  kept      INTEGER NOT NULL,
  years_older INTEGER,
  shared    TEXT NOT NULL               -- words, separated by blanks
) STRICT;

CREATE TABLE item_tags (
  tag       TEXT NOT NULL,
  item      INTEGER NOT NULL,
  PRIMARY KEY (tag, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_tags_by_item ON item_tags (item);

-- What was planned for which week, and not done in it as far as the plan knows.
CREATE TABLE planned (
  id        TEXT NOT NULL,              -- of an item, as the plan names it
  week      TEXT NOT NULL,
  ends      TEXT NOT NULL,
  PRIMARY KEY (id, week)
) STRICT, WITHOUT ROWID;
