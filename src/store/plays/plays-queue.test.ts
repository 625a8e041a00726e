import { expect, test } from "vitest";
import type { Health } from "../../protocol/health.ts";
import { StoreError } from "../store.ts";
import { PlaysQueue } from "./plays-queue.ts";
import type { PlayEntry } from "./plays-writes.ts";

test("a song that follows without a gap is written in one commit with the end of the one before", async () => {
  const commits: string[][] = [];
  const write = async (entries: readonly PlayEntry[]) => {
    commits.push(entries.map(({ type }) => type));
  };
  const queue = new PlaysQueue({ write, log: { warn: () => undefined } });
  const end = { how: "finished", by: null, heardMs: 1 } as const;
  const pick = {
    id: "b",
    item: { kind: "announcement", title: "B" },
    pickedAt: 1,
    reasons: [],
    draw: null,
  } as const;
  const ended = queue.add({ type: "ended", pickId: "a", end, at: 1, during: null });
  // Whoever is told of it by promises is a little later.
  await Promise.resolve();
  const begun = queue.add({
    type: "begun",
    play: { pick, startedAt: 1, mood: null, slate: null, policy: null, target: null },
  });
  await Promise.all([ended, begun]);
  expect(commits).toEqual([["ended", "begun"]]);
});

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
