import { afterEach, beforeEach, expect, test } from "vitest";
import { labelPoints } from "../../../protocol/circumplex.ts";
import type { Track } from "../../../protocol/music.ts";
import { scannedFile } from "../../../store/testing.ts";
import { makeTestServer, type TestServer } from "../testing.ts";

let under: TestServer;
let tracks: readonly Track[];
beforeEach(async () => {
  under = await makeTestServer();
  await under.kept.store.library.put([
    scannedFile("/music/a.mp3", { track: { title: "Aurora", artists: ["Ana Lúz"], languages: ["fr"] } }),
    scannedFile("/music/b.mp3", { track: { title: "Bruma", artists: ["Trio", "Pomme"] } }),
    scannedFile("/music/c.mp3", { track: { title: '=HYPERLINK("x")', artists: ["-1+1"], affect: null } }),
  ]);
  ({ tracks } = (await under.get("/api/library/tracks")).json());
});
afterEach(() => under.remove());

const idOf = (title: string) => tracks.find((track) => track.title === title)?.id ?? "";
const point = { valence: -0.5, arousal: 0.25 };
const correct = (body: object) => under.send("POST", "/api/library/corrections", body);

test("many songs are placed at once, and a person's word comes first in the evidence", async () => {
  expect((await correct({ tracks: tracks.map(({ id }) => id), point })).json()).toEqual({ changed: 3 });
  const { evidence, sound } = (await under.get(`/api/library/tracks/${idOf("Aurora")}/evidence`)).json();
  expect(evidence).toEqual([
    { point, confidence: 1, from: "person" },
    expect.objectContaining({ from: "tag" }),
  ]);
  expect(sound).toBeNull();
  expect((await under.get("/api/library/tracks?from=person")).json().total).toBe(3);
  expect((await correct({ tracks: [idOf("Aurora")], point: null })).json()).toEqual({ changed: 1 });
  expect((await under.get("/api/library/tracks?from=person")).json().total).toBe(2);
});

test("what is taken back is only what still holds: a newer word stays", async () => {
  const ids = [idOf("Aurora"), idOf("Bruma")];
  const newer = { valence: 0.1, arousal: 0.2 };
  await correct({ tracks: ids, point });
  await correct({ tracks: [idOf("Bruma")], point: newer });
  expect((await correct({ tracks: ids, point: null, still: point })).json()).toEqual({ changed: 1 });
  const track = async (title: string): Promise<Track> =>
    (await under.get(`/api/library/tracks/${idOf(title)}`)).json();
  expect((await track("Aurora")).affect?.from).toBe("tag");
  expect((await track("Bruma")).affect).toMatchObject({ point: newer, from: "person" });
  // Null: only where nobody has said anything since.
  expect((await correct({ tracks: ids, point, still: null })).json()).toEqual({ changed: 1 });
  expect((await track("Bruma")).affect?.point).toEqual(newer);
});

test.each([
  { tracks: [], point },
  { tracks: ["x"], point },
  { tracks: Array(1001).fill("00000000-0000-7000-8000-000000000000"), point },
  { tracks: ["00000000-0000-7000-8000-000000000000"], point: { valence: 2, arousal: 0 } },
  { tracks: ["00000000-0000-7000-8000-000000000000"] },
])("a correction that makes no sense is refused: %#", async (body) => {
  expect((await correct(body)).statusCode).toBe(400);
});

test("songs and artists are blocked, listed and allowed again", async () => {
  const block = (body: object) => under.send("POST", "/api/library/blocks", body);
  expect((await block({ track: idOf("Aurora") })).statusCode).toBe(204);
  expect((await block({ artist: "trio" })).statusCode).toBe(204);
  expect((await block({ track: "00000000-0000-7000-8000-000000000000" })).statusCode).toBe(404);
  expect((await block({ track: idOf("Aurora"), artist: "both" })).statusCode).toBe(400);
  expect((await under.get("/api/library/blocks")).json()).toEqual({
    tracks: [{ id: idOf("Aurora"), title: "Aurora", artists: ["Ana Lúz"], until: null }],
    artists: [{ name: "trio", until: null }],
  });
  await under.send("DELETE", `/api/library/blocks?track=${idOf("Aurora")}`);
  await under.send("DELETE", "/api/library/blocks?artist=Trio");
  expect((await under.get("/api/library/blocks")).json()).toEqual({ tracks: [], artists: [] });
  expect((await under.send("DELETE", "/api/library/blocks")).statusCode).toBe(400);
});

