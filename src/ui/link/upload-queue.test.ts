import type { ReactiveControllerHost } from "lit";
import { beforeEach, expect, test } from "vitest";
import type { PlacedFile } from "./dropped-files.ts";
import type { Sent } from "./send-file.ts";
import { UploadQueue } from "./upload-queue.ts";

const host: ReactiveControllerHost = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};
const placed = (path: string, bytes = 1): PlacedFile => ({ file: new File(["x".repeat(bytes)], path), path });
const kept = (path: string): Sent => ({ ok: true, value: { result: "kept", path, kind: "music" } });

const refused = (reason: string, kind: "busy" | "not-music" | "broken-music" | null = null): Sent => ({
  ok: false,
  reason,
  kind,
  again: kind === null || kind === "busy",
});

/** Files on their way, each until a test answers it. */
let onTheWay: { path: string; signal: AbortSignal; answer: (answer: Sent) => void }[];
let queue: UploadQueue;

beforeEach(() => {
  onTheWay = [];
  queue = new UploadQueue({
    host,
    mostBytes: () => 10,
    send: ({ path }, { progress, signal }) =>
      new Promise((answer) => {
        progress(0.5);
        signal.addEventListener("abort", () => answer(refused("stopped")));
        onTheWay.push({ path, signal, answer });
      }),
  });
});

const states = () => queue.rows.map(({ state }) => state);

test("two files are on their way at a time, the others wait for them", async () => {
  for (const path of ["a", "b", "c"]) queue.add(placed(path));
  expect(states()).toEqual(["sending", "sending", "waiting"]);
  onTheWay[0]?.answer(kept("a"));
  await expect.poll(states).toEqual(["kept", "sending", "sending"]);
  expect(queue.rows[0]?.kind).toBe("music");
  expect(queue.rows[1]?.share).toBe(0.5);
  expect(queue.running).toBe(true);
});

test("a refusal that may pass keeps its reason, and is sent again on request", async () => {
  queue.add(placed("a"));
  onTheWay[0]?.answer(refused("The folder can't be written.", "busy"));
  await expect.poll(states).toEqual(["failed"]);
  expect(queue.rows[0]?.reason).toBe("The folder can't be written.");
  expect(queue.running).toBe(false);
  expect(queue.retryable).toBe(true);
  queue.retry();
  expect(onTheWay.map(({ path }) => path)).toEqual(["a", "a"]);
});

test("a broken song is a fault that no second try mends", async () => {
  queue.add(placed("cut.mp3"));
  onTheWay[0]?.answer(refused("No sound is in it.", "broken-music"));
  await expect.poll(states).toEqual(["failed"]);
  expect(queue.retryable).toBe(false);
});

test("what is no music is left out, and what a system put there is not even named", async () => {
  queue.add(placed("notes.txt"));
  queue.add(placed(".DS_Store"));
  onTheWay[0]?.answer(refused("This is no music.", "not-music"));
  onTheWay[1]?.answer({ ok: true, value: { result: "passed-over", path: ".DS_Store", kind: "system" } });
  await expect.poll(states).toEqual(["left-out"]);
  expect(queue.retryable).toBe(false);
});

test("what is too large is not even sent, and not again either", () => {
  queue.add(placed("huge", 11));
  expect(queue.retryable).toBe(false);
  queue.retry();
  expect(onTheWay).toEqual([]);
  expect(queue.rows[0]).toMatchObject({ state: "failed", reason: "larger than 10 byte" });
});

test("a stop ends what is on its way and what waits, and what follows goes on", async () => {
  for (const path of ["a", "b", "c"]) queue.add(placed(path));
  queue.stop();
  await expect.poll(states).toEqual(["failed", "failed", "failed"]);
  queue.add(placed("d"));
  expect(onTheWay.at(-1)).toMatchObject({ path: "d", signal: { aborted: false } });
});

test("what is over can be forgotten, what is not stays", async () => {
  for (const path of ["a", "b"]) queue.add(placed(path));
  onTheWay[0]?.answer(kept("a"));
  await expect.poll(states).toEqual(["kept", "sending"]);
  queue.clear();
  expect(queue.rows.map(({ path }) => path)).toEqual(["b"]);
});

test("a stop ends a large folder that is still being looked through", async () => {
  let looked = 0;
  async function* folder() {
    for (; looked < 1_000; looked += 1) {
      await Promise.resolve();
      if (looked === 3) queue.stop();
      yield placed(String(looked));
    }
  }
  await queue.addAll(folder());
  expect(looked).toBe(3);
  expect(queue.rows).toHaveLength(3);
});
