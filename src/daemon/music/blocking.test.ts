import { EventEmitter, once } from "node:events";
import { afterEach, describe, expect, test } from "vitest";
import { systemClock } from "../clock.ts";
import {
  atScreen,
  gloom,
  joyAndGloom,
  makePlayingAppliance,
  playingOf,
  type SomeSong,
  type TestAppliance,
  titleOf,
  trackCalled,
} from "../testing.ts";

const hourMs = 3_600_000;
const owner = { kind: "owner" } as const;
let under: TestAppliance;
afterEach(() => under.remove());
const { ask, queued, state } = atScreen(() => under);

async function open(songs: readonly SomeSong[] = joyAndGloom(20), options = {}) {
  under = await makePlayingAppliance(songs, options);
  await expect.poll(() => under.appliance.player.queue.length).toBe(1);
}

const playing = () => titleOf(playingOf(under));
const library = () => under.appliance.store.library;
const corrections = () => under.appliance.programme.corrections;
const idOf = async (title: string) => (await trackCalled(under, title)).id;

describe("how long a block holds", () => {
  test("a guest's for as long as the owner set, the owner's until it is taken back", async () => {
    await open(joyAndGloom(20), { overrides: { guestBlockHours: 2 } });
    const before = systemClock.now();
    await ask({ do: "block", track: await idOf("gloom 1"), what: "song" });
    await corrections().block(await idOf("gloom 3"), "song", owner);
    const [guests, owners] = (await library().blocks()).tracks;
    expect(guests?.until).toBeGreaterThanOrEqual(before + 2 * hourMs);
    expect(guests?.until).toBeLessThan(before + 2 * hourMs + 60_000);
    expect(owners?.until).toBeNull();
    expect(state().corrections).toMatchObject([
      { by: "owner", title: "gloom 3", holdsUntil: null },
      { by: "guest", title: "gloom 1", holdsUntil: guests?.until },
    ]);
    const refusal = async (title: string) => ask({ do: "playTrack", track: await idOf(title), when: "next" });
    expect(await refusal("gloom 1")).toBe("This song is not wanted here for a while.");
    expect(await refusal("gloom 3")).toBe("This song is blocked here.");
  });

  test("where the owner set no end, a guest's holds too until it is taken back", async () => {
    await open(joyAndGloom(20), { overrides: { guestBlockHours: null } });
    await ask({ do: "block", track: await idOf("gloom 1"), what: "artist" });
    expect((await library().blocks()).artists).toMatchObject([{ until: null }]);
  });

  test("a guest's ends by itself also where the daemon was away when its time was over", async () => {
    let ahead = 0;
    const clock = { ...systemClock, now: () => systemClock.now() + ahead };
    await open(joyAndGloom(20), { clock });
    await ask({ do: "block", track: await idOf("gloom 1"), what: "song" });
    ahead = 25 * hourMs;
    under.appliance.programme.start();
    await expect.poll(() => state().corrections).toEqual([]);
    expect((await library().blocks()).tracks).toEqual([]);
    expect(await ask({ do: "playTrack", track: await idOf("gloom 1"), when: "next" })).toBeNull();
  });
});

