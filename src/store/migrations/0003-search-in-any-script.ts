/**
 * The search takes texts as search-text.ts writes them, which SQL can't: the writer fills the index by triggers of its
 * own, and in its spare turns with what was there before.
 */
export const searchInAnyScript = `
DROP TRIGGER tracks_searchable_new;
DROP TRIGGER tracks_searchable_changed;
DROP TABLE tracks_search;
CREATE VIRTUAL TABLE tracks_search USING fts5 (
  title, artists, album, genres, also,
  content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3'
);
-- How far tracks have been put into the index, in order of seq; no row when all of them have.
CREATE TABLE search_rebuild (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  after_seq INTEGER NOT NULL
) STRICT;
INSERT INTO search_rebuild (one, after_seq) SELECT 1, 0 WHERE EXISTS (SELECT 1 FROM tracks);
`;
