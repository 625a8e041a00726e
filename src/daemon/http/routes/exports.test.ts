import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Track } from "../../../protocol/music.ts";
import { playBegun, scannedFile } from "../../../store/testing.ts";
import { makeTestServer, type TestServer } from "../testing.ts";
import { dayOf, firstOfMonth, utcTime, wallTime } from "./local-day.ts";

let under: TestServer;
beforeEach(async () => {
  under = await makeTestServer();
});
afterEach(async () => {
  vi.useRealTimers();
  await under.remove();
});

async function putTracks(tracks: Parameters<typeof scannedFile>[1][], paths?: readonly string[]) {
  await under.kept.store.library.put(
    tracks.map((track, index) => scannedFile(paths?.[index] ?? `/music/${index}.mp3`, track)),
  );
  return (await under.kept.store.library.list({ search: null, limit: 500, offset: 0 })).tracks;
}

async function playAt(track: Track, startedAt: number, heardMs: number | null): Promise<void> {
  const { plays } = under.kept.store;
  const id = `pick at ${startedAt}`;
  await plays.begin(playBegun(id, track, { startedAt }));
  if (heardMs !== null)
    await plays.end(id, { how: "finished", by: null, heardMs }, startedAt + heardMs, null);
}

const rowsOf = (csv: string): string[][] => parse(csv, { bom: true });
const startsIn = (csv: string) =>
  rowsOf(csv)
    .slice(1)
    .map((row) => row[4]);
const noon = (day: number) => new Date(2026, 10, day, 12).getTime();

test("the plays report has what collecting societies ask for, in the machine's own time", async () => {
  const [track] = await putTracks([
    {
      track: {
        title: 'He said "no"',
        artists: ["Ana Lúz", "Trio, Pomme"],
        album: "Été",
        isrc: "FRZ112600001",
      },
    },
  ]);
  if (!track) throw new Error("There is no track.");
  await playAt(track, noon(20), 181_400);
  await playAt(track, noon(21), null);
  const answer = await under.get("/api/plays.csv?from=2026-11-01&to=2026-11-30");
  expect(answer.headers["content-type"]).toBe("text/csv; charset=utf-8");
  expect(answer.headers["content-disposition"]).toBe(
    'attachment; filename="plays-2026-11-01-to-2026-11-30.csv"',
  );
  expect(answer.body.startsWith("\ufefftitle,artists,album,isrc,start,start_utc,seconds\r\n")).toBe(true);
  const song = ['He said "no"', "Ana Lúz; Trio, Pomme", "Été", "FRZ112600001"];
  expect(rowsOf(answer.body).slice(1)).toEqual([
    [...song, "2026-11-20 12:00:00", utcTime(noon(20)), "181"],
    [...song, "2026-11-21 12:00:00", utcTime(noon(21)), ""],
  ]);
});

test("both days of a span belong to it", async () => {
  const [track] = await putTracks([{ track: { title: "Song" } }]);
  if (!track) throw new Error("There is no track.");
  const midnight = (day: number) => new Date(2026, 10, day).getTime();
  for (const at of [midnight(20) - 1, midnight(20), midnight(22) - 1, midnight(22)])
    await playAt(track, at, 1_000);
  const rows = async (query: string) => rowsOf((await under.get(`/api/plays.csv${query}`)).body).length - 1;
  expect(await rows("?from=2026-11-20&to=2026-11-21")).toBe(2);
  expect(await rows("?from=2026-11-20&to=2026-11-22")).toBe(3);
  expect(await rows("?to=2026-11-21")).toBe(3);
  expect(await rows("?from=2026-11-21&to=2026-11-21")).toBe(1);
  expect(
    (await under.get("/api/plays.csv?from=2026-11-20&to=2026-11-21")).headers["content-disposition"],
  ).toContain("plays-2026-11-20-to-2026-11-21.csv");
});

test("without a span it tells of this month so far, and of the month of the last day without the first", async () => {
  const [track] = await putTracks([{ track: { title: "Song" } }]);
  if (!track) throw new Error("There is no track.");
  vi.useFakeTimers({ toFake: ["Date"], now: noon(17) });
  const now = Date.now();
  const today = dayOf(now);
  const [year = 0, month = 0] = today.split("-").map(Number);
  const before = new Date(year, month - 1, 1).getTime() - 1_000;
  await playAt(track, before, 1_000);
  await playAt(track, now, 1_000);
  const answer = await under.get("/api/plays.csv");
  expect(startsIn(answer.body)).toEqual([wallTime(now)]);
  expect(answer.headers["content-disposition"]).toContain(`plays-${firstOfMonth(today)}-to-${today}.csv`);
  const earlier = await under.get(`/api/plays.csv?to=${dayOf(before)}`);
  expect(startsIn(earlier.body)).toEqual([wallTime(before)]);
});

