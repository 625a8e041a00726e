import { afterEach, expect, test } from "vitest";
import { distance } from "../../protocol/circumplex.ts";
import { StoreError } from "../../store/store.ts";
import { systemClock } from "../clock.ts";
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
import { Corrections } from "./corrections.ts";

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

test("a song that somebody asked for and that was cut or taken out comes next when that is taken back", async () => {
  await open();
  await ask({ do: "playTrack", track: (await trackCalled(under, "gloom 1")).id, when: "now" });
  await ask({ do: "playTrack", track: (await trackCalled(under, "gloom 3")).id, when: "next" });
  expect(playing()).toBe("gloom 1");
  await ask({ do: "wrongMood", track: (await trackNow()).id });
  await expect.poll(playing).toBe("gloom 3");
  expect(state().lastCorrection).toMatchObject({ putsBack: true });
  await ask({ do: "playTrack", track: (await trackCalled(under, "gloom 5")).id, when: "next" });
  await ask({ do: "undoCorrection" });
  expect(queued().slice(0, 2)).toEqual(["gloom 1", "gloom 5"]);
  // What waits in the queue is taken out of it, and comes back to its place.
  await ask({ do: "block", track: (await trackCalled(under, "gloom 1")).id, what: "song" });
  expect(queued()).not.toContain("gloom 1");
  await ask({ do: "undoCorrection" });
  expect(queued()[0]).toBe("gloom 1");
});

test("what Mien chose by itself and was cut comes next when that is taken back, and is nobody's wish", async () => {
  await open();
  const { id, title } = await trackNow();
  const { reasons, draw } = playingOf(under);
  await ask({ do: "wrongMood", track: id });
  expect(state().lastCorrection).toMatchObject({ putsBack: true });
  await ask({ do: "undoCorrection" });
  expect(queued()[0]).toBe(title);
  expect(state().queue[0]).toMatchObject({ reasons, draw, broughtBack: true });
  // Like a wish it stays, whatever is wished for, and what follows it is another song.
  await ask({ do: "prefer", languages: [], artists: ["nobody at all"] });
  await expect.poll(() => queued().length).toBe(2);
  expect(queued()[0]).toBe(title);
  expect(queued()[1]).not.toBe(title);
  // The history counts it among what Mien chose.
  await ask({ do: "skip" });
  expect(playing()).toBe(title);
  const again = playingOf(under).id;
  const told = async () =>
    (await under.kept.store.plays.told(Number.MAX_SAFE_INTEGER, 5)).find((play) => play.id === again);
  await expect.poll(told).toMatchObject({ asked: false });
  expect((await told())?.reasons).not.toContainEqual(expect.objectContaining({ kind: "asked" }));
  const hours = await under.kept.store.plays.byHour(0, Number.MAX_SAFE_INTEGER);
  expect(hours.reduce((all, { asked }) => all + asked, 0)).toBe(0);
  // It was not heard, nor asked for: there is nothing to bring back.
  await ask({ do: "wrongMood", track: (await trackCalled(under, "gloom 5")).id });
  expect(state().lastCorrection).toMatchObject({ putsBack: false });
});

test("what was cut comes back as the first one, though as many wait as may", async () => {
  await open(joyAndGloom(60));
  const { id, title } = await trackNow();
  await ask({ do: "wrongMood", track: id });
  for (let n = 1; n < 41; n += 2)
    expect(
      await ask({ do: "playTrack", track: (await trackCalled(under, `gloom ${n}`)).id, when: "next" }),
    ).toBeNull();
  expect(await ask({ do: "undoCorrection" })).toBeNull();
  expect(queued().slice(0, 2)).toEqual([title, "gloom 1"]);
  expect(queued()).toHaveLength(22);
});