test("the owner takes back what was said, be it theirs or a guest's, once", async () => {
  const { corrections } = under.appliance.programme;
  await under.send("POST", "/api/library/blocks", { track: idOf("Aurora") });
  await corrections.wrongMood(idOf("Bruma"), { kind: "guest", sessionId: "g" });
  const said = corrections.steps.list;
  expect(said).toMatchObject([{ by: "guest" }, { by: "owner", holdsUntil: null }]);
  const back = (id = "") => under.send("DELETE", `/api/library/corrections/${id}`);
  for (const { id } of said) expect((await back(id)).statusCode).toBe(204);
  expect((await under.get("/api/library/blocks")).json().tracks).toEqual([]);
  expect((await under.get("/api/library/tracks?from=guest")).json().total).toBe(0);
  const again = await back(said[0]?.id);
  expect([again.statusCode, again.json().error]).toEqual([404, "There is nothing to take back any more."]);
});

test.each([
  ["POST", "/api/library/corrections"],
  ["POST", "/api/library/corrections.csv"],
  ["POST", "/api/library/blocks"],
  ["DELETE", "/api/library/blocks?artist=x"],
  ["DELETE", "/api/library/corrections/00000000-0000-7000-8000-000000000000"],
  ["POST", "/api/library/scan"],
  ["POST", "/api/library/copies"],
  ["GET", "/api/library/copies"],
  ["GET", "/api/library/drives"],
  ["GET", "/api/library/moods.m3u8?label=calm"],
] as const)("%s %s is for the machine itself", async (method, url) => {
  expect((await under.fromOutside(method, url)).statusCode).toBe(403);
});

test("other machines see songs, but not how this one's folders are called", async () => {
  const track = (await under.fromOutside("GET", `/api/library/tracks/${idOf("Aurora")}`)).json();
  expect(track.title).toBe("Aurora");
  expect(track).not.toHaveProperty("path");
});

test("what there is to choose from is told", async () => {
  expect((await under.get("/api/library/languages")).json()).toEqual([{ language: "fr", tracks: 1 }]);
  expect((await under.get("/api/library/artists?search=luz")).json()).toEqual([
    { name: "Ana Lúz", tracks: 1 },
  ]);
});

test("a point needs both of its numbers", async () => {
  expect((await under.get("/api/library/tracks?valence=0.5")).statusCode).toBe(400);
  const near = (await under.get("/api/library/tracks?valence=0.5&arousal=0.5")).json();
  expect(near.tracks.map(({ title }: Track) => title).sort()).toEqual(["Aurora", "Bruma"]);
  expect((await under.get("/api/library/tracks?from=none")).json().total).toBe(1);
  expect((await under.get("/api/library/tracks?unplayable=true")).json().total).toBe(0);
});

const csvOf = async () => (await under.get("/api/library/corrections.csv")).body;
const bring = (csv: string | Buffer) =>
  under.send("POST", "/api/library/corrections.csv", csv as string, {
    "content-type": "text/csv; charset=utf-8",
  });

test("corrections go out as CSV and come back the same", async () => {
  await correct({ tracks: tracks.map(({ id }) => id), point });
  const csv = await csvOf();
  expect(csv.startsWith("\ufefftrack,title,artists,valence,arousal,mood\r\n")).toBe(true);
  expect(csv).toContain(`"'=HYPERLINK(""x"")",'-1+1,-0.5,0.25,dark and driving\r\n`);
  await correct({ tracks: tracks.map(({ id }) => id), point: null });
  expect((await bring(csv)).json()).toEqual({ changed: 3, unknown: 0, faults: [] });
  expect(await csvOf()).toBe(csv);
});

