import { afterAll, beforeAll, expect, test } from "vitest";
import { makeTestServer, type TestServer } from "./testing.ts";

let under: TestServer;
beforeAll(async () => {
  under = await makeTestServer();
});
afterAll(() => under.remove());

const id = "00000000-0000-7000-8000-000000000000";

test.each([
  ["/api/library/tracks?limit=9999", "limit may be 500 at most."],
  ["/api/library/tracks?limit=0", "limit must be 1 at least."],
  ["/api/library/tracks?limit=many", "limit must be a whole number."],
  ["/api/library/tracks?offset=-1", "offset must be 0 at least."],
  ["/api/library/tracks?valence=2&arousal=0", "valence may be 1 at most."],
  ["/api/library/tracks?valence=1", "A point needs both valence and arousal."],
  [
    "/api/library/tracks?from=me",
    "from must be one of person, guest, tag, playlist, folder, genre, sound, none.",
  ],
  ["/api/library/tracks?order=size", "order must be one of title, newest."],
  ["/api/library/tracks?unplayable=perhaps", "unplayable must be true or false."],
  [`/api/library/tracks?search=${"x".repeat(201)}`, "search may have 200 characters at most."],
  ["/api/library/tracks/one", "id must be an id, as lists of tracks tell it."],
  ["/api/library/tracks/one/evidence", "id must be an id, as lists of tracks tell it."],
  [`/api/library/tracks/${id}/cover?size=huge`, "size must be one of small, large."],
  ["/api/library/artists?limit=501", "limit may be 500 at most."],
  ["/api/library/moods.m3u8", "label must be given."],
  ["/api/library/corrections.csv?separator=dot", "separator must be one of comma, semicolon, tab."],
  ["/api/plays?limit=9999", "limit may be 500 at most."],
  ["/api/plays.csv?from=yesterday", "from must be a day, written as 2026-11-30."],
  ["/api/plays.csv?from=2026-02-30", "There is no such day: days are written as 2026-11-30."],
  ["/api/effect?days=0", "days must be 1 at least."],
])("GET %s: %s", async (url, sentence) => {
  const answer = await under.get(url);
  expect([answer.statusCode, answer.json().error]).toEqual([400, sentence]);
});

test.each([
  ["POST", "/api/library/corrections", {}, "tracks, point must be given."],
  ["POST", "/api/library/corrections", { tracks: "x", point: null }, "tracks must be a list."],
  ["POST", "/api/library/corrections", { tracks: [], point: null }, "tracks must hold 1 at least."],
  [
    "POST",
    "/api/library/corrections",
    { tracks: ["x"], point: null },
    "tracks must be an id, as lists of tracks tell it.",
  ],
  [
    "POST",
    "/api/library/corrections",
    { tracks: [id], point: null, why: "so" },
    "why is nothing that can be told here: leave it out.",
  ],
  ["POST", "/api/library/blocks", {}, "The body is not as docs/api.md describes it."],
  ["DELETE", "/api/library/blocks", undefined, "The query is not as docs/api.md describes it."],
  ["POST", "/api/library/copies", { from: "stick" }, "from must be a path from / on."],
  ["PUT", "/api/library/uploads", undefined, "path must be given."],
] as const)("%s %s %j: %s", async (method, url, body, sentence) => {
  const answer = await under.send(method, url, body);
  expect([answer.statusCode, answer.json().error]).toEqual([400, sentence]);
});

test.each([
  [{ do: "format the disk" }, /^do must be one of play, .*setMood.*otherPicks.*prefer\.$/],
  [null, /^do must be one of play, /],
  [{ do: "setVolume", volume: -1 }, /^volume must be 0 at least\.$/],
  [{ do: "setMood", forMs: 60_000 }, /^affect must be given\.$/],
  [{ do: "play", loudly: true }, /^loudly is nothing that can be told here: leave it out\.$/],
])("of the command %j it is said what is wrong with it", async (command, sentence) => {
  const answer = await under.send("POST", "/api/commands", command as object);
  expect([answer.statusCode, answer.json().error]).toEqual([400, expect.stringMatching(sentence)]);
});