test("what somebody asked for meanwhile comes first as their wish, and is not heard twice", async () => {
  await open();
  const { id, title } = await trackNow();
  await ask({ do: "wrongMood", track: id });
  await ask({ do: "playTrack", track: (await trackCalled(under, "gloom 1")).id, when: "next" });
  await ask({ do: "playTrack", track: id, when: "next" });
  const wish = state().queue[1]?.id;
  await ask({ do: "undoCorrection" });
  expect(queued().slice(0, 2)).toEqual([title, "gloom 1"]);
  expect(state().queue[0]?.id).toBe(wish);
  expect(queued().filter((each) => each === title)).toHaveLength(1);
});

test("where the store fails as it comes back, that is told, and it can be tried again", async () => {
  await open();
  const { id, title } = await trackNow();
  await ask({ do: "wrongMood", track: id });
  const read = library().track;
  library().track = () => Promise.reject(new StoreError("unavailable", "Another program holds it."));
  expect(await ask({ do: "undoCorrection" })).toBe("Another program holds it.");
  library().track = read;
  expect(state().lastCorrection).toMatchObject({ track: id });
  expect(await ask({ do: "undoCorrection" })).toBeNull();
  expect(queued()[0]).toBe(title);
});

test("what is back already as another one fails is not brought back twice", async () => {
  const solo = ["solo 1", "solo 2"].map((title): SomeSong => ({ title, at: gloom, artist: "Solo" }));
  await open([...joyAndGloom(10), ...solo]);
  const { appliance, kept } = under;
  const [one, two] = [await trackCalled(under, "solo 1"), await trackCalled(under, "solo 2")];
  for (const { id } of [one, two]) await ask({ do: "playTrack", track: id, when: "next" });
  const guest = { kind: "guest", sessionId: "another" } as const;
  const back: string[] = [];
  let fails = true;
  const corrections = new Corrections({
    store: kept.store,
    player: () => appliance.player,
    target: () => expect.fail("a block asks for no mood"),
    settings: () => appliance.settings.current,
    inLine: (work) => work(),
    leave: async () => undefined,
    putBack: async (pick) => {
      if (fails && titleOf(pick) === "solo 1")
        throw new StoreError("unavailable", "Another program holds it.");
      back.push(titleOf(pick));
    },
    corrected: async () => undefined,
    artistWanted: () => undefined,
    blocksChanged: () => undefined,
    clock: systemClock,
    onChange: () => undefined,
  });
  await corrections.block(one.id, "artist", guest);
  await expect(corrections.undo(null, guest)).rejects.toThrow("Another program holds it.");
  fails = false;
  expect(await corrections.undo(null, guest)).toBeNull();
  expect(back).toEqual(["solo 2", "solo 1"]);
  corrections.steps.stop();
});

test("of an artist's songs the one that was pointed at is said to come again only where it was cut", async () => {
  const solo = ["solo 1", "solo 2"].map((title): SomeSong => ({ title, at: gloom, artist: "Solo" }));
  await open([...joyAndGloom(10), ...solo]);
  const [one, two] = [await trackCalled(under, "solo 1"), await trackCalled(under, "solo 2")];
  await ask({ do: "playTrack", track: two.id, when: "next" });
  await ask({ do: "block", track: one.id, what: "artist" });
  expect(state().lastCorrection).toMatchObject({ title: "solo 1", putsBack: false });
  await ask({ do: "undoCorrection" });
  expect(queued()[0]).toBe("solo 2");
});

test("whoever asks for what was brought back gets it as their wish; who takes two words back, once", async () => {
  await open();
  const { id, title } = await trackNow();
  await ask({ do: "wrongMood", track: id });
  await ask({ do: "undoCorrection" });
  await ask({ do: "block", track: id, what: "song" });
  expect(queued()).not.toContain(title);
  await ask({ do: "undoCorrection" });
  expect(queued().filter((each) => each === title)).toHaveLength(1);
  expect(await ask({ do: "playTrack", track: id, when: "next" })).toBeNull();
  expect(queued().filter((each) => each === title)).toHaveLength(1);
  expect(state().queue[0]?.reasons[0]).toMatchObject({ kind: "asked" });
  expect(state().queue[0]?.broughtBack).toBeUndefined();
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
