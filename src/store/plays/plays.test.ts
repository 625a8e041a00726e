import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Track, TrackEnd } from "../../protocol/music.ts";
import { openTestStore, playBegun, scannedFile, type TestStore } from "../testing.ts";

let opened: TestStore;
let track: Track;
beforeEach(async () => {
  opened = await openTestStore();
  await opened.store.library.put([
    scannedFile("/music/a.mp3", { track: { title: "A", artists: ["One", "Two"] } }),
  ]);
  const { tracks } = await opened.store.library.list({ search: null, limit: 1, offset: 0 });
  if (tracks[0] === undefined) throw new Error("The file made no track.");
  track = tracks[0];
});
afterEach(() => opened.remove());

const skipped: TrackEnd = {
  how: "skipped",
  by: { kind: "guest", sessionId: "secret session" },
  heardMs: 12_000.5,
};

/** A second look at the database, as a backup or a person would take it. */
function rows(sql: string): Record<string, unknown>[] {
  const database = new Database(opened.file, { readonly: true });
  const found = database.prepare<[], Record<string, unknown>>(sql).all();
  database.close();
  return found;
}

describe("history", () => {
  test("a play that runs has no end yet", async () => {
    const play = playBegun("pick-1", track);
    await opened.store.plays.begin(play);
    expect(await opened.store.plays.recent(10)).toEqual([
      {
        id: "pick-1",
        trackId: track.id,
        title: "A",
        artists: ["One", "Two"],
        startedAt: play.startedAt,
        endedAt: null,
        mood: { affect: play.mood?.affect, label: "content", basis: "faces" },
        end: null,
      },
    ]);
  });

  test("tells how a play ended, and by what kind of actor; the first end holds", async () => {
    await opened.store.plays.begin(playBegun("pick-1", track));
    await opened.store.plays.end("pick-1", skipped, 5000, null);
    await opened.store.plays.end("pick-1", { how: "stopped", by: null, heardMs: 1 }, 6000, null);
    const [play] = await opened.store.plays.recent(1);
    expect(play).toMatchObject({ endedAt: 5000, end: { how: "skipped", by: "guest", heardMs: 12_000.5 } });
  });

  test("goes from the newest to the oldest in the order of beginning, even where the clock was set back", async () => {
    for (const [index, startedAt] of [5000, 9000, 100].entries())
      await opened.store.plays.begin(playBegun(`pick-${index}`, track, { startedAt }));
    expect((await opened.store.plays.recent(2)).map(({ id }) => id)).toEqual(["pick-2", "pick-1"]);
    expect(await opened.store.plays.recent(0)).toEqual([]);
  });

  test("keeps what is no track of the library too", async () => {
    const pick = { ...playBegun("pick-1", track).pick, draw: null };
    await opened.store.plays.begin({
      ...playBegun("pick-1", track),
      pick: { ...pick, item: { kind: "announcement", title: "We close." } },
    });
    const unknown = { ...track, id: "never stored" };
    await opened.store.plays.begin(playBegun("pick-2", unknown));
    expect((await opened.store.plays.recent(2)).map(({ trackId, title }) => [trackId, title])).toEqual([
      [null, "A"],
      [null, "We close."],
    ]);
  });

  test("a pick that begins again is left as it was, and an end without a beginning is no error", async () => {
    await opened.store.plays.begin(playBegun("pick-1", track));
    await opened.store.plays.begin(playBegun("pick-1", track, { startedAt: 9 }));
    await opened.store.plays.end("never begun", skipped, 1, null);
    expect(await opened.store.plays.recent(10)).toHaveLength(1);
    expect(rows("SELECT play_count FROM tracks")).toEqual([{ play_count: 1 }]);
  });

  test("keeps why and with what probability a song was drawn, and what the picker saw", async () => {
    const factors = { closeness: 0.987654, novelty: 1, trust: 0.8, preference: 0.5 };
    const slate = {
      pickerVersion: "2",
      target: { valence: 0.25, arousal: -0.5 },
      candidates: [
        { trackId: track.id, distance: 0.123456, restMs: null, ...factors, score: 1.5, probability: 0.75 },
        { trackId: "other", distance: 1, restMs: 60_000.4, ...factors, score: 0, probability: 1e-7 },
      ],
    };
    await opened.store.plays.begin(playBegun("pick-1", track, { slate }));
    const [play] = rows("SELECT * FROM plays");
    const [place] = rows("SELECT id FROM place");
    expect(play).toMatchObject({
      place_id: place?.id,
      picker_version: "1",
      probability: 0.25,
      candidates: 4,
      score: 0.5,
    });
    expect(JSON.parse(String(play?.reasons))).toEqual([{ kind: "rested", lastPlayedAt: null }]);
    const [kept] = rows("SELECT * FROM slates");
    expect(kept).toMatchObject({ picker_version: "2", target_valence: 0.25, target_arousal: -0.5 });
    expect(JSON.parse(String(kept?.candidates))).toEqual([
      [track.id, 0.1235, null, 1.5, 0.75, 0.9877, 1, 0.8, 0.5],
      ["other", 1, 60_000, 0, 1e-7, 0.9877, 1, 0.8, 0.5],
    ]);
  });

  test("keeps no guest's session and nobody's visit, but who it was that signed in", async () => {
    const begun = playBegun("pick-1", track);
    const guest = { kind: "guest", sessionId: "secret session" } as const;
    await opened.store.plays.begin({
      ...begun,
      pick: {
        ...begun.pick,
        reasons: [
          { kind: "turn", of: "secret visit" },
          { kind: "preferred", what: "artist", value: "secret love", by: "person" },
          { kind: "asked", by: guest },
        ],
      },
    });
    await opened.store.plays.end("pick-1", skipped, 5000, null);
    await opened.store.plays.begin(playBegun("pick-2", track));
    await opened.store.plays.end(
      "pick-2",
      { ...skipped, by: { kind: "person", id: "person 1" } },
      6000,
      null,
    );
    expect(JSON.stringify(rows("SELECT * FROM plays"))).not.toContain("secret");
    expect(rows("SELECT reasons FROM plays ORDER BY seq LIMIT 1")).toEqual([
      { reasons: '[{"kind":"asked","by":{"kind":"guest"}}]' },
    ]);
    expect(rows("SELECT end_by, end_person_id FROM plays ORDER BY seq")).toEqual([
      { end_by: "guest", end_person_id: null },
      { end_by: "person", end_person_id: "person 1" },
    ]);
  });

  test("forgets moods, and all that tells them, but not what was played when", async () => {
    const target = { valence: 0, arousal: 0 };
    const slate = { pickerVersion: "1", target, candidates: [] };
    const begun = playBegun("old", track, { startedAt: 1000, slate });
    const reasons = [
      { kind: "mood", label: "gloomy", basis: "faces", looks: { kind: "unread" }, policy: "lift" } as const,
    ];
    await opened.store.plays.begin({ ...begun, pick: { ...begun.pick, reasons } });
    await opened.store.plays.begin(playBegun("new", track, { startedAt: 2000, slate }));
    expect(await opened.store.plays.forgetMoods(2000)).toBe(1);
    expect(await opened.store.plays.forgetMoods(2000)).toBe(0);
    expect(await opened.store.plays.recent(2)).toMatchObject([
      { id: "new", mood: { label: "content" } },
      { id: "old", mood: null, title: "A", startedAt: 1000 },
    ]);
    expect(rows("SELECT p.id FROM slates s JOIN plays p ON p.seq = s.play_seq")).toEqual([{ id: "new" }]);
    expect(JSON.stringify(rows("SELECT * FROM plays WHERE id = 'old'"))).not.toContain("gloomy");
  });
});
