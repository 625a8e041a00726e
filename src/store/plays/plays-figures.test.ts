import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PlayBegun } from "../../protocol/library.ts";
import type { Affect } from "../../protocol/mood.ts";
import type { Track, TrackEnd } from "../../protocol/music.ts";
import { openTestStore, playBegun, scannedFile, type TestStore } from "../testing.ts";

let opened: TestStore;
let track: Track;
beforeEach(async () => {
  opened = await openTestStore();
  await opened.store.library.put([
    scannedFile("/music/a.mp3", {
      track: { title: "A", artists: ["One", "Two"], album: "First", isrc: "ATXXX2400001" },
    }),
  ]);
  const { tracks } = await opened.store.library.list({ search: null, limit: 1, offset: 0 });
  if (tracks[0] === undefined) throw new Error("The file made no track.");
  track = tracks[0];
});
afterEach(() => opened.remove());

const finished: TrackEnd = { how: "finished", by: null, heardMs: 180_000 };

async function played(id: string, given: Partial<PlayBegun>, during: Affect | null): Promise<void> {
  await opened.store.plays.begin(playBegun(id, track, given));
  await opened.store.plays.end(id, finished, 9000, during);
}

describe("effects", () => {
  const target = { valence: 0.8, arousal: 0.1 };
  const during = { valence: 0.6, arousal: -0.1 };

  test("tell the room before and during each song that a policy chose while somebody was seen", async () => {
    await played("lifted", { policy: "lift", target, startedAt: 1000 }, during);
    await played("asked for", { startedAt: 2000 }, during);
    await played("nobody there", { policy: "lift", target, startedAt: 3000 }, null);
    await opened.store.plays.begin(
      playBegun("plays still", track, { policy: "lift", target, startedAt: 4000 }),
    );
    await played("calmed", { policy: "calm", target, startedAt: 5000 }, during);
    const lifted = {
      ...{ policy: "lift", before: { valence: 0.4, arousal: -0.2 }, basis: "faces", during, target },
      ...{ startedAt: 1000, heardMs: 180_000 },
    };
    expect(await opened.store.plays.effects(0)).toEqual([
      { ...lifted, policy: "calm", startedAt: 5000 },
      lifted,
    ]);
    expect(await opened.store.plays.effects(1001)).toMatchObject([{ policy: "calm" }]);
  });

  test("come whole and newest first, however many there are, and no further back than asked", async () => {
    const played = Array.from({ length: 1100 }, (_, n) => [
      opened.store.plays.begin(playBegun(`p${n}`, track, { policy: "lift", target, startedAt: 1000 + n })),
      opened.store.plays.end(`p${n}`, finished, 9000, during),
    ]);
    await Promise.all(played.flat());
    const starts = async (since: number) =>
      (await opened.store.plays.effects(since)).map(({ startedAt }) => startedAt);
    expect(await starts(0)).toEqual(Array.from({ length: 1100 }, (_, n) => 2099 - n));
    expect(await starts(1500)).toHaveLength(600);
    expect(await starts(2099)).toEqual([2099]);
  });

  test("are forgotten with the moods, also where the song ends only then", async () => {
    await played("lifted", { policy: "lift", target, startedAt: 1000 }, during);
    await opened.store.plays.begin(
      playBegun("plays still", track, { policy: "lift", target, startedAt: 1001 }),
    );
    expect(await opened.store.plays.forgetMoods(2000)).toBe(2);
    await opened.store.plays.end("plays still", finished, 9000, during);
    expect(await opened.store.plays.effects(0)).toEqual([]);
    const database = new Database(opened.file, { readonly: true });
    const kept =
      "policy IS NOT NULL OR target_valence IS NOT NULL OR during_valence IS NOT NULL OR mood_label IS NOT NULL";
    expect(database.prepare(`SELECT count(*) AS plays FROM plays WHERE ${kept}`).get()).toEqual({ plays: 0 });
    database.close();
  });
});

describe("the report", () => {
  test("tells songs by their start, as they were tagged then, with what was heard of them", async () => {
    await played("second", { startedAt: 2000 }, null);
    await played("first", { startedAt: 1000 }, null);
    await opened.store.plays.begin(playBegun("plays still", track, { startedAt: 3000 }));
    const retagged = { title: "B", album: "Second" };
    await opened.store.library.put([scannedFile("/music/a.mp3", { modifiedAt: 2, track: retagged })]);
    const row = {
      ...{ id: "first", title: "A", artists: ["One", "Two"], album: "First", isrc: "ATXXX2400001" },
      ...{ startedAt: 1000, heardMs: 180_000 },
    };
    expect(await opened.store.plays.report({ from: 0, to: 5000, after: null, limit: 10 })).toEqual([
      row,
      { ...row, id: "second", startedAt: 2000 },
      { ...row, id: "plays still", startedAt: 3000, heardMs: null },
    ]);
  });

  test("holds what began from its first moment until before its last, and no announcement", async () => {
    for (const startedAt of [999, 1000, 1999, 2000]) await played(`at ${startedAt}`, { startedAt }, null);
    const spoken = playBegun("spoken", track, { startedAt: 1500 });
    await opened.store.plays.begin({
      ...spoken,
      pick: { ...spoken.pick, item: { kind: "announcement", title: "We close." } },
    });
    const rows = await opened.store.plays.report({ from: 1000, to: 2000, after: null, limit: 10 });
    expect(rows.map(({ id }) => id)).toEqual(["at 1000", "at 1999"]);
  });

  test("goes on where a page ended, also where songs began in the same moment", async () => {
    for (const id of ["a", "b", "c", "d", "e"]) await played(id, { startedAt: 1000 }, null);
    const ids: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await opened.store.plays.report({ from: 0, to: 5000, after, limit: 2 });
      if (page.length === 0) break;
      ids.push(...page.map(({ id }) => id));
      after = page.at(-1)?.id ?? null;
    }
    expect(ids).toEqual(["a", "b", "c", "d", "e"]);
  });
});
