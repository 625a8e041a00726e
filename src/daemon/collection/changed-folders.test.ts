import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ChangedFolders } from "./changed-folders.ts";

const onDue = vi.fn();
let changes: ChangedFolders;

beforeEach(() => {
  vi.useFakeTimers();
  onDue.mockClear();
  changes = new ChangedFolders({ onDue });
});
afterEach(() => {
  changes.stop();
  vi.useRealTimers();
});

test("changes are told together, when it has been quiet for two seconds", () => {
  changes.note(["/a"]);
  vi.advanceTimersByTime(1_500);
  changes.note(["/a", "/b"]);
  vi.advanceTimersByTime(1_999);
  expect(onDue).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onDue.mock.calls).toEqual([[["/a", "/b"]]]);
});

test("a copy that takes an hour is told every fifteen seconds", () => {
  for (let second = 0; second < 60; second++) {
    changes.note(["/a"]);
    vi.advanceTimersByTime(1_000);
  }
  expect(onDue).toHaveBeenCalledTimes(4);
});

test("more folders than anybody wants to hold in memory are everything", () => {
  changes.note(Array.from({ length: 1_001 }, (_, n) => `/music/${n}`));
  vi.advanceTimersByTime(2_000);
  expect(onDue.mock.calls).toEqual([[null]]);
});

test("more than can be told is everything", () => {
  changes.note(["/a"]);
  changes.note(null);
  vi.advanceTimersByTime(2_000);
  expect(onDue.mock.calls).toEqual([[null]]);
});

test("what was still being written is looked at again by itself", () => {
  changes.noteLater(["/a"]);
  changes.noteLater([]);
  vi.advanceTimersByTime(3_500);
  expect(onDue.mock.calls).toEqual([[["/a"]]]);
});

test("after a stop nothing is told", () => {
  changes.note(["/a"]);
  changes.noteLater(["/b"]);
  changes.stop();
  changes.note(["/c"]);
  vi.advanceTimersByTime(60_000);
  expect(onDue).not.toHaveBeenCalled();
});
