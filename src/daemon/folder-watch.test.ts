import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FolderWatch } from "./folder-watch.ts";

let base: string;
let watch: FolderWatch;
const onChange = vi.fn();

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "mien-watch-"));
  watch = new FolderWatch({ onChange });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onChange.mockClear();
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
  rmSync(base, { recursive: true });
});

/** The looks themselves are real, so they take their own time. */
async function waitForLook(): Promise<void> {
  await vi.advanceTimersByTimeAsync(10_000);
  while (vi.getTimerCount() === 0 && onChange.mock.calls.length === 0)
    await new Promise((resolve) => setImmediate(resolve));
}

test.each([
  ["a folder that comes", () => mkdirSync(join(base, "usb"))],
  ["a song that is put there", () => writeFileSync(join(base, "song.mp3"), "")],
])("%s is told, once", async (_what, change) => {
  await watch.start([base, join(base, "usb")]);
  change();
  await waitForLook();
  expect(onChange).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

test("as long as nothing changes nothing is told, and it goes on looking", async () => {
  await watch.start([base]);
  for (let looks = 0; looks < 3; looks++) await waitForLook();
  expect(onChange).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(1);
});

test("a stop holds, also while the folders are being looked at for the first time", async () => {
  const started = watch.start([base]);
  watch.stop();
  await started;
  expect(vi.getTimerCount()).toBe(0);
});
