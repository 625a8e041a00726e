import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Deck, Decks } from "./decks.ts";
import { FakeOutput } from "./fake-output.ts";
import type { LoadRequest, OutputEvent } from "./output.ts";
import { quiet } from "./testing.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

class FakeDeck extends FakeOutput implements Deck {
  said: string[] = [];

  async comeIn(durationMs: number, shape: string): Promise<void> {
    this.said.push(`in ${durationMs} ${shape}`);
    this.paused = false;
  }

  override async fade(to: "out" | "in", durationMs: number, shape = "ear"): Promise<void> {
    this.said.push(`${to} ${durationMs} ${shape}`);
    await super.fade(to, durationMs);
  }

  async unload(): Promise<void> {
    this.playing = null;
  }
}

const song = (path: string): LoadRequest => ({ path, startAtMs: 0, paused: false, gainDb: null });

async function twoDecks(options: { seconds?: number; forbidden?: boolean; durationMs?: number } = {}) {
  const { seconds = 5, forbidden = false, durationMs = 60_000 } = options;
  const [a, b] = [new FakeDeck({ durationMs }), new FakeDeck({ durationMs })];
  const decks = new Decks({
    decks: [a, b],
    secondWasLeft: async () => b.adopted.length > 0,
    crossfadeMs: () => seconds * 1_000,
    forbidden,
    log: quiet,
  });
  const events: OutputEvent["type"][] = [];
  decks.on(({ type }) => type !== "position" && events.push(type));
  await decks.start();
  const time = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 250) {
      await vi.advanceTimersByTimeAsync(250);
      a.advance(250);
      b.advance(250);
    }
    await vi.advanceTimersByTimeAsync(0);
  };
  return { decks, a, b, events, time };
}

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
    await decks.pause();
    expect(a.playing).toBeNull();
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

  test("is an ordinary load where no crossfade is wished for, and while paused", async () => {
    for (const { seconds, paused } of [
      { seconds: 0, paused: false },
      { seconds: 5, paused: true },
    ]) {
      const { decks, a, b } = await twoDecks({ seconds });
      await decks.load(song("one"));
      if (paused) await decks.pause();
      await decks.load({ ...over("two"), paused });
      expect([a.playing?.path, b.playing]).toEqual(["two", null]);
    }
  });

  test("of a song that can't be played ends the one before too", async () => {
    const { decks, a, b } = await twoDecks();
    await decks.load(song("one"));
    b.loadAnswers.push(async () => ({ ok: false, because: "unplayable", detail: "no music" }));
    expect(await decks.load(over("two"))).toMatchObject({ ok: false, because: "unplayable" });
    expect([a.playing, b.playing]).toEqual([null, null]);
  });
});

describe("without a gap instead", () => {
  test("where no seconds are wished for", async () => {
    const { decks, a, b, events, time } = await twoDecks({ seconds: 0 });
    await decks.load(song("one"));
    await decks.prepare(song("two"));
    await time(60_250);
    expect(events).toEqual(["advanced"]);
    expect(a.playing?.path).toBe("two");
    expect(b.starts).toBe(0);
  });

  test("where the device forbids it", async () => {
    const { decks, a, b, time } = await twoDecks({ forbidden: true });
    expect(decks.capabilities.crossfade).toBe(false);
    await decks.load(song("one"));
    await decks.prepare(song("two"));
    await time(60_250);
    expect(a.playing?.path).toBe("two");
    expect(b.starts).toBe(0);
  });

  test("where the device turns out to take one sound at a time, from there on", async () => {
    const { decks, a, b, time } = await twoDecks();
    b.startAnswers.push({ ok: false, reason: "output-missing", detail: "busy" });
    await decks.load(song("one"));
    for (const path of ["two", "three"]) {
      await decks.prepare(song(path));
      await time(60_250);
      expect(a.playing?.path).toBe(path);
    }
    expect(b.starts).toBe(1);
    expect(decks.capabilities.crossfade).toBe(false);
  });

  test("where the other deck is lost before its turn", async () => {
    const { decks, a, b, events, time } = await twoDecks();
    await decks.load(song("one"));
    await decks.prepare(song("two"));
    await time(1_000);
    b.lose("mpv-gone");
    await time(59_500);
    expect(events).toEqual(["advanced"]);
    expect(a.playing?.path).toBe("two");
  });
});

test("the deck that plays is lost: so is the output, and both begin anew", async () => {
  const { decks, a, b, events, time } = await twoDecks();
  await decks.load(song("one"));
  await decks.prepare(song("two"));
  await time(57_000);
  b.lose("mpv-gone");
  expect(events).toEqual(["advanced", "lost"]);
  await decks.start();
  await decks.load(song("two"));
  expect([a.playing?.path, b.playing]).toEqual(["two", null]);
});

test("the song that an earlier daemon left on the second deck is gone on with there", async () => {
  const [a, b] = [new FakeDeck({ durationMs: 60_000 }), new FakeDeck({ durationMs: 60_000 })];
  a.adopted = ["one"];
  b.adopted = ["two"];
  const decks = new Decks({
    decks: [a, b],
    secondWasLeft: async () => true,
    crossfadeMs: () => 5_000,
    forbidden: false,
    log: quiet,
  });
  await decks.start();
  expect(decks.adopted).toEqual(["one", "two"]);
  await decks.load(song("two"));
  expect([a.playing, b.playing?.path]).toEqual([null, "two"]);
});
