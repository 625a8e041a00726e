import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ServerMessage } from "../protocol/messages.ts";
import type { AppState } from "../protocol/state.ts";
import { Publisher } from "./publisher.ts";
import { someState } from "./testing-state.ts";

class Page {
  readonly heard: ServerMessage[] = [];
  buffered = 0;
  send(message: string): void {
    this.heard.push(JSON.parse(message));
  }
  bufferedBytes(): number {
    return this.buffered;
  }
  /** What the page would show after all that it heard; fails where a patch doesn't fit. */
  get shown(): AppState {
    let state: AppState | undefined;
    let rev = 0;
    for (const message of this.heard) {
      if (message.type === "snapshot") ({ rev, state } = message);
      if (message.type === "patch") {
        expect(message.from).toBe(rev);
        expect(state).toBeDefined();
        state = { ...(state as AppState), ...message.sections };
        rev = message.rev;
      }
    }
    return state as AppState;
  }
}

let publisher: Publisher;
beforeEach(() => {
  vi.useFakeTimers();
  publisher = new Publisher({ initial: someState, tellsNames: () => true, now: () => 0 });
});
afterEach(() => {
  publisher.stop();
  vi.useRealTimers();
});

const faces = (count: number) => ({ room: { ...someState.room, faces: count } });

test("a page gets the whole state first", () => {
  const page = new Page();
  publisher.subscribe(page);
  expect(page.heard).toEqual([{ type: "snapshot", rev: 1, state: { ...someState, now: 0 } }]);
});

test("a change is sent as the section that changed, and no other", () => {
  const page = new Page();
  publisher.subscribe(page);
  publisher.update({ ...faces(2), mood: someState.mood });
  vi.advanceTimersByTime(100);
  expect(page.heard[1]).toEqual({ type: "patch", from: 1, rev: 2, sections: { ...faces(2), now: 0 } });
});

test("what is as before is not sent", () => {
  const page = new Page();
  publisher.subscribe(page);
  publisher.update(structuredClone(faces(someState.room.faces)));
  vi.advanceTimersByTime(1_000);
  expect(page.heard).toHaveLength(1);
});

test("at most ten patches a second, and the last one has the newest", () => {
  const page = new Page();
  publisher.subscribe(page);
  for (let count = 1; count <= 500; count++) {
    publisher.update(faces(count));
    vi.advanceTimersByTime(2);
  }
  vi.advanceTimersByTime(100);
  expect(page.heard.length).toBeLessThanOrEqual(12);
  expect(page.shown.room.faces).toBe(500);
});

test("a slow page's patches are merged, and it ends with the newest of each section", () => {
  const page = new Page();
  publisher.subscribe(page);
  page.buffered = 1_000_000;
  publisher.update(faces(1));
  vi.advanceTimersByTime(100);
  publisher.update({ mood: { ...someState.mood, label: "elated" } });
  publisher.update(faces(3));
  vi.advanceTimersByTime(500);
  expect(page.heard).toHaveLength(1);

  page.buffered = 0;
  vi.advanceTimersByTime(100);
  expect(page.heard).toHaveLength(2);
  expect(page.shown.room.faces).toBe(3);
  expect(page.shown.mood.label).toBe("elated");
});

test("one slow page holds up no other", () => {
  const slow = new Page();
  const quick = new Page();
  slow.buffered = 1_000_000;
  publisher.subscribe(slow);
  publisher.subscribe(quick);
  publisher.update(faces(4));
  vi.advanceTimersByTime(100);
  expect(quick.shown.room.faces).toBe(4);
});

test("a page that lost its place gets the whole again, and goes on from there", () => {
  const page = new Page();
  publisher.subscribe(page);
  publisher.update(faces(1));
  publisher.resync(page);
  vi.advanceTimersByTime(100);
  publisher.update(faces(2));
  vi.advanceTimersByTime(100);
  expect(page.heard.filter(({ type }) => type === "snapshot")).toHaveLength(2);
  expect(page.shown.room.faces).toBe(2);
});

test("a slow page that asks for the whole again and again gets it once, when it has caught up", () => {
  const page = new Page();
  publisher.subscribe(page);
  page.buffered = 1_000_000;
  for (let asked = 0; asked < 1_000; asked++) publisher.resync(page);
  publisher.update(faces(7));
  vi.advanceTimersByTime(300);
  expect(page.heard).toHaveLength(1);

  page.buffered = 0;
  vi.advanceTimersByTime(100);
  expect(page.heard.map(({ type }) => type)).toEqual(["snapshot", "snapshot"]);
  expect(page.shown.room.faces).toBe(7);
  publisher.update(faces(8));
  vi.advanceTimersByTime(100);
  expect(page.shown.room.faces).toBe(8);
});

test("a page that has gone is sent nothing", () => {
  const page = new Page();
  const unsubscribe = publisher.subscribe(page);
  unsubscribe();
  publisher.update(faces(9));
  vi.advanceTimersByTime(100);
  expect(page.heard).toHaveLength(1);
  expect(publisher.subscribers).toBe(0);
});

test("a thousand pages get the same words, and others get their turn in between", () => {
  const words: string[] = [];
  let turns = 0;
  for (let n = 0; n < 1_000; n++)
    publisher.subscribe({ send: (message) => void words.push(message), bufferedBytes: () => 0 });
  words.splice(0);
  publisher.update(faces(5));
  vi.advanceTimersToNextTimer();
  for (; words.length < 1_000 && turns < 100; turns++) {
    const before = words.length;
    vi.advanceTimersToNextTimer();
    expect(words.length - before).toBeLessThanOrEqual(100);
  }
  expect(words).toHaveLength(1_000);
  expect(new Set(words).size).toBe(1);
  expect(turns).toBeGreaterThan(9);
});
