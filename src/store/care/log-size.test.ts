import { statSync } from "node:fs";
import { expect, test } from "vitest";
import { anyCandidate, openTestStore, scannedFile } from "../testing.ts";

const megabyte = 2 ** 20;

test("the log stays small through a long course of writes, whoever reads and copies meanwhile", async () => {
  const { store, file, remove } = await openTestStore({ backups: [] });
  try {
    let longest = 0;
    let written = 0;
    let going = true;
    const reading = (async () => {
      while (going) await store.library.candidates(anyCandidate());
    })();
    const checking = (async () => {
      while (going) await store.care.check();
    })();
    const batch = (from: number) =>
      Array.from({ length: 200 }, (_, n) => scannedFile(`/music/${from + n}.mp3`));
    for (let from = 0; from < 6_000; from += 200) {
      await store.library.put(batch(from));
      // The same pages again and again, as months of plays would.
      await store.settings.put({ filler: "x".repeat(500_000 + from) });
      written += 500_000;
      longest = Math.max(longest, statSync(`${file}-wal`).size);
    }
    going = false;
    await Promise.all([reading, checking]);
    expect(written).toBeGreaterThan(10 * megabyte);
    expect(longest).toBeLessThan(32 * megabyte);
    console.log(`log at its longest: ${(longest / megabyte).toFixed(1)} MB`);
    for (let n = 0; n < 3; n++) await store.settings.put({ filler: n });
    expect(statSync(`${file}-wal`).size).toBeLessThanOrEqual(9 * megabyte);
  } finally {
    await remove();
  }
});
