import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Store, StoreError } from "../../store/store.ts";
import { silentLog } from "../testing.ts";
import { LibraryUpkeep } from "./library-upkeep.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const rescan = vi.fn();
const forgetMissing = vi.fn((_before: number) => Promise.resolve(0));
let minutes: number;
let upkeep: LibraryUpkeep;

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(100 * day);
  rescan.mockClear();
  forgetMissing.mockClear();
  minutes = 60;
  const clock = { now: () => Date.now(), monotonic: () => Date.now() };
  const store = { library: { forgetMissing } } as unknown as Store;
  upkeep = new LibraryUpkeep({ store, rescanMinutes: () => minutes, rescan, clock, log: silentLog });
});
afterEach(() => {
  upkeep.stop();
  vi.useRealTimers();
});

test("everything is looked through as often as the setting says, counted from the last time", async () => {
  upkeep.scanned();
  await vi.advanceTimersByTimeAsync(30 * minute);
  upkeep.scanned();
  await vi.advanceTimersByTimeAsync(59 * minute);
  expect(rescan).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(minute);
  expect(rescan).toHaveBeenCalledTimes(1);
  minutes = 10;
  await vi.advanceTimersByTimeAsync(10 * minute);
  expect(rescan).toHaveBeenCalledTimes(2);
});

test("with 0 it never is", async () => {
  minutes = 0;
  upkeep.scanned();
  await vi.advanceTimersByTimeAsync(7 * day);
  expect(rescan).not.toHaveBeenCalled();
});

test("what has been missing for thirty days is forgotten, once a day", async () => {
  upkeep.scanned();
  upkeep.scanned();
  expect(forgetMissing.mock.calls).toEqual([[70 * day]]);
  await vi.advanceTimersByTimeAsync(2 * day);
  expect(forgetMissing.mock.calls).toEqual([[70 * day], [71 * day], [72 * day]]);
});

test("a store that can't forget now is asked again the next day", async () => {
  forgetMissing.mockRejectedValueOnce(new StoreError("disk-full", "Make room."));
  upkeep.scanned();
  await vi.advanceTimersByTimeAsync(day);
  expect(forgetMissing).toHaveBeenCalledTimes(2);
});
