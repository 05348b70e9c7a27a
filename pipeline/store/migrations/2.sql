-- From version 1 to 2: near duplicates and metadata, whose tables were there and not filled yet; what runs took.
DROP TABLE signatures;
DROP TABLE metadata;

-- The pairs that groups are made of, each both ways.
CREATE TABLE near_duplicates (
  document   INTEGER NOT NULL REFERENCES documents (document),
  other      INTEGER NOT NULL REFERENCES documents (document),
  similarity REAL NOT NULL,  -- share of common wording, 0 to 1
  PRIMARY KEY (document, other)
) STRICT, WITHOUT ROWID;

-- What pairs are compared by (pipeline/text/likeness.h); numbers are little endian. Too short a text has none.
CREATE TABLE signatures (
  document INTEGER PRIMARY KEY REFERENCES documents (document),
  words    INTEGER NOT NULL,
  shingles BLOB NOT NULL,  -- 32-bit hashes, ascending
  figures  BLOB NOT NULL,  -- 32-bit hashes, ascending
  bands    BLOB NOT NULL   -- 64-bit numbers, those in bands
) STRICT;
-- What pairs are found by: documents that have a band in common may be alike.
CREATE TABLE bands (
  band     INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES documents (document),
  PRIMARY KEY (band, document)
) STRICT, WITHOUT ROWID;

-- What the archivist says of documents, by the fields of the circular 05/2025/TT-BNV (pipeline/README.md); a row for
-- each time that a table said it. The latest row of a field holds; the view has only those.
CREATE TABLE metadata_imports (
  import INTEGER PRIMARY KEY,
  path   TEXT NOT NULL,  -- of the table, absolute
  sha256 TEXT NOT NULL,  -- of its bytes
  "at"   TEXT NOT NULL
) STRICT;
CREATE TABLE metadata (
  document INTEGER NOT NULL REFERENCES documents (document),
  field    TEXT NOT NULL,
  import   INTEGER NOT NULL REFERENCES metadata_imports (import),
  line     INTEGER NOT NULL,  -- of the table
  value    TEXT NOT NULL,
  PRIMARY KEY (document, field, import)
) STRICT, WITHOUT ROWID;
CREATE VIEW current_metadata AS
  SELECT document, field, value, import, line FROM metadata AS m
  WHERE import = (SELECT max(import) FROM metadata AS l WHERE l.document = m.document AND l.field = m.field);

ALTER TABLE runs ADD COLUMN text_pages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN text_seconds REAL NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN recognised_pages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN recognised_seconds REAL NOT NULL DEFAULT 0;

-- Which documents have changed, their pages and names among it, and in which order: what the search index has not seen yet
-- is what has a greater number than it has noted. Kept by triggers, whoever writes.
CREATE TABLE changes (
  document INTEGER PRIMARY KEY,
  change   INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX changes_in_order ON changes (change);
CREATE TRIGGER document_added AFTER INSERT ON documents BEGIN
  INSERT OR REPLACE INTO changes SELECT new.document, coalesce(max(change), 0) + 1 FROM changes;
END;
CREATE TRIGGER document_changed AFTER UPDATE ON documents BEGIN
  INSERT OR REPLACE INTO changes SELECT new.document, coalesce(max(change), 0) + 1 FROM changes;
END;
CREATE TRIGGER document_removed AFTER DELETE ON documents BEGIN
  INSERT OR REPLACE INTO changes SELECT old.document, coalesce(max(change), 0) + 1 FROM changes;
END;
CREATE TRIGGER page_added AFTER INSERT ON pages BEGIN
  INSERT OR REPLACE INTO changes SELECT new.document, coalesce(max(change), 0) + 1 FROM changes;
END;
CREATE TRIGGER page_changed AFTER UPDATE ON pages BEGIN
  INSERT OR REPLACE INTO changes SELECT new.document, coalesce(max(change), 0) + 1 FROM changes;
END;
CREATE TRIGGER page_removed AFTER DELETE ON pages BEGIN
  INSERT OR REPLACE INTO changes SELECT old.document, coalesce(max(change), 0) + 1 FROM changes;
END;
INSERT INTO changes SELECT document, document FROM documents;