test("of many corrections each is in the file once", async () => {
  const { library } = under.kept.store;
  await library.put(Array.from({ length: 450 }, (_, index) => scannedFile(`/music/more ${index}.mp3`)));
  const ids: string[] = [];
  for (const { track } of await library.page(0, 1_000)) ids.push(track.id);
  await library.correct(ids, point);
  const rows = (await csvOf()).trimEnd().split("\r\n").slice(1);
  expect(rows.map((row) => row.slice(0, 36)).toSorted()).toEqual(ids.toSorted());
});

test("from another Mien, or out of a spreadsheet, songs are found by title and artists", async () => {
  const csv = [
    "Title;Artists;Valence;Arousal",
    "aurora;Ana Lu\u0301z;0,5;-0,25",
    'Bruma;"Trio; Pomme";1;1',
    "bruma;Somebody else;0,1;0,1",
  ].join("\n");
  expect((await bring(csv)).json()).toEqual({ changed: 2, unknown: 1, faults: [] });
  const track = (await under.get(`/api/library/tracks/${idOf("Aurora")}`)).json();
  expect(track.affect).toMatchObject({ point: { valence: 0.5, arousal: -0.25 }, from: "person" });
});

test("of many songs of one name the one by these artists is found", async () => {
  const by = (artist: string, index: number) =>
    scannedFile(`/music/intro ${index}.mp3`, { track: { title: "Intro", artists: [artist] } });
  await under.kept.store.library.put(Array.from({ length: 80 }, (_, index) => by(`Band ${index}x`, index)));
  expect((await bring("title,artists,valence,arousal\nIntro,Band 79x,0.5,0.5\n")).json()).toMatchObject({
    changed: 1,
  });
});

test("rows that make no sense are told by their line, and the others hold", async () => {
  const csv = `track,title,artists,valence,arousal\n${idOf("Aurora")},,,0.1,0.2\nx,Bruma,Trio; Pomme,7,0\nx,Bruma,Trio; Pomme,,0\n`;
  expect((await bring(csv)).json()).toEqual({
    changed: 1,
    unknown: 0,
    faults: [
      { line: 3, reason: expect.stringContaining("-1 to 1") },
      { line: 4, reason: expect.stringContaining("-1 to 1") },
    ],
  });
});

test.each([
  ["title,artists,album,isrc,start,start_utc,seconds", "the columns valence, arousal are missing."],
  ["track,title,artists,arousal", "the column valence is missing."],
  ["name;mood", "the column title is missing."],
  ['"not even a table"', "the columns title, valence, arousal are missing."],
])("a file with the columns %s is no corrections file, said once", async (columns, why) => {
  const rows = "a,b,c,d,e,f,g\n".repeat(50);
  const answer = await bring(`${columns}\n${rows}`);
  expect([answer.statusCode, answer.json()]).toEqual([400, { error: `This is no corrections file: ${why}` }]);
  expect((await bring(columns)).statusCode).toBe(400);
});

test("a mood's name says where a song stands, in the words of the file or of the settings", async () => {
  const csv =
    "title,artists,mood\nAurora,Ana Lúz,Dark and driving\nBruma,Trio; Pomme,calm\nAurora,Ana Lúz,blue\n";
  expect((await bring(csv)).json()).toEqual({
    changed: 2,
    unknown: 0,
    faults: [{ line: 4, reason: expect.stringContaining("bright and lively, bright and easy") }],
  });
  const placeOf = async (title: string) =>
    (await under.get(`/api/library/tracks/${idOf(title)}`)).json().affect.point;
  expect([await placeOf("Aurora"), await placeOf("Bruma")]).toEqual([labelPoints.tense, labelPoints.calm]);
});

test("where a row has both, the numbers count", async () => {
  const csv =
    "title,artists,valence,arousal,mood\nAurora,Ana Lúz,-0.5,0.25,steady\nBruma,Trio; Pomme,x,0,steady\n";
  expect((await bring(csv)).json()).toMatchObject({ changed: 1, faults: [{ line: 3 }] });
});

test("what is no such file is refused in one sentence", async () => {
  expect((await bring(`"never closed ${"x".repeat(20_000)}`)).statusCode).toBe(400);
  const json = await under.send("POST", "/api/library/corrections.csv", "[]", {
    "content-type": "application/json",
  });
  expect(json.statusCode).toBe(415);
  expect((await bring("")).json()).toEqual({ changed: 0, unknown: 0, faults: [] });
});
