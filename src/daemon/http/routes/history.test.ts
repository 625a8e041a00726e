import { afterEach, beforeEach, expect, test } from "vitest";
import type { HourOfPlays, PlayTold } from "../../../protocol/library.ts";
import type { Pick, PickReason } from "../../../protocol/music.ts";
import { playBegun, scannedFile } from "../../../store/testing.ts";
import { makeTestServer, type TestServer } from "../testing.ts";

const HOUR_MS = 3_600_000;
/** A minute after the hour, some hours ago. */
const begin = Math.floor(Date.now() / HOUR_MS) * HOUR_MS - 5 * HOUR_MS + 60_000;
const somebody = "0190a6e0-1234-7abc-8def-0123456789ab";
let under: TestServer;

beforeEach(async () => {
  under = await makeTestServer();
  const { library, plays } = under.kept.store;
  await library.put([scannedFile("/music/1.mp3", { track: { title: "A song" } })]);
  const { tracks } = await library.list({ search: null, limit: 1, offset: 0 });
  const [track] = tracks;
  if (track === undefined) throw new Error("The library is empty.");
  const play = async (id: string, startedAt: number, given: Partial<Pick>, how: "finished" | "skipped") => {
    const begun = playBegun(id, track, { startedAt });
    await plays.begin({ ...begun, pick: { ...begun.pick, ...given } });
    await plays.end(id, { how, by: null, heardMs: 100_000 }, startedAt + 100_000, null);
  };
  const asked: PickReason[] = [{ kind: "asked", by: { kind: "person", id: somebody } }];
  const turn: PickReason[] = [{ kind: "turn", of: somebody }];
  const draw = { pickerVersion: "1", probability: 0.5, candidates: 9, score: 1 };
  await play("first", begin, { reasons: turn, draw }, "finished");
  await play("second", begin + 200_000, { reasons: asked, draw: null }, "skipped");
  const item = { kind: "context", uri: "demo:Noon", title: "Noon" } as const;
  await play("stood in", begin + HOUR_MS, { reasons: [], draw: null, item }, "finished");
  await play("third", begin + 2 * HOUR_MS, { reasons: [], draw }, "finished");
});
afterEach(() => under.remove());

test("each hour that had a song tells how many, and how many of them people asked for or ended", async () => {
  const { hours } = (await under.get("/api/history/hours")).json<{ hours: HourOfPlays[] }>();
  const first = Math.floor(begin / HOUR_MS) * HOUR_MS;
  expect(hours).toEqual([
    { at: first, plays: 2, asked: 1, skipped: 1 },
    { at: first + HOUR_MS, plays: 1, asked: 0, skipped: 0 },
    { at: first + 2 * HOUR_MS, plays: 1, asked: 0, skipped: 0 },
  ]);
});

test("the history is told from the newest on, a page at a time, with why each was chosen", async () => {
  const page = async (query: string) =>
    (await under.get(`/api/history?${query}`)).json<{ plays: PlayTold[] }>().plays;
  const newest = await page("limit=3");
  expect(newest.map(({ id, asked }) => [id, asked])).toEqual([
    ["third", false],
    ["stood in", false],
    ["second", true],
  ]);
  const older = await page(`limit=2&before=${newest[2]?.startedAt}`);
  expect(older.map(({ id, title }) => [id, title])).toEqual([["first", "A song"]]);
});

test("who asked for it is told to nobody", async () => {
  const { body } = await under.get("/api/history");
  expect(body).toContain('"asked"');
  expect(body).not.toContain(somebody);
});

test("a span or a page that makes no sense is refused with what it may be", async () => {
  for (const query of ["hours?days=0", "hours?days=400", "?limit=0", "?limit=many", "?before=-1"]) {
    const answer = await under.get(`/api/history${query.startsWith("?") ? "" : "/"}${query}`);
    expect([query, answer.statusCode]).toEqual([query, 400]);
  }
});