test("a spreadsheet in German opens it by a double click, and whoever wants commas asks for them", async () => {
  const [track] = await putTracks([
    { track: { title: "Grün; blau, rot", artists: ["Ä", "夜"], album: "x" } },
  ]);
  if (!track) throw new Error("There is no track.");
  vi.useFakeTimers({ toFake: ["Date"], now: noon(17) });
  await playAt(track, Date.now(), 2_000);
  const german = { "accept-language": "de-DE,de;q=0.9" };
  const { body } = await under.get("/api/plays.csv", german);
  expect(body).toMatch(
    /^\ufefftitle;artists;album;isrc;start;start_utc;seconds\r\n"Grün; blau, rot";"Ä; 夜";x;;/,
  );
  expect((await under.get("/api/plays.csv?separator=comma", german)).body).toMatch(/^\ufefftitle,artists,/);
  expect((await under.get("/api/plays.csv?separator=tab", german)).body).toMatch(/^\ufefftitle\tartists\t/);
});

test.each(["?from=2026-02-30", "?from=yesterday", "?from=2026-11-02&to=2026-11-01"])(
  "%s is refused in one sentence",
  async (query) => {
    const answer = await under.get(`/api/plays.csv${query}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().error).toEqual(expect.any(String));
  },
);

test("a report of many pages is whole and in order", async () => {
  const [track] = await putTracks([{ track: { title: "Song" } }]);
  if (!track) throw new Error("There is no track.");
  const plays = Array.from({ length: 450 }, (_, count) => playAt(track, noon(1) + count * 1_000, 500));
  await Promise.all(plays);
  const starts = startsIn((await under.get("/api/plays.csv?to=2026-11-30")).body);
  expect(starts).toHaveLength(450);
  expect(starts).toEqual(starts.toSorted());
});

test.each([
  '=HYPERLINK("http://evil.example","click")',
  "+1+1",
  "-2+3",
  "@SUM(1)",
  "\t=1",
  "＝1+1",
  "=cmd|' /C calc'!A0",
])("a title that a spreadsheet would run is disarmed: %j", async (title) => {
  const [track] = await putTracks([{ track: { title, artists: [title], album: title } }]);
  if (!track) throw new Error("There is no track.");
  await playAt(track, noon(1), 1_000);
  const [, row = []] = rowsOf((await under.get("/api/plays.csv?to=2026-11-30")).body);
  for (const field of row.slice(0, 3)) expect(field).toBe(`'${track.title}`);
});

test.each([
  ["x;=cmd|' /C calc'!A0;", "x;'=cmd|' /C calc'!A0;"],
  ['x,"=1+1', `x,"'=1+1`],
  ["x;'@SUM(1)", "x;''@SUM(1)"],
  ["Trio; -Pomme", "Trio; -Pomme"],
])("so is what another spreadsheet would take for a field of its own: %j", async (title, disarmed) => {
  const [track] = await putTracks([{ track: { title } }]);
  if (!track) throw new Error("There is no track.");
  await playAt(track, noon(1), 1_000);
  const [, row = []] = rowsOf((await under.get("/api/plays.csv?to=2026-11-30")).body);
  expect(row[0]).toBe(disarmed);
});

test("a mood's songs go out as a playlist of this machine's paths", async () => {
  const at = (valence: number, arousal: number) =>
    ({ point: { valence, arousal }, confidence: 1, from: "tag" }) as const;
  await putTracks(
    [
      { track: { title: "Calm one", artists: ["A", "B"], durationMs: 61_499, affect: at(0.3, -0.5) } },
      { track: { title: "Lively", affect: at(0.7, 0.5) } },
      { track: { title: "Nowhere", affect: null } },
      { track: { title: "Broken", affect: at(0.3, -0.5), unplayable: "It is cut short." } },
      { track: { title: "Sly", affect: at(0.3, -0.5) } },
      { track: { title: "Two\nlines", artists: [], affect: at(0.3, -0.6) } },
    ],
    ["/music/calm.mp3", "/m/1", "/m/2", "/m/3", "/music/sly\n/etc/passwd", "/music/é two.mp3"],
  );
  const answer = await under.get("/api/library/moods.m3u8?label=calm");
  expect(answer.headers["content-type"]).toMatch(/^audio\/x-mpegurl/);
  expect(answer.headers["content-disposition"]).toBe('attachment; filename="Calm and warm.m3u8"');
  expect(answer.body).toBe(
    "#EXTM3U\n#PLAYLIST:Calm and warm\n#MIEN-PLAYLIST\n#EXTINF:61,A, B - Calm one\n/music/calm.mp3\n#EXTINF:180,Two lines\n/music/é two.mp3\n",
  );
  const { tracks } = await under.kept.store.library.list({ search: "calm", limit: 1, offset: 0 });
  await under.kept.store.library.correct([tracks[0]?.id ?? ""], { valence: 0.3, arousal: -0.5 });
  expect((await under.get("/api/library/moods.m3u8?label=calm")).body).toContain(
    "#MIEN-PLACED-BY-A-PERSON\n#EXTINF:61,A, B - Calm one\n/music/calm.mp3\n#EXTINF:180,Two",
  );
  expect((await under.get("/api/library/moods.m3u8?label=happy")).statusCode).toBe(400);
  expect((await under.get("/api/library/moods.m3u8")).statusCode).toBe(400);
});
