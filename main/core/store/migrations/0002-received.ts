/**
 * What came over the wire, by version, so that a story ends the same whatever order its versions arrive in; and
 * which stories use a picture file, so that a kill finds them all.
 */
export const received = `
CREATE INDEX stories_by_guid ON stories (guid);

CREATE TABLE received (
  story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  -- 'content' or 'kill'
  act TEXT NOT NULL,
  time TEXT NOT NULL,
  PRIMARY KEY (story, version, act)
) STRICT, WITHOUT ROWID;

CREATE TABLE picture_uses (
  sha256 TEXT NOT NULL,
  story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  PRIMARY KEY (sha256, story)
) STRICT, WITHOUT ROWID;
CREATE INDEX picture_uses_by_story ON picture_uses (story);

-- A killed picture stays killed, whatever becomes of the story that it came with.
CREATE TABLE killed_pictures (
  sha256 TEXT PRIMARY KEY,
  story TEXT NOT NULL,
  name TEXT NOT NULL,
  reason TEXT NOT NULL,
  time TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
