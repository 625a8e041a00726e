import { afterEach, expect, test } from "vitest";
import { distance } from "../../protocol/circumplex.ts";
import { StoreError } from "../../store/store.ts";
import {
  atScreen,
  gloom,
  joy,
  joyAndGloom,
  makePlayingAppliance,
  playingOf,
  type SomeSong,
  type TestAppliance,
  titleOf,
  trackCalled,
} from "../testing.ts";

let under: TestAppliance;
afterEach(() => under.remove());
const { ask, queued, state } = atScreen(() => under);

async function open(songs = joyAndGloom(20), overrides = {}) {
  under = await makePlayingAppliance(songs, { overrides });
  await expect.poll(() => under.appliance.player.queue.length).toBe(1);
}

const playing = () => titleOf(playingOf(under));
const library = () => under.appliance.store.library;
const trackNow = () => trackCalled(under, playing());

test("a song in the wrong mood moves away, gives way to another, and the next picks know", async () => {
  await open(joyAndGloom(8), { trackRestMinutes: 0, artistRestMinutes: 0 });
  const { id, title } = await trackNow();
  expect(await ask({ do: "wrongMood", track: id })).toBeNull();
  expect(playing()).toMatch(/^joy/);
  const moved = (await trackCalled(under, title)).affect;
  expect(moved?.from).toBe("guest");
  expect(distance(moved?.point ?? joy, joy)).toBeGreaterThan(0.6);
  expect(state().lastCorrection).toMatchObject({ kind: "wrong-mood", track: id, title, artist: null });
  expect(state().sixPicks.map(titleOf)).not.toContain(title);
  const heard: string[] = [];
  for (let skips = 0; skips < 8; skips += 1) {
    await ask({ do: "skip" });
    heard.push(playing());
  }
  expect(heard).not.toContain(title);
});

test("it can be taken back, to where the file or an earlier guest's word had it", async () => {
  await open();
  const { id, title } = await trackNow();
  const said = { valence: 0.6, arousal: 0.4 };
  await library().correct([id], said, "guest");
  await ask({ do: "wrongMood", track: id });
  expect(await ask({ do: "undoCorrection" })).toBeNull();
  expect((await trackCalled(under, title)).affect).toMatchObject({ point: said, from: "guest" });
  expect(state().lastCorrection).toBeNull();
  expect(await ask({ do: "undoCorrection" })).toBe("There is nothing to take back any more.");

  await ask({ do: "wrongMood", track: (await trackCalled(under, "gloom 1")).id });
  await ask({ do: "undoCorrection" });
  expect((await trackCalled(under, "gloom 1")).affect).toMatchObject({ point: gloom, from: "tag" });
});

test("a song that the owner placed stays where it is: what a guest says of it is skipped over and noted", async () => {
  await open();
  const { id, title } = await trackNow();
  const point = { valence: 0.6, arousal: 0.4 };
  await library().correct([id], point);
  expect(await ask({ do: "wrongMood", track: id })).toBeNull();
  expect(playing()).not.toBe(title);
  expect((await trackCalled(under, title)).affect).toMatchObject({ point, from: "person" });
  expect(state().lastCorrection).toMatchObject({ kind: "wrong-mood", notedOnly: true });
  expect(await library().evidence(id)).toMatchObject([
    { from: "person" },
    { from: "guest" },
    { from: "tag" },
  ]);
  await ask({ do: "undoCorrection" });
  expect(await library().evidence(id)).toMatchObject([{ from: "person" }, { from: "tag" }]);
});

test("two touches move it once, and are taken back at once", async () => {
  await open();
  const { id, title } = await trackNow();
  const touch = () => ask({ do: "wrongMood", track: id });
  await Promise.all([touch(), touch()]);
  const moved = (await trackCalled(under, title)).affect;
  await touch();
  expect((await trackCalled(under, title)).affect).toEqual(moved);
  expect(state().corrections).toHaveLength(1);
  await ask({ do: "undoCorrection" });
  expect((await trackCalled(under, title)).affect).toMatchObject({ point: joy, from: "tag" });
});

test("a song that is not wanted is skipped, and blocked until that is taken back", async () => {
  await open();
  const { id, title } = await trackNow();
  const pick = playingOf(under).id;
  expect(await ask({ do: "block", track: id, what: "song" })).toBeNull();
  expect(playing()).not.toBe(title);
  expect((await library().blocks()).tracks).toMatchObject([{ id }]);
  expect(state().lastCorrection).toMatchObject({ kind: "block-song", track: id });
  await expect
    .poll(async () => (await under.kept.store.plays.recent(5)).find((play) => play.id === pick)?.end)
    .toMatchObject({ how: "skipped", by: "guest" });
  await ask({ do: "undoCorrection" });
  expect((await library().blocks()).tracks).toEqual([]);
});

test("an artist who is not wanted goes with all their songs, also those that somebody waits for", async () => {
  const solo = Array.from(
    { length: 4 },
    (_, n): SomeSong => ({ title: `solo ${n}`, at: gloom, artist: "Solo" }),
  );
  await open([...joyAndGloom(10), ...solo]);
  const before = playing();
  const { id } = await trackCalled(under, "solo 1");
  await ask({ do: "playTrack", track: id, when: "next" });
  expect(await ask({ do: "block", track: id, what: "artist" })).toBeNull();
  expect(queued()).not.toContain("solo 1");
  expect(playing()).toBe(before);
  expect((await library().blocks()).artists).toMatchObject([{ name: "Solo" }]);
  expect(state().lastCorrection).toMatchObject({ kind: "block-artist", artist: "Solo" });
});

test("an artist who is not wanted is wished no longer, and is again when that is taken back", async () => {
  const solo = Array.from(
    { length: 4 },
    (_, n): SomeSong => ({ title: `solo ${n}`, at: joy, artist: "Solo" }),
  );
  await open([...joyAndGloom(10), ...solo]);
  await ask({ do: "prefer", languages: [], artists: ["solo"] });
  const { id } = await trackCalled(under, "solo 1");
  await ask({ do: "block", track: id, what: "artist" });
  expect(state().preferences).toMatchObject({ artists: [], until: null });
  await expect.poll(queued).toEqual([expect.not.stringMatching("solo")]);
  await ask({ do: "undoCorrection" });
  expect(state().preferences).toMatchObject({ artists: ["solo"], until: expect.any(Number) });
});

test("what can't be done is told in a sentence", async () => {
  await open([...joyAndGloom(10), { title: "by nobody", at: gloom, artist: "" }]);
  expect(await ask({ do: "wrongMood", track: "nobody" })).toBe("This song is not in the library any more.");
  expect(await ask({ do: "block", track: "nobody", what: "song" })).toMatch("not in the library");
  const { id } = await trackCalled(under, "by nobody");
  expect(await ask({ do: "block", track: id, what: "artist" })).toBe("This song names no artist.");
  const full = "The disk is full. Make room on it.";
  library().block = () => Promise.reject(new StoreError("disk-full", full));
  expect(await ask({ do: "block", track: id, what: "song" })).toBe(full);
  expect(state().lastCorrection).toBeNull();
});
