/**
 * What a library of any size and a DJ's picks need. Where tracks stand is kept by who says so; candidates are found
 * in the reader's memory, so their index and the table of artists go.
 */
export const anySize = `
DROP INDEX tracks_choosable;
ALTER TABLE tracks DROP COLUMN band;
DROP TABLE track_artists;

ALTER TABLE tracks ADD COLUMN bpm REAL;
ALTER TABLE tracks ADD COLUMN isrc TEXT;
ALTER TABLE tracks ADD COLUMN also TEXT; -- other names that copies of it go by, for the search
ALTER TABLE tracks ADD COLUMN blocked_at INTEGER;
ALTER TABLE tracks ADD COLUMN cover_version TEXT NOT NULL DEFAULT ''; -- of its thumbnails; '' before there are any
ALTER TABLE tracks ADD COLUMN cover_hash TEXT;
ALTER TABLE tracks ADD COLUMN sound_version TEXT NOT NULL DEFAULT '';
-- Who knows least is listened to first: 0 nothing but the sound, 1 the genre, 2 a person, or a file's own words.
ALTER TABLE tracks ADD COLUMN sound_turn INTEGER GENERATED ALWAYS AS (
  CASE WHEN affect_from IS NULL OR affect_from = 'sound' THEN 0 WHEN affect_from = 'genre' THEN 1 ELSE 2 END) VIRTUAL;
CREATE INDEX tracks_blocked ON tracks (seq) WHERE blocked_at IS NOT NULL;
CREATE INDEX tracks_by_sound ON tracks (sound_turn, sound_version) WHERE present = 1 AND unplayable IS NULL;
CREATE INDEX tracks_by_cover ON tracks (cover_version)
  WHERE present = 1 AND unplayable IS NULL AND cover IS NOT NULL;
CREATE INDEX tracks_by_cover_hash ON tracks (cover_hash) WHERE cover_hash IS NOT NULL;

CREATE TABLE track_affects (
  track_seq INTEGER NOT NULL REFERENCES tracks ON DELETE CASCADE,
  source TEXT NOT NULL,
  valence REAL NOT NULL,
  arousal REAL NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (track_seq, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX track_affects_by_people ON track_affects (track_seq) WHERE source = 'person';
INSERT INTO track_affects (track_seq, source, valence, arousal, confidence)
  SELECT seq, affect_from, valence, arousal, ifnull(affect_confidence, 0) FROM tracks
  WHERE affect_from IS NOT NULL AND valence IS NOT NULL AND arousal IS NOT NULL;

CREATE TABLE track_sounds (
  track_seq INTEGER PRIMARY KEY REFERENCES tracks ON DELETE CASCADE,
  version TEXT NOT NULL,
  features TEXT, -- JSON; null where it failed
  failed TEXT
) STRICT;

CREATE TABLE blocked_artists (
  key TEXT PRIMARY KEY, -- the name without case
  name TEXT NOT NULL,
  blocked_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- JSON of what the file says, where its track has other files too; null where the track's row is what it says.
ALTER TABLE files ADD COLUMN said TEXT;
CREATE INDEX files_missing ON files (missing_since) WHERE missing_since IS NOT NULL;
CREATE INDEX files_outside ON files (outside_since) WHERE outside_since IS NOT NULL;
-- What else it was read with: files of version 1 say nothing, and so are read once more.
ALTER TABLE files ADD COLUMN read_with TEXT NOT NULL DEFAULT '';

DROP TRIGGER tracks_searchable_new;
DROP TRIGGER tracks_searchable_changed;
DROP TABLE tracks_search;
CREATE VIRTUAL TABLE tracks_search USING fts5 (
  title, artists, album, genres, also,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
INSERT INTO tracks_search (rowid, title, artists, album, genres, also) SELECT
  seq, title, (SELECT group_concat(value, ' ') FROM json_each(artists)),
  album, (SELECT group_concat(value, ' ') FROM json_each(genres)), also
FROM tracks WHERE present = 1;
CREATE TRIGGER tracks_searchable_new AFTER INSERT ON tracks WHEN new.present = 1 BEGIN
  INSERT INTO tracks_search (rowid, title, artists, album, genres, also) VALUES (
    new.seq, new.title, (SELECT group_concat(value, ' ') FROM json_each(new.artists)),
    new.album, (SELECT group_concat(value, ' ') FROM json_each(new.genres)), new.also);
END;
CREATE TRIGGER tracks_searchable_changed AFTER UPDATE OF title, artists, album, genres, also, present ON tracks
WHEN (old.title, old.artists, old.album, old.genres, old.also, old.present)
  IS NOT (new.title, new.artists, new.album, new.genres, new.also, new.present)
BEGIN
  DELETE FROM tracks_search WHERE rowid = old.seq;
  INSERT INTO tracks_search (rowid, title, artists, album, genres, also) SELECT
    new.seq, new.title, (SELECT group_concat(value, ' ') FROM json_each(new.artists)),
    new.album, (SELECT group_concat(value, ' ') FROM json_each(new.genres)), new.also
  WHERE new.present = 1;
END;

ALTER TABLE plays ADD COLUMN kind TEXT NOT NULL DEFAULT 'track'; -- of the item
UPDATE plays SET kind = 'announcement' WHERE track_id IS NULL AND artists = '[]';
ALTER TABLE plays ADD COLUMN album TEXT; -- as it was called then, like title and artists
ALTER TABLE plays ADD COLUMN isrc TEXT;
UPDATE plays SET album = (SELECT album FROM tracks WHERE id = track_id) WHERE track_id IS NOT NULL;
ALTER TABLE plays ADD COLUMN policy TEXT; -- these five are forgotten with the mood
ALTER TABLE plays ADD COLUMN target_valence REAL;
ALTER TABLE plays ADD COLUMN target_arousal REAL;
ALTER TABLE plays ADD COLUMN during_valence REAL; -- the mean while it played; null where no face was seen
ALTER TABLE plays ADD COLUMN during_arousal REAL;
CREATE INDEX plays_by_start ON plays (started_at, seq);
CREATE INDEX plays_with_effect ON plays (seq) WHERE policy IS NOT NULL AND during_valence IS NOT NULL;
`;
