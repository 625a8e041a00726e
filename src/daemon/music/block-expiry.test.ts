import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { BlockTables } from "../../store/library-tables.ts";
import { StoreError } from "../../store/store.ts";
import { silentLog } from "../testing.ts";
import { BlockExpiry } from "./block-expiry.ts";

const hourMs = 3_600_000;
beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

/** Blocks of one song each that end at these times; null for one that does not. */
function expiry(ends: readonly (number | null)[]) {
  let left = ends.map((until) => ({ id: "a", title: "A", artists: [], until }));
  let failing = false;
  const lifted: number[] = [];
  const library: Pick<BlockTables, "liftBlocks" | "blocks"> = {
    liftBlocks: async (now) => {
      if (failing) throw new StoreError("unavailable", "The disk does not answer.");
      const before = left.length;
      left = left.filter(({ until }) => until === null || until > now);
      return before - left.length;
    },
    blocks: async () => ({ tracks: left, artists: [] }),
  };
  const keeper = new BlockExpiry({
    library,
    clock: { now: Date.now, monotonic: () => performance.now() },
    log: silentLog,
    onLifted: async () => void lifted.push(Date.now()),
  });
  const fail = (is: boolean) => {
    failing = is;
  };
  return { keeper, lifted, left: () => left.length, fail };
}

test("each block ends when its time is over, and one without an end stays", async () => {
  const { keeper, lifted, left } = expiry([30_000, 5 * hourMs, null]);
  await keeper.look();
  await vi.advanceTimersByTimeAsync(29_999);
  expect(lifted).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(lifted).toEqual([30_000]);
  await vi.advanceTimersByTimeAsync(5 * hourMs);
  expect([lifted.length, left()]).toEqual([2, 1]);
});

test("a clock that is set ahead ends them within the hour", async () => {
  const { keeper, lifted } = expiry([20 * hourMs]);
  await keeper.look();
  vi.setSystemTime(21 * hourMs);
  await vi.advanceTimersByTimeAsync(hourMs);
  expect(lifted).toHaveLength(1);
});

test("a database that does not answer is asked again, and after a stop nothing is", async () => {
  const { keeper, lifted, fail } = expiry([1_000]);
  fail(true);
  await keeper.look();
  fail(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(lifted).toHaveLength(1);
  await keeper.stop();
  await keeper.look();
  expect(vi.getTimerCount()).toBe(0);
});