describe("several steps back", () => {
  test("each of the last corrections is taken back in any order, and the newest is offered first", async () => {
    await open();
    const [one, other, third] = [await idOf("gloom 1"), await idOf("gloom 3"), await idOf("gloom 5")];
    await ask({ do: "block", track: one, what: "song" });
    await ask({ do: "wrongMood", track: other });
    await ask({ do: "block", track: third, what: "song" });
    const [, , oldest] = state().corrections;
    expect(await ask({ do: "undoCorrection", correction: oldest?.id ?? "" })).toBeNull();
    expect((await library().blocks()).tracks).toMatchObject([{ id: third }]);
    expect(await ask({ do: "undoCorrection" })).toBeNull();
    expect((await library().blocks()).tracks).toEqual([]);
    expect(state().lastCorrection).toMatchObject({ kind: "wrong-mood", track: other });
    expect(await ask({ do: "undoCorrection" })).toBeNull();
    expect((await trackCalled(under, "gloom 3")).affect).toMatchObject({ point: gloom, from: "tag" });
    expect(state().corrections).toEqual([]);
    expect(await ask({ do: "undoCorrection", correction: "gone" })).toMatch("nothing to take back");
  });

  test("of two for the same song the older leaves the newer as it is, and with both it is as it was", async () => {
    await open();
    const track = await idOf("gloom 1");
    const guestsPoint = async () => (await library().evidence(track)).find(({ from }) => from === "guest");
    await ask({ do: "wrongMood", track });
    await ask({ do: "block", track: await idOf("gloom 3"), what: "song" });
    await ask({ do: "wrongMood", track });
    const newest = await guestsPoint();
    const [, , older] = state().corrections;
    await ask({ do: "undoCorrection", correction: older?.id ?? "" });
    expect(await guestsPoint()).toEqual(newest);
    await ask({ do: "undoCorrection" });
    expect(await guestsPoint()).toBeUndefined();
  });

  test("no more than ten are kept", async () => {
    await open(joyAndGloom(30));
    for (let n = 1; n < 24; n += 2) await ask({ do: "block", track: await idOf(`gloom ${n}`), what: "song" });
    expect(state().corrections).toHaveLength(10);
    expect(state().corrections[0]).toMatchObject({ title: "gloom 23" });
  });

  test("a guest can't take back what the owner said, and taking back their own leaves the owner's", async () => {
    await open();
    const track = await idOf("gloom 1");
    await ask({ do: "block", track, what: "song" });
    await corrections().block(track, "song", owner);
    const [owners, guests] = state().corrections;
    expect(state().lastCorrection).toEqual(guests);
    expect(await ask({ do: "undoCorrection", correction: owners?.id ?? "" })).toBe(
      "Only the owner can take this back.",
    );
    expect(await ask({ do: "undoCorrection" })).toBeNull();
    expect((await library().blocks()).tracks).toMatchObject([{ until: null }]);
    expect(await corrections().undo(owners?.id ?? "", owner)).toBeNull();
    expect((await library().blocks()).tracks).toEqual([]);
  });

  test("two touches block it once, and are taken back at once", async () => {
    let now = systemClock.now();
    await open(joyAndGloom(20), { clock: { ...systemClock, now: () => now } });
    const track = await idOf("gloom 1");
    for (const _ of ["one touch", "another"]) {
      await ask({ do: "block", track, what: "song" });
      now += 100;
    }
    expect(state().corrections).toMatchObject([{ holdsUntil: now - 100 + 24 * hourMs }]);
    await ask({ do: "undoCorrection" });
    expect((await library().blocks()).tracks).toEqual([]);
  });

  test("a guest's no to what stays blocked for longer anyway changes nothing, so there is nothing to take back", async () => {
    await open();
    const track = await idOf("gloom 1");
    await library().block({ track }, true, systemClock.now() + 48 * hourMs);
    await ask({ do: "block", track, what: "song" });
    expect(state().corrections).toEqual([]);
    expect((await library().blocks()).tracks).toHaveLength(1);
  });

  test("what the owner allows again is nothing to take back", async () => {
    await open();
    await ask({ do: "block", track: await idOf("gloom 1"), what: "artist" });
    await corrections().allow({ artist: "artist OF gloom 1" });
    expect(state().corrections).toEqual([]);
    expect((await library().blocks()).artists).toEqual([]);
  });
});

describe("a block holds at once", () => {
  test("the song that plays gives way when the owner blocks it, or its artist", async () => {
    await open();
    const first = playing();
    await corrections().block(await idOf(first), "song", owner);
    const second = playing();
    expect(second).not.toBe(first);
    await corrections().blockArtist(`artist of ${second}`, owner);
    expect(playing()).not.toBe(second);
  });

  test.each(["next", "now"] as const)(
    "a touch to play it %s that was looked into just before does not bring it",
    async (when) => {
      await open();
      const track = await idOf("gloom 1");
      const [blocks, block] = [library().blocks, library().block];
      const blocked = new EventEmitter();
      const isBlocked = once(blocked, "blocked");
      let looks = 0;
      library().blocks = async () => {
        const seen = await blocks();
        looks += 1;
        // What the touch saw is outdated by the time it goes on.
        if (looks === 1) await isBlocked;
        return seen;
      };
      library().block = async (...what) => {
        await block(...what);
        blocked.emit("blocked");
      };
      const touch = ask({ do: "playTrack", track, when });
      await expect.poll(() => looks).toBe(1);
      await Promise.all([touch, ask({ do: "block", track, what: "song" })]);
      expect([playing(), ...queued()]).not.toContain("gloom 1");
    },
  );
});
