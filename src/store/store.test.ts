import { existsSync } from "node:fs";
import type { Worker } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Health } from "../protocol/health.ts";
import { openStore } from "./open.ts";
import { anyCandidate, openTestStore, playBegun, scannedFile, type TestStore } from "./testing.ts";

const workers: Worker[] = [];
process.on("worker", (worker) => workers.push(worker));

let opened: TestStore;
beforeEach(async () => {
  workers.length = 0;
  opened = await openTestStore();
});
afterEach(() => opened.remove());

const ignored = { warn: () => undefined };

describe("settings", () => {
  test("keep whatever JSON can say, by name", async () => {
    const values = {
      volume: 0.5,
      musicFolders: ["/música"],
      seed: "",
      sensing: null,
      open: false,
      __proto: { a: [1] },
    };
    await opened.store.settings.put(values);
    await opened.store.settings.put({ volume: 0.75 });
    await opened.store.settings.remove("open");
    await opened.store.settings.remove("never there");
    const { open: _, ...rest } = values;
    expect(await opened.store.settings.all()).toEqual({ ...rest, volume: 0.75 });
  });

  test("are put all or none", async () => {
    const values = { volume: 0.5, seed: undefined };
    await expect(opened.store.settings.put(values)).rejects.toThrow("The setting seed has no value");
    expect(await opened.store.settings.all()).toEqual({});
  });
});

describe("closing and opening", () => {
  test("everything is there again, the place with the same id", async () => {
    const place = await opened.store.place();
    expect(place).toEqual({ id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/) });
    await opened.store.settings.put({ volume: 0.5 });
    await opened.store.library.put([scannedFile("/music/a.mp3")]);
    await opened.store.close();
    const again = await openStore({ file: opened.file, log: ignored });
    expect(await again.place()).toEqual(place);
    expect(await again.settings.all()).toEqual({ volume: 0.5 });
    expect(await again.library.counts()).toEqual({ tracks: 1, unplayable: 0 });
    await again.close();
  });

  test("closing settles what was begun, and leaves one file and no worker", async () => {
    const writes = Promise.all([
      opened.store.settings.put({ volume: 0.5 }),
      opened.store.library.put([scannedFile("/music/a.mp3")]),
      opened.store.library.counts(),
    ]);
    const closed = Promise.all([opened.store.close(), opened.store.close()]);
    await Promise.all([writes, closed]);
    expect(existsSync(`${opened.file}-wal`)).toBe(false);
    expect(workers.map(({ threadId }) => threadId)).toEqual([-1, -1]);
  });

  test("a closed store says so", async () => {
    await opened.store.close();
    const gone = { name: "StoreError", fault: "gone", message: expect.stringContaining(opened.file) };
    await expect(opened.store.settings.put({ volume: 1 })).rejects.toMatchObject(gone);
    await expect(opened.store.library.counts()).rejects.toMatchObject(gone);
    await expect(
      opened.store.plays.end("pick", { how: "finished", by: null, heardMs: 1 }, 1, null),
    ).rejects.toMatchObject(gone);
  });
});

