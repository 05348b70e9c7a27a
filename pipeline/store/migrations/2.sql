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

-- Corrections: what people say of the facts, pages and documents above. A row each time; no row is ever changed or
-- taken away, one that no longer holds is undone by another. What was read stays as it was read.
CREATE TABLE corrections (
  correction INTEGER PRIMARY KEY,
  action     TEXT NOT NULL CHECK (action IN ('correct', 'add', 'reject', 'confirm', 'text', 'metadata', 'merge', 'split',
               'undo')),
  document   TEXT NOT NULL,  -- documents.id; '' of a merge of two names, or of what is undone
  "by"       TEXT NOT NULL,
  why        TEXT NOT NULL,
  "at"       TEXT NOT NULL,
  undoes     INTEGER REFERENCES corrections (correction)
) STRICT;
CREATE UNIQUE INDEX corrections_undone ON corrections (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX corrections_by_document ON corrections (document);

-- What a correction sets: fields of the contract, of the document (title, publisher, author, published), or 'text'. Of a
-- confirmation the values that were confirmed.
CREATE TABLE correction_fields (
  correction INTEGER NOT NULL REFERENCES corrections (correction),
  field      TEXT NOT NULL,
  value      TEXT NOT NULL,  -- '': unknown
  stored     TEXT NOT NULL,  -- what stood there when the correction was made
  PRIMARY KEY (correction, field)
) STRICT, WITHOUT ROWID;

-- What a correction is about, so that it is found again when everything was read anew: the words with those around them,
-- their place, and what the fact said. A merge has two.
CREATE TABLE anchors (
  correction INTEGER NOT NULL REFERENCES corrections (correction),
  ordinal    INTEGER NOT NULL,
  document   TEXT NOT NULL,  -- documents.id; '' of a name
  type       TEXT NOT NULL,  -- of the fact; 'text': words of a page; 'name': a person, wherever he is named
  root       TEXT NOT NULL,  -- facts.id under which the fact was first corrected; of a name the name
  page       INTEGER NOT NULL,
  "start"    INTEGER NOT NULL,
  "end"      INTEGER NOT NULL,
  quote      TEXT NOT NULL,
  prefix     TEXT NOT NULL,
  suffix     TEXT NOT NULL,
  said       TEXT NOT NULL,  -- key fields of the fact as it was then, with U+001F between them
  alone      INTEGER NOT NULL,  -- 0: these words proved another fact of the type too, so that its value must be the same
  PRIMARY KEY (correction, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX anchors_by_document ON anchors (document);

-- From here on: what follows from the corrections for the facts as they are now. Made anew with a document's facts.

-- Where anchors stand now. An anchor without a row is lost, unless its correction was undone (view lost_anchors).
CREATE TABLE anchored (
  correction INTEGER NOT NULL,
  ordinal    INTEGER NOT NULL,
  document   INTEGER NOT NULL REFERENCES documents (document),
  fact       INTEGER REFERENCES facts (fact),  -- NULL: words of a page
  page       INTEGER NOT NULL,
  "start"    INTEGER NOT NULL,
  "end"      INTEGER NOT NULL,
  PRIMARY KEY (correction, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX anchored_by_fact ON anchored (fact);
CREATE INDEX anchored_by_document ON anchored (document);

-- Each field that is not as it was read, and which correction says so. An added fact has its row in facts (rule 'added').
CREATE TABLE corrected_fields (
  fact       INTEGER NOT NULL REFERENCES facts (fact),
  field      TEXT NOT NULL,
  stored     TEXT NOT NULL,  -- as read
  value      TEXT NOT NULL,
  correction INTEGER NOT NULL REFERENCES corrections (correction),
  PRIMARY KEY (fact, field)
) STRICT, WITHOUT ROWID;

-- Facts with their corrections; columns as in facts.
CREATE TABLE corrected_facts (
  fact        INTEGER PRIMARY KEY REFERENCES facts (fact),
  id          TEXT NOT NULL UNIQUE,
  document    INTEGER NOT NULL REFERENCES documents (document),
  ordinal     INTEGER NOT NULL,
  type        TEXT NOT NULL,
  section     TEXT NOT NULL,
  confidence  REAL NOT NULL,
  rule        TEXT NOT NULL,
  value       TEXT,
  low         TEXT,
  high        TEXT,
  number      REAL,
  currency    TEXT,
  qualifier   TEXT,
  counted     TEXT,
  status      TEXT,
  stage       TEXT,
  sector      TEXT,
  donor       TEXT,
  recipient   TEXT,
  kind        TEXT,
  certainty   TEXT,
  place       TEXT,
  scope       TEXT,
  period      TEXT,
  first_year  INTEGER,
  last_year   INTEGER,
  per         TEXT,
  part_of     TEXT,
  label       TEXT,
  name        TEXT,
  honorific   TEXT,
  role        TEXT,
  legal_kind  TEXT,
  legal_number TEXT,
  issuer      TEXT,
  json        TEXT NOT NULL
) STRICT;
CREATE INDEX corrected_facts_by_document ON corrected_facts (document, ordinal);
CREATE TABLE corrected_positions (
  fact         INTEGER NOT NULL REFERENCES facts (fact),
  ordinal      INTEGER NOT NULL,
  title        TEXT NOT NULL,
  organization TEXT NOT NULL,
  place        TEXT NOT NULL,
  text         TEXT NOT NULL,
  PRIMARY KEY (fact, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE rejected_facts (
  fact       INTEGER PRIMARY KEY REFERENCES facts (fact),
  correction INTEGER NOT NULL REFERENCES corrections (correction)
) STRICT;
CREATE TABLE corrected_documents (
  document   INTEGER NOT NULL REFERENCES documents (document),
  field      TEXT NOT NULL,  -- title, publisher, author, published
  stored     TEXT NOT NULL,
  value      TEXT NOT NULL,
  correction INTEGER NOT NULL REFERENCES corrections (correction),
  PRIMARY KEY (document, field)
) STRICT, WITHOUT ROWID;

-- What holds now: read these where the corrected value is wanted.
CREATE VIEW effective_facts AS
  SELECT * FROM facts WHERE fact NOT IN (SELECT fact FROM corrected_facts) AND fact NOT IN (SELECT fact FROM rejected_facts)
  UNION ALL SELECT * FROM corrected_facts WHERE fact NOT IN (SELECT fact FROM rejected_facts);
CREATE VIEW effective_positions AS
  SELECT * FROM positions WHERE fact NOT IN (SELECT fact FROM corrected_positions)
  UNION ALL SELECT * FROM corrected_positions;
CREATE VIEW effective_documents AS
  SELECT document, id, bytes, original, state, source, media_type, encoding, page_count, url, record, facts_fingerprint,
    coalesce((SELECT value FROM corrected_documents AS c WHERE c.document = d.document AND field = 'title'), title) AS title,
    coalesce((SELECT value FROM corrected_documents AS c WHERE c.document = d.document AND field = 'publisher'), publisher)
      AS publisher,
    coalesce((SELECT value FROM corrected_documents AS c WHERE c.document = d.document AND field = 'author'), author)
      AS author,
    coalesce((SELECT value FROM corrected_documents AS c WHERE c.document = d.document AND field = 'published'), published)
      AS published
  FROM documents AS d;
-- Corrections that were not undone.
CREATE VIEW corrections_in_force AS
  SELECT * FROM corrections AS c WHERE action <> 'undo' AND NOT EXISTS (SELECT 1 FROM corrections AS u WHERE u.undoes =
    c.correction);
CREATE VIEW lost_anchors AS
  SELECT a.correction, a.ordinal, c.action, a.document, a.type, a.root, a.page, a.quote
  FROM anchors AS a JOIN corrections_in_force AS c USING (correction)
  WHERE a.type <> 'name' AND NOT EXISTS (SELECT 1 FROM anchored AS n WHERE n.correction = a.correction AND n.ordinal =
    a.ordinal);
-- Who is one person (merge: both sides) and who is not (split: the fact stands alone). A side is a fact (facts.id, of an
-- official) or a name; NULL: the other, or lost.
CREATE VIEW people_links AS
  SELECT c.correction, c.action,
    (SELECT f.id FROM anchored AS n JOIN facts AS f USING (fact) WHERE n.correction = c.correction AND n.ordinal = 0) AS fact,
    (SELECT root FROM anchors AS a WHERE a.correction = c.correction AND a.ordinal = 0 AND a.type = 'name') AS name,
    (SELECT f.id FROM anchored AS n JOIN facts AS f USING (fact) WHERE n.correction = c.correction AND n.ordinal = 1)
      AS other_fact,
    (SELECT root FROM anchors AS a WHERE a.correction = c.correction AND a.ordinal = 1 AND a.type = 'name') AS other_name,
    c."by", c.why, c."at"
  FROM corrections_in_force AS c WHERE c.action IN ('merge', 'split');
