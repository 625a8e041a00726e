import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations/all.ts";
import { openStore } from "./open.ts";
import type { Store } from "./store.ts";
import { anyCandidate, scannedFile } from "./testing.ts";

/** What a Mien of version 1 left behind: two songs, one that is gone, one that is broken, and what was played. */
const rows = `
INSERT INTO place VALUES (1, 'place 1', 'The Bar');
INSERT INTO settings VALUES ('volume', '0.5');
INSERT INTO tracks (seq, id, place_id, content_hash, title, title_order, artists, album, year, genres, languages,
  duration_ms, explicit, gain_db, cover, valence, arousal, affect_confidence, affect_from, unplayable, present,
  last_played_at, play_count) VALUES
  (1, 'joy', 'place 1', 'h1', 'Élan', 'elan', '["Björk","Guest"]', 'Post', 1995, '["Pop"]', '["is"]', 200000.5, 1, -3.5,
    'embedded', 0.75, 0.5, 0.9, 'tag', NULL, 1, 3000, 2),
  (2, 'blank', 'place 1', 'h2', 'Blank', 'blank', '[]', NULL, NULL, '[]', '[]', 100000, NULL, NULL, NULL,
    NULL, NULL, NULL, NULL, NULL, 1, NULL, 0),
  (3, 'gone', 'place 1', 'h3', 'Gone', 'gone', '["Björk"]', NULL, NULL, '[]', '[]', 100000, NULL, NULL, NULL,
    -0.5, -0.25, 0.4, 'genre', NULL, 0, 4000, 1),
  (4, 'broken', 'place 1', 'h4', 'Broken', 'broken', '["X"]', NULL, NULL, '[]', '[]', 0, NULL, NULL, NULL,
    NULL, NULL, NULL, NULL, 'It is empty.', 1, NULL, 0);
INSERT INTO track_artists VALUES ('björk', 1), ('guest', 1), ('björk', 3), ('x', 4);
INSERT INTO files (path, track_seq, root, size, modified_at, content_hash, missing_since) VALUES
  ('/music/a.mp3', 1, '/music', 1, 11.5, 'h1', NULL), ('/music/b.mp3', 2, '/music', 2, 12, 'h2', NULL),
  ('/music/c.mp3', 3, '/music', 3, 13, 'h3', 500), ('/music/d.mp3', 4, '/music', 4, 14, 'h4', NULL);
INSERT INTO plays (seq, id, place_id, track_id, title, artists, picked_at, started_at, ended_at, reasons, mood_valence,
  mood_arousal, mood_label, mood_confidence, mood_basis, end_how, heard_ms) VALUES
  (1, 'play 1', 'place 1', 'joy', 'Élan', '["Björk","Guest"]', 1, 3000, 5000, '[]', 0.5, 0.5, 'content', 1, 'faces',
    'finished', 2000),
  (2, 'play 2', 'place 1', NULL, 'We close.', '[]', 1, 3500, NULL, '[]', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (3, 'play 3', 'place 1', 'gone', 'Gone', '["Björk"]', 1, 4000, 4500, '[]', 0.5, 0.5, 'content', 1, 'faces',
    'skipped', 500);
`;

let folder: string;
let file: string;
let store: Store;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-migration-"));
  file = join(folder, "mien.db");
  const first = new Database(file);
  migrate(first, file, migrations.slice(0, 1));
  first.exec(rows);
  first.close();
  store = await openStore({ file, log: { warn: () => undefined } });
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

test("a database of version 1 keeps its place, its settings and its history", async () => {
  expect(await store.place()).toEqual({ id: "place 1" });
  expect(await store.settings.all()).toEqual({ volume: 0.5, placeName: "The Bar" });
  expect(await store.plays.recent(5)).toMatchObject([
    { id: "play 3", title: "Gone", end: { how: "skipped", heardMs: 500 } },
    { id: "play 2", title: "We close.", mood: null },
    { id: "play 1", trackId: "joy", mood: { label: "content" } },
  ]);
});

test("its songs are listed, found by any name, and chosen as before", async () => {
  const list = async (search: string | null): Promise<string[]> =>
    (await store.library.list({ search, limit: 10, offset: 0 })).tracks.map(({ title }) => title);
  expect(await list(null)).toEqual(["Blank", "Broken", "Élan"]);
  // The index is built anew after the start.
  await expect.poll(() => list("bjo")).toEqual(["Élan"]);
  expect(await list("post pop")).toEqual(["Élan"]);
  expect(await store.library.candidates(anyCandidate())).toEqual([
    {
      track: {
        ...{ id: "joy", uri: "local:joy", title: "Élan", artists: ["Björk", "Guest"], album: "Post" },
        ...{ year: 1995, genres: ["Pop"], languages: ["is"], durationMs: 200_000.5, explicit: true },
        ...{ gainDb: -3.5, cover: "embedded", bpm: null, isrc: null, unplayable: null },
        affect: { point: { valence: 0.75, arousal: 0.5 }, confidence: 0.9, from: "tag" },
      },
      affect: { valence: 0.75, arousal: 0.5 },
      lastPlayedAt: 3000,
      // By the song that is gone.
      artistLastPlayedAt: 4000,
      plays: 2,
    },
  ]);
});

test("where its songs stand, and who said so, becomes their evidence", async () => {
  const tag = { point: { valence: 0.75, arousal: 0.5 }, confidence: 0.9, from: "tag" };
  expect(await store.library.evidence("joy")).toEqual([tag]);
  expect(await store.library.evidence("gone")).toMatchObject([{ from: "genre", confidence: 0.4 }]);
  expect(await store.library.evidence("blank")).toEqual([]);
});

test("its plays are reported with their albums, and without announcements", async () => {
  expect(await store.plays.report({ from: 0, to: 9000, after: null, limit: 10 })).toEqual([
    {
      ...{ id: "play 1", title: "Élan", artists: ["Björk", "Guest"], album: "Post", isrc: null },
      ...{ startedAt: 3000, heardMs: 2000 },
    },
    {
      ...{ id: "play 3", title: "Gone", artists: ["Björk"], album: null, isrc: null },
      ...{ startedAt: 4000, heardMs: 500 },
    },
  ]);
});

test("its files are read once more, and what they newly say joins what is known of the song", async () => {
  const [before] = await store.library.stamps("/music", "", 1);
  expect(before).toEqual({
    ...{ path: "/music/a.mp3", size: 1, modifiedAt: 11.5, readWith: "", isMissing: false },
  });
  const again = scannedFile("/music/a.mp3", {
    contentHash: "h1",
    track: { title: "Élan", artists: ["Björk"], isrc: "ISXXX9500001", affects: [] },
  });
  expect(await store.library.put([again])).toEqual({ added: 0, changed: 1, moved: 0 });
  expect(await store.library.track("joy")).toMatchObject({ isrc: "ISXXX9500001", affect: null });
  expect(await store.plays.recent(5)).toMatchObject([{}, {}, { trackId: "joy" }]);
});
