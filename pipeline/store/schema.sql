-- An archive: what was read, what it says, and where that is written. Version 2 (PRAGMA user_version); the file opens in
-- the stock sqlite3 (3.37 or later). Times are UTC, ISO 8601. Offsets count Unicode code points of pages.text from 0, as
-- in the record contract "trichluc/1"; boxes are [x0, y0, x1, y1] in PDF points from the page's top left, y downward.
-- Integer keys (document, fact) hold inside one archive only; outside of it use documents.id and facts.id.

-- One row a distinct file content, whatever its names. The rows of a document's pages come before its facts.
CREATE TABLE documents (
  document       INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,  -- "sha256:" and the hash of the bytes
  bytes          INTEGER NOT NULL,
  original       TEXT NOT NULL,         -- "originals/ab/cdef…", relative to the archive's folder
  state          TEXT NOT NULL CHECK (state IN ('reading', 'done', 'withdrawn')),
                                        -- reading: its pages or facts are not all here yet, the next run goes on
  source         TEXT NOT NULL,         -- the first of its paths in byte order; what a file name tells is read from it
  media_type     TEXT NOT NULL,
  encoding       TEXT NOT NULL,
  page_count     INTEGER NOT NULL,      -- of the source; pages has as many rows once the state is done
  meta_title     TEXT NOT NULL,         -- what the markup or the file's properties say; '' where nothing
  meta_publisher TEXT NOT NULL,
  meta_author    TEXT NOT NULL,
  meta_published TEXT NOT NULL,
  url            TEXT NOT NULL,
  head_warnings  TEXT NOT NULL,         -- JSON [[English, Vietnamese], …]: of opening it
  title          TEXT NOT NULL DEFAULT '',  -- as the facts stage settled them
  publisher      TEXT NOT NULL DEFAULT '',
  author         TEXT NOT NULL DEFAULT '',
  published      TEXT NOT NULL DEFAULT '',  -- ISO 8601, '' unknown
  record         TEXT NOT NULL DEFAULT '',  -- JSON of the contract without facts: document, header, dates, meeting
  facts_fingerprint TEXT NOT NULL DEFAULT ''  -- of what the facts were made with; '' none were made yet
) STRICT;

