-- An archive: what was read, what it says, and where that is written. Version 1 (PRAGMA user_version); the file opens in
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

-- Not filled yet. Near duplicates: documents of one group are one source told more than once. Documents that stand alone have no row.
CREATE TABLE groups (
  document   INTEGER PRIMARY KEY REFERENCES documents (document),
  leader     TEXT NOT NULL,  -- documents.id of the group's first member, by which the group is named
  similarity REAL NOT NULL   -- estimated share of common shingles with its nearest member, 0 to 1
) STRICT;
CREATE INDEX groups_by_leader ON groups (leader);

-- Not filled yet. What groups are found by: the MinHash of the folded words.
CREATE TABLE signatures (
  document INTEGER PRIMARY KEY REFERENCES documents (document),
  words    INTEGER NOT NULL,
  minhash  BLOB NOT NULL  -- 64-bit numbers, little endian
) STRICT;

-- Not filled yet. What the archivist says of a document.
CREATE TABLE metadata (
  document INTEGER NOT NULL REFERENCES documents (document),
  field    TEXT NOT NULL,
  value    TEXT NOT NULL,
  PRIMARY KEY (document, field)
) STRICT, WITHOUT ROWID;

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
  ended    TEXT  -- NULL: still at work, or killed
) STRICT;
