import { expect, test, vi } from "vitest";
import { PickQueue } from "./pick-queue.ts";
import { pickNumber, quiet } from "./testing.ts";

function queueOf(ask: (n: number) => Promise<ReturnType<typeof pickNumber> | null>) {
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

test("what comes after it was cleared is not kept", async () => {
  const { queue, ids } = queueOf((n) => soon(pickNumber(n)));
  const filling = queue.fill();
  queue.clear();
  await filling;
  expect(ids()).toEqual([]);
});

test("a picker that fails has nothing to offer, and is asked again next time", async () => {
  const { queue } = queueOf(async (n) => {
    if (n === 1) throw new Error("the disk is full");
    return pickNumber(n);
  });
  expect(await queue.take()).toBeNull();
  expect(await queue.take()).toMatchObject({ id: "2" });
});

test("a picker that never answers holds nobody up for ever", async () => {
  vi.useFakeTimers();
  const { queue } = queueOf(() => new Promise(() => undefined));
  const taking = queue.take();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await taking).toBeNull();
  vi.useRealTimers();
});