describe("a worker that dies is replaced", () => {
  const terminate = (index: number): unknown => workers.at(index)?.terminate();
  const health: Health[] = [];
  beforeEach(() => {
    health.length = 0;
    opened.store.onHealth((now) => health.push(now));
  });

  test("the reader: nobody who asked it notices", async () => {
    await opened.store.library.put([scannedFile("/music/a.mp3")]);
    const reads = Array.from({ length: 200 }, () => opened.store.library.candidates(anyCandidate()));
    terminate(1);
    for (const candidates of await Promise.all(reads)) expect(candidates).toHaveLength(1);
    expect(await opened.store.library.counts()).toEqual({ tracks: 1, unplayable: 0 });
    expect(health).toMatchObject([
      { state: "ok" },
      {
        state: "degraded",
        reason: "store-unavailable",
        detail: expect.stringContaining("The reader of the store"),
      },
      { state: "ok" },
    ]);
    expect(opened.warnings).toEqual(["A thread of the store has died."]);
  });

  test("the writer: what waits for it is refused, what it had written is there, and the next write works", async () => {
    await opened.store.library.put([scannedFile("/music/before.mp3")]);
    const files = Array.from({ length: 4000 }, (_, at) => scannedFile(`/music/${at}.mp3`));
    const busy = opened.store.library.put(files);
    const play = opened.store.settings.put({ volume: 1 });
    terminate(0);
    const died = { fault: "unavailable", message: expect.stringContaining("The writer of the store") };
    await expect(busy).rejects.toMatchObject(died);
    await expect(play).rejects.toMatchObject(died);
    await opened.store.library.put([scannedFile("/music/after.mp3")]);
    const { tracks } = await opened.store.library.list({ search: null, limit: 10, offset: 0 });
    expect(tracks.map(({ title }) => title)).toEqual(["/music/after.mp3", "/music/before.mp3"]);
    expect(health.map(({ state }) => state)).toEqual(["ok", "degraded", "ok"]);
  });

  test("plays that it was to write are kept until its successor can", async () => {
    await opened.store.library.put([scannedFile("/music/a.mp3")]);
    const [candidate] = await opened.store.library.candidates(anyCandidate());
    if (candidate === undefined) throw new Error("The file made no candidate.");
    const begun = opened.store.plays.begin(playBegun("pick-1", candidate.track));
    terminate(0);
    await begun;
    await opened.store.plays.begin(playBegun("pick-2", candidate.track));
    expect((await opened.store.plays.recent(5)).map(({ id }) => id)).toEqual(["pick-2", "pick-1"]);
    await expect.poll(() => health.at(-1)).toEqual({ state: "ok" });
  });

  test("but one that dies again at once is left alone for a while, and health says so", async () => {
    terminate(1);
    await opened.store.library.counts();
    terminate(-1);
    await expect.poll(() => health.at(-1)?.state).toBe("down");
    await expect(opened.store.library.counts()).rejects.toMatchObject({ fault: "unavailable" });
    expect(health.at(-1)).toMatchObject({ reason: "store-unavailable", retryAt: expect.any(Number) });
  });
});

describe("many at once", () => {
  test("a thousand reads and writes, all mixed up, each see every write that was acknowledged", async () => {
    await opened.store.library.put([scannedFile("/music/a.mp3")]);
    const [first] = await opened.store.library.candidates(anyCandidate());
    if (first === undefined) throw new Error("The file made no candidate.");
    let acknowledged = 0;
    const work = Array.from({ length: 1000 }, async (_, index) => {
      if (index % 2 === 0) {
        await opened.store.plays.begin(playBegun(`pick-${index}`, first.track, { startedAt: index + 1 }));
        acknowledged += 1;
        return;
      }
      const before = acknowledged;
      const [candidate] = await opened.store.library.candidates(anyCandidate());
      expect(candidate?.plays).toBeGreaterThanOrEqual(before);
    });
    await Promise.all(work);
    const [candidate] = await opened.store.library.candidates(anyCandidate());
    expect(candidate).toMatchObject({ plays: 500, lastPlayedAt: 999 });
    expect(await opened.store.plays.recent(1000)).toHaveLength(500);
  });

  test("5,000 tracks in one put go to the worker in parts, of which none holds the loop for long", async () => {
    const writer = workers[0];
    if (writer === undefined) throw new Error("The store has no writer.");
    const post = writer.postMessage.bind(writer);
    const sizes: number[] = [];
    writer.postMessage = (message: unknown) => {
      sizes.push(JSON.stringify(message).length);
      post(message);
    };
    const files = Array.from({ length: 5000 }, (_, index) => scannedFile(`/music/${index}.mp3`));
    await opened.store.library.put(files);
    expect((await opened.store.library.counts()).tracks).toBe(5000);
    expect(sizes).toHaveLength(26);
    // What it takes to copy a part goes by its size: bench store tells how long that is.
    expect(Math.max(...sizes)).toBeLessThan(JSON.stringify(files).length / 20);
  });
});
