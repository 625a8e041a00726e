import type { ReactiveControllerHost } from "lit";
import { afterEach, expect, test, vi } from "vitest";
import { LibraryDesk } from "./library-desk.ts";
import { TrackList } from "./track-list.ts";

const memory = new Map<string, string>();
vi.stubGlobal("sessionStorage", {
  getItem: (key: string) => memory.get(key) ?? null,
  setItem: (key: string, value: string) => memory.set(key, value),
  removeItem: (key: string) => memory.delete(key),
});
const host: ReactiveControllerHost = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};

afterEach(() => {
  memory.clear();
  vi.useRealTimers();
});

/** What a page says that is loaded so long after a change. */
function saidAfter(ms: number, isBrief = true): string[] {
  vi.useFakeTimers();
  const back = [{ do: "correct", tracks: ["a"], point: null, still: null }];
  const done = { do: "correct", count: 3, point: { valence: 0.3, arousal: -0.5 } };
  memory.set("mien-library-undo", JSON.stringify({ done, back, at: Date.now() }));
  vi.advanceTimersByTime(ms);
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const list = new TrackList(host);
  new LibraryDesk({ host, list, say, isBrief: () => isBrief, onChange: () => undefined }).offerAgain();
  return said;
}

test("a page that is loaded again says what was changed while that is news, and not each time after", () => {
  expect(saidAfter(30_000)).toEqual(["3 songs moved to “calm and warm”."]);
  expect(saidAfter(60_000)).toEqual([]);
  expect(saidAfter(3_000_000)).toEqual([]);
});

test("where the way back stands beside the songs it is not said again at all", () => {
  expect(saidAfter(1_000, false)).toEqual([]);
});
