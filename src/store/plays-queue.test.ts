import { expect, test } from "vitest";
import type { Health } from "../protocol/health.ts";
import { PlaysQueue } from "./plays-queue.ts";
import { StoreError } from "./store.ts";

test("a play that can't be kept is its caller's to hear, and health tells it until one can be", async () => {
  const damaged = new StoreError("corrupt", "mien.db is damaged. Restore a backup.");
  let fault: StoreError | null = damaged;
  const write = async () => {
    if (fault) throw fault;
  };
  const queue = new PlaysQueue({ write, log: { warn: () => undefined } });
  const health: Health[] = [];
  queue.onHealth((now) => health.push(now));
  const end = { how: "finished", by: null, heardMs: 1 } as const;

  await expect(queue.add({ type: "ended", pickId: "a", end, at: 1, during: null })).rejects.toBe(damaged);
  expect(health.at(-1)).toMatchObject({
    state: "down",
    reason: "store-unavailable",
    detail: damaged.message,
  });
  fault = null;
  await queue.add({ type: "ended", pickId: "b", end, at: 2, during: null });
  expect(health.at(-1)).toEqual({ state: "ok" });
});
