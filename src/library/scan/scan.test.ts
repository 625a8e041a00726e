import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeMusic, temporaryFolder } from "../testing-music.ts";
import type { ThreadLoss } from "../threads/replaceable-thread.ts";
import { Reader } from "./reader.ts";
import { Retries } from "./retries.ts";
import { Scan } from "./scan.ts";
import type { ScanReport } from "./scanner.ts";
import { RememberedFiles } from "./testing-remembered.ts";
import { Walker } from "./walker.ts";

const song = await makeMusic(join(await temporaryFolder(), "song.mp3"));

let root: string;
let store: RememberedFiles;
let walker: Walker;
let reader: Reader;
const warn = vi.fn();
beforeEach(async () => {
  root = await temporaryFolder();
  store = new RememberedFiles();
  walker = new Walker({ settleMs: 0 });
  reader = new Reader();
  warn.mockClear();
});
afterEach(() => Promise.all([walker.stop(), reader.stop()]));

function scan(): Promise<ScanReport> {
  const parts = { store, walker, readers: [reader], retries: new Retries(), isStopped: () => false };
  return new Scan({ ...parts, log: { warn }, onProgress: () => undefined }).run([root], null);
}

/** From now on the reader is lost with each batch. */
function loseAll(loss: ThreadLoss) {
  return vi.spyOn(reader, "read").mockResolvedValue(loss);
}

test("a disk that does not answer at once keeps the songs that are known, and is not asked for each file", async () => {
  await copyFile(song, join(root, "known.mp3"));
  await scan();
  for (let n = 0; n < 300; n++) await copyFile(song, join(root, `${n}.mp3`));
  const read = loseAll({ lost: "held", detail: "It waits for its disk." });
  expect(await scan()).toMatchObject({ roots: [{ root, state: "read" }], missing: 0, read: 0 });
  expect(read).toHaveBeenCalledTimes(1);
  expect(warn).toHaveBeenCalledTimes(1);
  read.mockRestore();
  expect(await scan()).toMatchObject({ read: 300 });
});

test("a reader that can't be started is tried a few times, not for each file", async () => {
  await mkdir(join(root, "album"));
  for (let n = 0; n < 600; n++) await copyFile(song, join(root, "album", `${n}.mp3`));
  const read = loseAll({ lost: "crashed", detail: "There is no vocabulary." });
  expect(await scan()).toMatchObject({ found: 600, read: 0, unplayable: 0 });
  expect(read).toHaveBeenCalledTimes(3);
});

test("where Mien's own thread has died the drive is not blamed, and the log has the cause", async () => {
  await copyFile(song, join(root, "one.mp3"));
  const died = { lost: "crashed", detail: "no vocabulary" } as const;
  vi.spyOn(walker, "ask").mockImplementation(async ({ do: what }) =>
    what === "keep" ? { reply: null as never } : died,
  );
  const { roots } = await scan();
  expect(roots).toMatchObject([
    { root, state: "missing", detail: expect.stringContaining("a fault of its own") },
  ]);
  expect(warn).toHaveBeenCalledWith(
    { root, why: "no vocabulary" },
    expect.stringContaining("the log tells why"),
  );
});
