import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { LoadRequest } from "../output.ts";
import { song, twoDecks } from "./testing-decks.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a crossfade", () => {
  test("begins so long before the song ends as was asked for, and the song's own end is not said again", async () => {
    const { decks, a, b, events, time } = await twoDecks();
    await decks.load(song("one"));
    await decks.prepare(song("two"));
    await time(54_500);
    expect(events).toEqual([]);
    expect(b).toMatchObject({ playing: { path: "two" }, paused: true });
    await time(500);
    expect(events).toEqual(["advanced"]);
    expect([a.said, b.said]).toEqual([["out 5000 power"], ["in 5000 power"]]);
    // Or it would sound twice as soon as the first one is over.
    expect(a.prepared).toBeNull();
    await time(6_000);
    expect(events).toEqual(["advanced"]);
    expect(a.playing).toBeNull();
    expect(b.positionMs).toBeGreaterThan(5_000);
  });

  test("goes back and forth between the decks", async () => {
    const { decks, a, b, events, time } = await twoDecks();
    await decks.load(song("one"));
    for (const [deck, path] of [
      [b, "two"],
      [a, "three"],
      [b, "four"],
    ] as const) {
      await decks.prepare(song(path));
      await time(56_000);
      expect(deck.playing?.path).toBe(path);
    }
    expect(events).toEqual(["advanced", "advanced", "advanced"]);
  });

  test("takes no more than a third of a short song", async () => {
    const { decks, b, time } = await twoDecks({ durationMs: 9_000 });
    await decks.load(song("one"));
    await decks.prepare(song("two"));
    await time(6_000);
    expect(b.said).toEqual(["in 3000 power"]);
  });

  test("is cut where somebody pauses in it: only the song that came in is left", async () => {
    const { decks, a, b, time } = await twoDecks();
    await decks.load(song("one"));
    await decks.prepare(song("two"));
    await time(56_000);
    // As the playback does as soon as it hears that the second one plays.
    await decks.prepare(song("three"));
    await decks.pause();
    expect(a.playing?.path).not.toBe("one");
    expect(b).toMatchObject({ playing: { path: "two" }, paused: true });
  });

  test("does not begin where what follows was taken back", async () => {
    const { decks, events, time } = await twoDecks();
    await decks.load(song("one"));
    await decks.prepare(song("two"));
    await time(1_000);
    await decks.prepare(null);
    await time(60_000);
    expect(events).toEqual(["ended"]);
  });
});

describe("a load over the song that plays", () => {
  const over = (path: string, overMs = 1_000): LoadRequest => ({ ...song(path), overMs });

  test("crosses over to the song that waits already, in the time that was asked for, and nothing ends by itself", async () => {
    const { decks, a, b, events, time } = await twoDecks();
    await decks.load(song("one"));
    await decks.prepare(song("two"));
    await time(10_000);
    const loads = b.loads.length;
    expect(await decks.load(over("two"))).toEqual({ ok: true, durationMs: 60_000 });
    expect(b.loads).toHaveLength(loads);
    expect([a.said, b.said]).toEqual([["out 1000 power"], ["in 1000 power"]]);
    await time(2_000);
    expect([a.playing, b.playing?.path]).toEqual([null, "two"]);
    expect(events).toEqual([]);
  });

  test("crosses over to any other song", async () => {
    const { decks, a, b, time } = await twoDecks();
    await decks.load(song("one"));
    await decks.prepare(song("two"));
    await time(10_000);
    await decks.load(over("a wish"));
    expect([a.playing?.path, b.playing?.path]).toEqual(["one", "a wish"]);
    await time(2_000);
    expect([a.playing, b.playing?.path]).toEqual([null, "a wish"]);
  });

  test("again in the middle of it lets the song before go at once, and never cuts off the newest", async () => {
    const { decks, a, b, time } = await twoDecks();
    await decks.load(song("one"));
    await decks.load(over("two", 4_000));
    await time(1_000);
    const loaded = decks.load(over("three", 4_000));
    await time(10_000);
    await loaded;
    expect([a.playing?.path, b.playing]).toEqual(["three", null]);
  });

  test("takes no longer than a crossfade may", async () => {
    const { decks, b } = await twoDecks({ seconds: 1 });
    await decks.load(song("one"));
    await decks.load(over("two", 2_000));
    expect(b.said).toEqual(["in 1000 power"]);
  });

  test("is an ordinary load while paused", async () => {
    const { decks, a, b } = await twoDecks();
    await decks.load(song("one"));
    await decks.pause();
    await decks.load({ ...over("two"), paused: true });
    expect([a.playing?.path, b.playing]).toEqual(["two", null]);
  });

  test("of a song that can't be played ends the one before too", async () => {
    const { decks, a, b } = await twoDecks();
    await decks.load(song("one"));
    b.loadAnswers.push(async () => ({ ok: false, because: "unplayable", detail: "no music" }));
    expect(await decks.load(over("two"))).toMatchObject({ ok: false, because: "unplayable" });
    expect([a.playing, b.playing]).toEqual([null, null]);
  });
});
