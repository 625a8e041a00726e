/**
 * The first tables. `id` is a UUIDv7 and `place_id` says whose row it is, so that the data of several places can
 * be joined; `seq` is the short key that indexes and full-text search use inside this one database.
 */
export const first = `
CREATE TABLE place (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL -- JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE tracks (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  place_id TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  title TEXT NOT NULL,
  title_order TEXT NOT NULL, -- the title without case and accents
  artists TEXT NOT NULL, -- JSON, like genres and languages
  album TEXT,
  year INTEGER,
  genres TEXT NOT NULL,
  languages TEXT NOT NULL,
  duration_ms REAL NOT NULL,
  explicit INTEGER,
  gain_db REAL,
  cover TEXT,
  valence REAL,
  arousal REAL,
  affect_confidence REAL,
  affect_from TEXT,
  unplayable TEXT,
  present INTEGER NOT NULL, -- whether one of its files is
  last_played_at INTEGER,
  play_count INTEGER NOT NULL DEFAULT 0,
  -- Sixteenths of valence from -1: with it an index finds a square of the circumplex without reading a whole strip.
  band INTEGER GENERATED ALWAYS AS (CAST((valence + 1) * 16 AS INTEGER)) VIRTUAL
) STRICT;
CREATE INDEX tracks_by_hash ON tracks (content_hash);
CREATE INDEX tracks_by_title ON tracks (title_order, seq) WHERE present = 1;
CREATE INDEX tracks_unplayable ON tracks (seq) WHERE present = 1 AND unplayable IS NOT NULL;
CREATE INDEX tracks_choosable ON tracks (band, arousal, valence, last_played_at, explicit)
  WHERE present = 1 AND unplayable IS NULL AND valence IS NOT NULL;

CREATE TABLE track_artists (
  name TEXT NOT NULL, -- without case
  track_seq INTEGER NOT NULL REFERENCES tracks ON DELETE CASCADE,
  PRIMARY KEY (name, track_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX track_artists_by_track ON track_artists (track_seq);

CREATE VIRTUAL TABLE tracks_search USING fts5 (
  title, artists, album, genres,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
CREATE TRIGGER tracks_searchable_new AFTER INSERT ON tracks WHEN new.present = 1 BEGIN
  INSERT INTO tracks_search (rowid, title, artists, album, genres) VALUES (
    new.seq, new.title, (SELECT group_concat(value, ' ') FROM json_each(new.artists)),
    new.album, (SELECT group_concat(value, ' ') FROM json_each(new.genres)));
END;
CREATE TRIGGER tracks_searchable_changed AFTER UPDATE OF title, artists, album, genres, present ON tracks
WHEN (old.title, old.artists, old.album, old.genres, old.present)
  IS NOT (new.title, new.artists, new.album, new.genres, new.present)
BEGIN
  DELETE FROM tracks_search WHERE rowid = old.seq;
  INSERT INTO tracks_search (rowid, title, artists, album, genres) SELECT
    new.seq, new.title, (SELECT group_concat(value, ' ') FROM json_each(new.artists)),
    new.album, (SELECT group_concat(value, ' ') FROM json_each(new.genres))
  WHERE new.present = 1;
END;

CREATE TABLE files (
  path TEXT PRIMARY KEY,
  track_seq INTEGER NOT NULL REFERENCES tracks,
  root TEXT NOT NULL,
  size INTEGER NOT NULL,
  modified_at REAL NOT NULL,
  content_hash TEXT NOT NULL,
  missing_since INTEGER, -- it was looked for and not found
  outside_since INTEGER, -- its root is no longer a music folder
  present INTEGER GENERATED ALWAYS AS (missing_since IS NULL AND outside_since IS NULL) VIRTUAL
) STRICT;
CREATE INDEX files_by_track ON files (track_seq, missing_since, outside_since);

CREATE TABLE plays (
  seq INTEGER PRIMARY KEY, -- the order in which they began, whatever the clock said
  id TEXT NOT NULL UNIQUE, -- the pick's
  place_id TEXT NOT NULL,
  track_id TEXT REFERENCES tracks (id),
  title TEXT NOT NULL,
  artists TEXT NOT NULL,
  picked_at INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  reasons TEXT NOT NULL, -- JSON
  picker_version TEXT, -- null, like the next three, when a person asked for it
  probability REAL,
  candidates INTEGER,
  score REAL,
  mood_valence REAL, -- null, like the next four, once it has been forgotten
  mood_arousal REAL,
  mood_label TEXT,
  mood_confidence REAL,
  mood_basis TEXT,
  end_how TEXT,
  end_by TEXT, -- the actor's kind
  end_person_id TEXT, -- set only where somebody signed in did it
  heard_ms REAL
) STRICT;
CREATE INDEX plays_by_track ON plays (track_id);
CREATE INDEX plays_with_mood ON plays (started_at) WHERE mood_label IS NOT NULL;

-- Apart from plays, so that the history's pages stay full of plays.
CREATE TABLE slates (
  play_seq INTEGER PRIMARY KEY REFERENCES plays ON DELETE CASCADE,
  picker_version TEXT NOT NULL,
  target_valence REAL NOT NULL,
  target_arousal REAL NOT NULL,
  candidates TEXT NOT NULL -- JSON: [track id, distance, rest in ms or null, score, probability], …
) STRICT;
`;
