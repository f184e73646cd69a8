-- What bibliographies say of how a work was printed. Aside, as abstracts are; part of the item and of its
-- checksum.
CREATE TABLE details (
  item      INTEGER PRIMARY KEY REFERENCES items (row),
  details   TEXT NOT NULL               -- JSON object of texts
) STRICT;
