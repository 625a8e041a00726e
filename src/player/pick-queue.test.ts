import { describe, expect, test, vi } from "vitest";
import type { Pick } from "../protocol/music.ts";
import { type NextPick, PickQueue } from "./pick-queue.ts";
import { pickNumber, quiet, visitor } from "./testing.ts";

function queueOf(ask: (n: number) => Promise<NextPick>) {
  let asked = 0;
  const queue = new PickQueue({
    ask: () => {
      asked += 1;
      return ask(asked);
    },
    changed: () => undefined,
    log: quiet,
  });
  return { queue, asked: () => asked, ids: () => queue.picks.map(({ id }) => id) };
}

const soon = <T>(value: T): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(value), 5));

test("one pick is held, however often it is filled", async () => {
  const { queue, asked, ids } = queueOf(async (n) => pickNumber(n));
  await Promise.all([queue.fill(), queue.fill()]);
  await queue.fill();
  expect([asked(), ids()]).toEqual([1, ["1"]]);
});

test("a pick that was asked for in another mood is dropped, and another one asked for, one at a time", async () => {
  let running = 0;
  const { queue, asked, ids } = queueOf(async (n) => {
    running += 1;
    expect(running).toBe(1);
    await soon(null);
    running -= 1;
    return pickNumber(n);
  });
  await Promise.all([queue.fill(), queue.renew(), queue.renew()]);
  expect([asked(), ids()]).toEqual([2, ["2"]]);
});

test("a wish for another one that comes just as one is chosen is heard", async () => {
  let asked = 0;
  const queue = new PickQueue({
    ask: async () => pickNumber(++asked),
    changed: () => {
      if (asked === 1 && queue.picks.length === 1) queueMicrotask(() => void queue.renew());
    },
    log: quiet,
  });
  await queue.fill();
  await expect.poll(() => queue.picks.map(({ id }) => id)).toEqual(["2"]);
});

test("what comes after it was stopped is not kept, and the stop waits for it", async () => {
  let answered = false;
  const { queue, ids } = queueOf(async (n) => {
    await soon(null);
    answered = true;
    return pickNumber(n);
  });
  void queue.fill();
  await queue.stop();
  expect([answered, ids()]).toEqual([true, []]);
});

test("after a stop nothing is chosen ahead, whatever changes, and then what suits when a song is taken", async () => {
  const { queue, asked, ids } = queueOf(async (n) => pickNumber(n));
  await queue.fill();
  await queue.stop();
  await queue.renew();
  await queue.drop(() => true);
  expect([asked(), ids()]).toEqual([1, []]);
  expect(await queue.take()).toMatchObject({ id: "2" });
  await queue.renew();
  expect([asked(), ids()]).toEqual([3, ["3"]]);
});

test("a picker that can't choose just now says why, and is asked again next time", async () => {
  const { queue } = queueOf(async (n) =>
    n === 1 ? { unavailable: "The database is held by another program" } : pickNumber(n),
  );
  expect(await queue.take()).toBeNull();
  expect(queue.unavailable).toBe("The database is held by another program");
  expect(await queue.take()).toMatchObject({ id: "2" });
  expect(queue.unavailable).toBeNull();
});

test("a picker with a bug is heard", async () => {
  const { queue } = queueOf(() => Promise.reject(new Error("its worker is dead")));
  await expect(queue.take()).rejects.toThrow("its worker is dead");
});

test("songs that people asked for come first, in their order, and what was chosen follows them anew", async () => {
  const { queue, asked, ids } = queueOf(async (n) => pickNumber(n));
  await queue.fill();
  await queue.put(pickNumber(70), "last");
  await queue.put(pickNumber(80), "last");
  await queue.put(pickNumber(90), "first");
  expect([asked(), ids()]).toEqual([4, ["90", "70", "80", "4"]]);
  expect(await queue.take()).toMatchObject({ id: "90" });
  expect(ids()).toEqual(["70", "80", "4"]);
});

test("a change of mood leaves what people asked for, and a stop does not", async () => {
  const { queue, ids } = queueOf(async (n) => pickNumber(n));
  await queue.put(pickNumber(70), "last");
  await queue.renew();
  expect(ids()).toEqual(["70", "2"]);
  await queue.stop();
  expect(ids()).toEqual([]);
});

describe("a song that can't be had yet waits again as what it was", () => {
  test("nobody's wish: it comes next, behind those, and goes where another mood wants another one", async () => {
    const { queue, asked, ids } = queueOf(async (n) => pickNumber(n));
    const chosen = await queue.take();
    if (chosen === null) throw new Error("nothing was chosen");
    await queue.putBack(chosen);
    expect([asked(), ids(), queue.nextIsChosen]).toEqual([1, ["1"], true]);
    await queue.put(pickNumber(70), "last");
    expect(ids()).toEqual(["70", "2"]);
    await queue.putBack(chosen);
    expect(ids()).toEqual(["70", "1"]);
    await queue.renew();
    expect(ids()).toEqual(["70", "3"]);
  });

  test("nobody's wish, while nobody answers which one is next: it is had at once, and no other one is asked for", async () => {
    const { queue, asked } = queueOf(() => new Promise(() => undefined));
    void queue.fill();
    await queue.putBack(pickNumber(50));
    expect(await queue.take()).toMatchObject({ id: "50" });
    expect(asked()).toBe(1);
  });

  test("nobody's wish, while another one is being chosen: it stays the next", async () => {
    const { queue, ids } = queueOf((n) => soon(pickNumber(n)));
    const filled = queue.fill();
    await queue.putBack(pickNumber(50));
    await filled;
    expect(ids()).toEqual(["50"]);
  });

  test("somebody's wish, or what somebody brought back: before all others, whatever the mood", async () => {
    const wish: Pick = { ...pickNumber(70), reasons: [{ kind: "asked", by: visitor }] };
    const back: Pick = { ...pickNumber(80), broughtBack: true };
    for (const pick of [wish, back]) {
      const { queue, ids } = queueOf(async (n) => pickNumber(n));
      await queue.put(pickNumber(90), "last");
      await queue.putBack(pick);
      await queue.renew();
      expect([ids().slice(0, 2), queue.nextIsChosen]).toEqual([[pick.id, "90"], false]);
    }
  });
});

test("songs that are not wanted any more leave the queue, whoever wanted them", async () => {
  const { queue, ids } = queueOf(async (n) => pickNumber(n));
  for (const each of [70, 80]) await queue.put(pickNumber(each), "last");
  await queue.drop(({ id }) => id === "70" || id === "2");
  expect(ids()).toEqual(["80", "3"]);
});

test("a picker that never answers holds nobody up for ever", async () => {
  vi.useFakeTimers();
  const { queue } = queueOf(() => new Promise(() => undefined));
  const taking = queue.take();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await taking).toBeNull();
  expect(queue.unavailable).toMatch("has not answered");
  vi.useRealTimers();
});