-- Every name under which something was found. A name in a container is "/…/archive.zip/folder/report.pdf".
CREATE TABLE paths (
  path      TEXT PRIMARY KEY,   -- absolute; bytes as the file system gives them, which need not be UTF-8
  document  INTEGER REFERENCES documents (document),  -- NULL: a container without pages, or refused
  container TEXT,               -- path of the file that it is packed in; NULL: a file of its own
  complete  INTEGER NOT NULL,   -- 1: nothing is left to do for this path (refused counts as done)
  size      INTEGER,            -- of a file of its own: what stat() said; unchanged files are not opened again
  mtime_ns  INTEGER,
  inode     INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX paths_by_document ON paths (document);
CREATE INDEX paths_by_container ON paths (container);

-- One row a page that was read or has failed; durable as soon as it was read.
CREATE TABLE pages (
  document    INTEGER NOT NULL REFERENCES documents (document),
  number      INTEGER NOT NULL,  -- from 1
  text        TEXT NOT NULL,     -- as read, lines end in LF
  origin      TEXT NOT NULL CHECK (origin IN ('plain', 'embedded', 'ocr', 'mixed', 'failed')),
  reason      TEXT NOT NULL,     -- why this origin was chosen, or why the page failed
  width       REAL NOT NULL,     -- points; 0: the source has no geometry
  height      REAL NOT NULL,
  words       TEXT NOT NULL,     -- JSON [[start, end, x0, y0, x1, y1, confidence 0..1], …] in the order of the text
  layout      TEXT NOT NULL,     -- JSON: what else the reader saw (hints of the markup, cells, fonts, dpi, the other reading)
  warnings    TEXT NOT NULL,     -- JSON [[English, Vietnamese], …]
  engine      TEXT NOT NULL,     -- "tesseract 5.3.0"; '' nothing was recognised
  model       TEXT NOT NULL,     -- "vie"
  fingerprint TEXT NOT NULL,     -- of what the page was read with
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

-- What documents state, a row a fact; columns that a type has not are NULL. Decimals are text, exact as read.
CREATE TABLE facts (
  fact        INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,  -- 16 hexadecimal digits
  document    INTEGER NOT NULL REFERENCES documents (document),
  ordinal     INTEGER NOT NULL,      -- from 0, in the order of the document
  type        TEXT NOT NULL,         -- count, aid_value, share, date, official, legal_document
  section     TEXT NOT NULL,         -- body, caption, table, related (belongs to another article)
  confidence  REAL NOT NULL,
  rule        TEXT NOT NULL,
  value       TEXT,                  -- of a count, amount of an aid_value, percent of a share, value of a date
  low         TEXT,                  -- the ends of a range
  high        TEXT,
  number      REAL,                  -- value (else low) as a number to sort and compare by; NULL for dates
  currency    TEXT,
  qualifier   TEXT,
  counted     TEXT,                  -- "of": ngo, project, …
  status      TEXT,
  stage       TEXT,
  sector      TEXT,
  donor       TEXT,
  recipient   TEXT,
  kind        TEXT,
  certainty   TEXT,
  place       TEXT,
  scope       TEXT,
  period      TEXT,                  -- ISO 8601; of a date its value, of a legal document its date
  first_year  INTEGER,               -- years that the period touches; NULL: unknown or open
  last_year   INTEGER,
  per         TEXT,
  part_of     TEXT,                  -- id of the whole, or of the fact that a share divides
  label       TEXT,
  name        TEXT,                  -- of an official
  honorific   TEXT,
  role        TEXT,
  legal_kind  TEXT,
  legal_number TEXT,
  issuer      TEXT,
  json        TEXT NOT NULL          -- the fact as in the contract, whole
) STRICT;
CREATE INDEX facts_by_document ON facts (document, ordinal);
CREATE INDEX facts_by_type ON facts (type, first_year);

-- The words that prove a fact, best first; quote is exactly that slice of the page's text.
CREATE TABLE evidence (
  fact     INTEGER NOT NULL REFERENCES facts (fact),
  ordinal  INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES documents (document),
  page     INTEGER NOT NULL,
  "start"  INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  quote    TEXT NOT NULL,
  repaired TEXT NOT NULL,  -- quote with the recogniser's slips mended; '' nothing was
  boxes    TEXT NOT NULL,  -- JSON, one box a line of text
  PRIMARY KEY (fact, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_by_page ON evidence (document, page);

-- What of a fact did not stand in the statement itself, and where it was taken from.
CREATE TABLE inferred (
  fact    INTEGER NOT NULL REFERENCES facts (fact),
  ordinal INTEGER NOT NULL,
  field   TEXT NOT NULL,
  value   TEXT NOT NULL,
  page    INTEGER NOT NULL,
  "start" INTEGER NOT NULL,
  "end"   INTEGER NOT NULL,
  PRIMARY KEY (fact, ordinal)
) STRICT, WITHOUT ROWID;

-- The offices of an official, in the order of the statement.
CREATE TABLE positions (
  fact         INTEGER NOT NULL REFERENCES facts (fact),
  ordinal      INTEGER NOT NULL,
  title        TEXT NOT NULL,
  organization TEXT NOT NULL,
  place        TEXT NOT NULL,
  text         TEXT NOT NULL,
  PRIMARY KEY (fact, ordinal)
) STRICT, WITHOUT ROWID;

-- What a reader of the document should know.
CREATE TABLE warnings (
  document INTEGER NOT NULL REFERENCES documents (document),
  ordinal  INTEGER NOT NULL,
  en       TEXT NOT NULL,
  vi       TEXT NOT NULL,
  PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;

-- What could not be read: a path (page 0) or one page of a document.
CREATE TABLE failures (
  path      TEXT NOT NULL,     -- of the file; of a failed page the documents.id, whatever its paths
  page      INTEGER NOT NULL,  -- 0: the whole file
  document  INTEGER REFERENCES documents (document),
  stage     TEXT NOT NULL CHECK (stage IN ('access', 'open', 'page', 'facts')),
  code      INTEGER NOT NULL,  -- exit code of the program (pipeline/README.md)
  reason_en TEXT NOT NULL,
  reason_vi TEXT NOT NULL,
  hint_en   TEXT NOT NULL,     -- what the user can do; '' nothing is known
  hint_vi   TEXT NOT NULL,
  PRIMARY KEY (path, page)
) STRICT, WITHOUT ROWID;

-- Near duplicates: documents of one group are one report told more than once. Documents that stand alone have no row.
CREATE TABLE groups (
  document   INTEGER PRIMARY KEY REFERENCES documents (document),
  leader     TEXT NOT NULL,  -- the least documents.id of the group, by which it is named
  similarity REAL NOT NULL   -- share of common wording with its nearest member, 0 to 1
) STRICT;
CREATE INDEX groups_by_leader ON groups (leader);

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

-- Documents taken out, and why. The document's row and paths stay; its pages, facts and original are gone.
CREATE TABLE withdrawals (
  id   TEXT PRIMARY KEY,  -- documents.id
  why  TEXT NOT NULL,
  "at" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who wrote when. A run without an end was killed; what it had finished is here all the same.
CREATE TABLE runs (
  run      INTEGER PRIMARY KEY,
  command  TEXT NOT NULL,
  version  TEXT NOT NULL,
  started  TEXT NOT NULL,
  ended    TEXT,  -- NULL: still at work, or killed
  text_pages         INTEGER NOT NULL DEFAULT 0,  -- that were read, the source giving their text
  text_seconds       REAL NOT NULL DEFAULT 0,     -- that readers took for them, all together
  recognised_pages   INTEGER NOT NULL DEFAULT 0,  -- that went through the recogniser, or failed
  recognised_seconds REAL NOT NULL DEFAULT 0
) STRICT;

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
