/** People, and what is theirs. No table here has a face, a PIN, a card's number or a session's token: only hashes. */
export const people = `
CREATE TABLE people (
  id TEXT PRIMARY KEY,
  place_id TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE, -- without case, accents and doubled spaces
  role TEXT NOT NULL CHECK (role IN ('member', 'admin')),
  pin_hash TEXT,
  passphrase_hash TEXT,
  on_tile INTEGER NOT NULL,
  languages TEXT NOT NULL, -- JSON, like artists
  artists TEXT NOT NULL,
  policy TEXT,
  made_at INTEGER NOT NULL
) STRICT;

CREATE TABLE cards (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES people,
  added_at INTEGER NOT NULL
) STRICT;
CREATE INDEX cards_by_person ON cards (person_id);

CREATE TABLE sessions (
  hash TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people,
  seat TEXT NOT NULL,
  role TEXT NOT NULL,
  began_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_person ON sessions (person_id);

CREATE TABLE tastes (
  person_id TEXT NOT NULL REFERENCES people,
  track_id TEXT NOT NULL,
  taste TEXT NOT NULL CHECK (taste IN ('favourite', 'blocked')),
  said_at INTEGER NOT NULL,
  PRIMARY KEY (person_id, track_id)
) STRICT, WITHOUT ROWID;

-- Who was there when a song began: what and when, and no mood.
CREATE TABLE heard (
  person_id TEXT NOT NULL REFERENCES people,
  play_id TEXT NOT NULL,
  PRIMARY KEY (person_id, play_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE devices (
  hash TEXT PRIMARY KEY,
  made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
