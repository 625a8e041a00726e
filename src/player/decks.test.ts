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
