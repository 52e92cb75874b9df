/** The first shape of the store. A migration that has landed is never edited: the next one changes what it made. */
export const first = `
CREATE TABLE stories (
  id TEXT PRIMARY KEY,
  guid TEXT NOT NULL,
  version INTEGER NOT NULL,
  -- The newest acknowledged revision; the snapshot is of folded_revision, the journal holds what came after.
  revision INTEGER NOT NULL,
  folded_revision INTEGER NOT NULL,
  state TEXT NOT NULL,
  created TEXT NOT NULL,
  updated TEXT NOT NULL,
  -- Who made the newest revision, in which session: revisions are never coalesced across either.
  author TEXT NOT NULL,
  session TEXT NOT NULL,
  slugline TEXT NOT NULL,
  headline TEXT NOT NULL,
  urgency INTEGER NOT NULL,
  embargoed INTEGER NOT NULL,
  words INTEGER NOT NULL,
  pictures INTEGER NOT NULL,
  snapshot BLOB NOT NULL
) STRICT;
CREATE INDEX stories_by_updated ON stories (updated DESC, id DESC);
CREATE INDEX stories_by_state ON stories (state, updated DESC, id DESC);

CREATE TABLE journal (
  story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  time TEXT NOT NULL,
  patch TEXT NOT NULL,
  PRIMARY KEY (story, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE revisions (
  story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  time TEXT NOT NULL,
  author TEXT NOT NULL,
  session TEXT NOT NULL,
  state TEXT NOT NULL,
  cause TEXT NOT NULL,
  words INTEGER NOT NULL,
  version INTEGER NOT NULL,
  snapshot BLOB NOT NULL,
  PRIMARY KEY (story, revision)
) STRICT;

CREATE VIRTUAL TABLE story_text USING fts5 (
  slugline, headline, fields, body, pictures,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE TABLE story_text_rows (
  story TEXT PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
  row INTEGER NOT NULL UNIQUE
) STRICT;

CREATE TABLE comments (
  id TEXT PRIMARY KEY,
  story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  block TEXT,
  quote TEXT NOT NULL,
  text TEXT NOT NULL,
  author TEXT NOT NULL,
  time TEXT NOT NULL,
  resolved_by TEXT,
  resolved_time TEXT
) STRICT;
CREATE INDEX comments_by_story ON comments (story, time);

CREATE TABLE destinations (name TEXT PRIMARY KEY COLLATE NOCASE, destination TEXT NOT NULL) STRICT;
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

-- The two logs outlive the stories they speak of, and no one edits them.
CREATE TABLE overrides (
  number INTEGER PRIMARY KEY AUTOINCREMENT, story TEXT NOT NULL, override TEXT NOT NULL
) STRICT;
CREATE TABLE filings (
  number INTEGER PRIMARY KEY AUTOINCREMENT, story TEXT NOT NULL, filing TEXT NOT NULL
) STRICT;
CREATE INDEX overrides_by_story ON overrides (story);
CREATE INDEX filings_by_story ON filings (story);
CREATE TRIGGER overrides_stay BEFORE UPDATE ON overrides BEGIN SELECT RAISE(ABORT, 'the log of overrides is append-only'); END;
CREATE TRIGGER overrides_last BEFORE DELETE ON overrides BEGIN SELECT RAISE(ABORT, 'the log of overrides is append-only'); END;
CREATE TRIGGER filings_stay BEFORE UPDATE ON filings BEGIN SELECT RAISE(ABORT, 'the log of filings is append-only'); END;
CREATE TRIGGER filings_last BEFORE DELETE ON filings BEGIN SELECT RAISE(ABORT, 'the log of filings is append-only'); END;

CREATE TABLE picture_files (
  sha256 TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  name TEXT NOT NULL,
  created TEXT NOT NULL
) STRICT;
`;
