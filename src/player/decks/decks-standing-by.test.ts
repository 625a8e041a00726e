import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { song, twoDecks } from "./testing-decks.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("without a crossfade", () => {
  test("the deck that plays goes over by itself where no seconds are wished for, and the other one is silent", async () => {
    const { decks, a, b, events, time } = await twoDecks({ seconds: 0 });
    await decks.load(song("one"));
    await decks.prepare(song("two"));
    await time(60_250);
    expect(events).toEqual(["advanced"]);
    expect(a.playing?.path).toBe("two");
    expect(b).toMatchObject({ paused: true, said: [] });
  });

  test("a song gives way only to one that waits already, and none is under the other", async () => {
    const { decks, a, b, time } = await twoDecks({ seconds: 0 });
    await decks.load(song("one"));
    await decks.prepare(song("two"));
    await decks.whenPrepared();
    const loads = b.loads.length;
    const loaded = decks.load({ ...song("two"), overMs: 1_000 });
    await vi.advanceTimersByTimeAsync(0);
    expect([a.playing?.path, a.said, b.paused]).toEqual(["one", ["out 150 ear"], true]);
    await time(250);
    expect(await loaded).toEqual({ ok: true, durationMs: 60_000 });
    expect([a.playing, b.playing?.path, b.paused, b.said]).toEqual([null, "two", false, ["in 0 ear"]]);
    expect(b.loads).toHaveLength(loads);
  });

  test("the song that gives way sounds for as long as another one takes to load", async () => {
    const { decks, a, b, time } = await twoDecks({ seconds: 0 });
    await decks.load(song("one"));
    let isThere = (): void => undefined;
    b.loadAnswers.push(
      () => new Promise((resolve) => (isThere = () => resolve({ ok: true, durationMs: 60_000 }))),
    );
    const loaded = decks.load({ ...song("a wish"), overMs: 1_000 });
    await time(5_000);
    expect(a).toMatchObject({ playing: { path: "one" }, positionMs: 5_000 });
    isThere();
    await time(500);
    await loaded;
    expect([a.playing, b.playing?.path]).toEqual([null, "a wish"]);
  });

  test("a song that was faded out gives way at once", async () => {
    const { decks, a, b, time } = await twoDecks({ seconds: 0 });
    await decks.load(song("one"));
    await decks.prepare(song("two"));
    const faded = decks.fade("out", 2_000);
    await time(2_000);
    await faded;
    await decks.load({ ...song("two"), overMs: 2_000 });
    expect([a.playing, b.playing?.path, b.paused]).toEqual([null, "two", false]);
    expect(a.said).toEqual(["out 2000 ear"]);
  });

  test("no song waits where the device forbids it, but a deck stands by", async () => {
    const { decks, a, b, time } = await twoDecks({ forbidden: true });
    expect(decks.capabilities.crossfade).toBe(false);
    await decks.load(song("one"));
    await decks.prepare(song("two"));
    await time(60_250);
    expect(a.playing?.path).toBe("two");
    expect(b).toMatchObject({ running: true, loads: [] });
    await decks.load({ ...song("three"), overMs: 1_000 });
    expect([a.playing?.path, b.loads]).toEqual(["three", []]);
  });

  test("where the device turns out to take one sound at a time, nothing is tried again", async () => {
    const { decks, a, b, time } = await twoDecks();
    b.loadAnswers.push(async () => {
      b.lose("output-missing");
      return { ok: false, because: "lost", detail: "busy" };
    });
    await decks.load(song("one"));
    for (const path of ["two", "three"]) {
      await decks.prepare(song(path));
      await time(60_250);
      expect(a.playing?.path).toBe(path);
    }
    expect(b.loads).toHaveLength(1);
    expect(b.running).toBe(true);
    expect(decks.capabilities.crossfade).toBe(false);
  });

  test("the deck that plays goes over by itself where the other one is lost before its turn", async () => {
    const { decks, a, b, events, time } = await twoDecks();
    await decks.load(song("one"));
    await decks.prepare(song("two"));
    await time(1_000);
    b.lose("mpv-gone");
    await time(59_500);
    expect(events).toEqual(["advanced"]);
    expect(a.playing?.path).toBe("two");
    expect(b.running).toBe(true);
  });

  test("the deck that plays goes over by itself where its clock was heard too late", async () => {
    const { decks, a, b, events, time } = await twoDecks();
    await decks.load(song("one"));
    await decks.prepare(song("two"));
    await decks.whenPrepared();
    a.positionMs = 59_700;
    await time(500);
    expect(events).toEqual(["advanced"]);
    expect(a).toMatchObject({ playing: { path: "two" }, said: [] });
    expect(b).toMatchObject({ paused: true, said: [] });
    // And from there on as ever.
    await decks.prepare(song("three"));
    await time(55_250);
    expect(events).toEqual(["advanced", "advanced"]);
    expect(b).toMatchObject({ playing: { path: "three" }, paused: false });
  });
});

