import type { ReactiveControllerHost } from "lit";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { KeptChange, type LastChange } from "./last-change.ts";

const memory = new Map<string, string>();
vi.stubGlobal("sessionStorage", {
  getItem: (key: string) => memory.get(key) ?? null,
  setItem: (key: string, value: string) => memory.set(key, value),
  removeItem: (key: string) => memory.delete(key),
});
const drawn = vi.fn();
const host: ReactiveControllerHost = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: drawn,
  updateComplete: Promise.resolve(true),
};
const HOUR_MS = 3_600_000;

let change: LastChange;
beforeEach(() => {
  vi.useFakeTimers();
  change = {
    done: { do: "correct", count: 2, point: null },
    back: [{ do: "correct", tracks: ["a", "b"], point: { valence: 0.5, arousal: 0 }, still: null }],
    at: Date.now(),
  };
});
afterEach(() => {
  memory.clear();
  vi.useRealTimers();
});

function open(): KeptChange {
  const kept = new KeptChange(host);
  kept.hostConnected();
  return kept;
}

test("the way back outlives a reload, and is not offered for ever", () => {
  expect(open().last).toBeNull();
  open().keep(change);
  vi.advanceTimersByTime(1_000);
  expect(open().last).toEqual(change);
  vi.advanceTimersByTime(HOUR_MS);
  expect(open().last).toBeNull();
});

test("a page that stays open offers it no longer than one that is loaded again", () => {
  const own = open();
  own.keep(change);
  const reloaded = open();
  drawn.mockClear();
  vi.advanceTimersByTime(HOUR_MS - 1);
  expect([own.last, reloaded.last]).toEqual([change, change]);
  expect(drawn).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect([own.last, reloaded.last]).toEqual([null, null]);
  expect(drawn).toHaveBeenCalled();
});

test("a page that is left draws nothing any more", () => {
  const kept = open();
  kept.keep(change);
  kept.hostDisconnected();
  drawn.mockClear();
  vi.advanceTimersByTime(HOUR_MS);
  expect(drawn).not.toHaveBeenCalled();
});

test("what was taken back is not offered again", () => {
  const kept = open();
  kept.keep(change);
  kept.keep(null);
  expect([kept.last, open().last]).toEqual([null, null]);
});