describe("the process of the deck that plays is gone", () => {
  const killed = async (options: Parameters<typeof twoDecks>[0] = {}) => {
    const setting = await twoDecks(options);
    await setting.decks.load(song("one"));
    await setting.decks.prepare(song("two"));
    await setting.time(10_000);
    setting.a.lose("mpv-gone");
    return setting;
  };

  test.each([false, true])(
    "the other one takes over without a new one (takes one sound: %s)",
    async (forbidden) => {
      const { decks, a, b, events, time } = await killed({ forbidden });
      const starts = a.starts + b.starts;
      expect(events).toEqual(["lost"]);
      expect(await decks.start()).toEqual({ ok: true });
      await decks.load({ ...song("one"), startAtMs: 10_000 });
      expect(a.starts + b.starts).toBe(starts);
      expect(b).toMatchObject({ playing: { path: "one" }, paused: false, positionMs: 10_000 });
      // And the one that was lost stands by in its turn.
      await decks.prepare(song("two"));
      await time(250);
      expect(a.running).toBe(true);
      b.lose("mpv-gone");
      await decks.start();
      await decks.load(song("one"));
      expect(a.playing?.path).toBe("one");
    },
  );

  test("and so is the other one's: both begin anew", async () => {
    const { decks, a, b } = await killed();
    b.lose("mpv-gone");
    const { starts } = a;
    expect(await decks.start()).toEqual({ ok: true });
    expect(a.starts).toBe(starts + 1);
    await decks.load(song("one"));
    expect([a.playing?.path, b.playing]).toEqual(["one", null]);
  });

  test("while the other one is still being started: that is waited for", async () => {
    const { decks, a, b } = await twoDecks();
    await decks.load(song("one"));
    let isThere = (): void => undefined;
    const start = b.start.bind(b);
    b.start = async () => {
      await new Promise<void>((resolve) => {
        isThere = resolve;
      });
      return start();
    };
    await decks.prepare(song("two"));
    await vi.advanceTimersByTimeAsync(0);
    const { starts } = a;
    a.lose("mpv-gone");
    const started = decks.start();
    isThere();
    expect(await started).toEqual({ ok: true });
    await decks.load(song("one"));
    expect([a.starts, b.playing?.path]).toEqual([starts, "one"]);
  });

  test("in a crossfade: the song that comes in is gone on with, and the other one is not heard again", async () => {
    const { decks, a, b, events, time } = await twoDecks();
    await decks.load(song("one"));
    await decks.prepare(song("two"));
    await time(57_000);
    b.lose("mpv-gone");
    expect(events).toEqual(["advanced", "lost"]);
    const started = decks.start();
    await time(6_000);
    await started;
    await decks.load(song("two"));
    await time(6_000);
    expect([a.playing?.path, b.playing]).toEqual(["two", null]);
  });
});

test.each(["mpv-stalled", "output-missing"] as const)(
  "after %s both begin anew: the device may be to blame",
  async (reason) => {
    const { decks, a, b } = await twoDecks();
    await decks.load(song("one"));
    await decks.prepare(song("two"));
    await decks.whenPrepared();
    const { starts } = a;
    a.lose(reason);
    await decks.start();
    expect(a.starts).toBe(starts + 1);
    expect(b.running).toBe(false);
  },
);

describe("what an earlier daemon left", () => {
  test("on the second deck is gone on with there", async () => {
    const { decks, a, b } = await twoDecks({ left: ["one", "two"] });
    expect(decks.adopted).toEqual(["one", "two"]);
    await decks.load(song("two"));
    expect([a.playing, b.playing?.path]).toEqual([null, "two"]);
  });

  test("on the second deck alone, after a takeover: it keeps the device, which is not asked for another sound", async () => {
    const { decks, a, b } = await twoDecks({ left: [null, "one"], forbidden: true });
    for (const deck of [a, b]) expect(deck.starts).toBe(deck.standBys);
    await decks.load(song("one"));
    expect([a.running, a.playing, b.playing?.path]).toEqual([true, null, "one"]);
    await decks.prepare(song("two"));
    expect(b.prepared?.path).toBe("two");
  });

  test("idle on the second deck: it stands by, and the first one is started as ever", async () => {
    const { decks, a, b } = await twoDecks({ left: [null, null] });
    expect([a.starts - a.standBys, b.starts - b.standBys]).toEqual([1, 0]);
    await decks.load(song("one"));
    expect([a.playing?.path, b.running, b.playing]).toEqual(["one", true, null]);
  });

  test("on both is gone on with on the first", async () => {
    const { decks, a, b } = await twoDecks({ left: ["one", "one"] });
    await decks.load(song("one"));
    expect([a.playing?.path, b.playing]).toEqual(["one", null]);
  });
});
