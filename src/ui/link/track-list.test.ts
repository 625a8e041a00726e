import type { ReactiveControllerHost } from "lit";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { TrackQuery } from "../facts/track-query.ts";
import { someTrack } from "../testing-state.ts";
import { TrackList } from "./track-list.ts";

const all: TrackQuery = { search: "", filter: "all", order: "title" };

/** Questions that wait until a test answers them. */
let asked: { path: string; answer: (response: Response) => void; signal: AbortSignal }[];
let list: TrackList;

beforeEach(() => {
  asked = [];
  vi.stubGlobal("fetch", (path: string, { signal }: { signal: AbortSignal }) => {
    return new Promise<Response>((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
      asked.push({ path, answer: resolve, signal });
    });
  });
  const host: ReactiveControllerHost = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  list = new TrackList(host);
});
afterEach(() => vi.unstubAllGlobals());

const page = (total: number, ...ids: string[]) =>
  Response.json({ total, more: false, partial: false, tracks: ids.map((id) => someTrack({ id })) });
const ids = () => list.tracks.map(({ id }) => id);

test("pages follow each other, one at a time, until all are there", async () => {
  list.ask(all);
  asked[0]?.answer(page(3, "a", "b"));
  await vi.waitFor(() => expect(list.loading).toBe(false));
  list.loadMore();
  list.loadMore();
  expect(asked).toHaveLength(2);
  expect(asked[1]?.path).toContain("offset=2");
  asked[1]?.answer(page(3, "c"));
  await vi.waitFor(() => expect(ids()).toEqual(["a", "b", "c"]));
  list.loadMore();
  expect(asked).toHaveLength(2);
});

test("a search whose index is being made anew says so, and asks again until it is whole", async () => {
  list.ask({ ...all, search: "x" });
  asked[0]?.answer(Response.json({ total: 1, more: false, partial: true, tracks: [someTrack({ id: "a" })] }));
  await vi.waitFor(() => expect(list.partial).toBe(true));
  await vi.waitFor(() => expect(asked).toHaveLength(2), 30_000);
  asked[1]?.answer(page(2, "a", "b"));
  await vi.waitFor(() => expect(ids()).toEqual(["a", "b"]));
  expect(list.partial).toBe(false);
});

test("the newest query wins, and the old list stays until its answer is there", async () => {
  list.ask(all);
  asked[0]?.answer(page(1, "a"));
  await vi.waitFor(() => expect(ids()).toEqual(["a"]));
  list.ask({ ...all, search: "x" });
  list.ask({ ...all, search: "xy" });
  expect(asked[1]?.signal.aborted).toBe(true);
  expect(ids()).toEqual(["a"]);
  asked[2]?.answer(page(1, "xy"));
  await vi.waitFor(() => expect(ids()).toEqual(["xy"]));
});

test("after a change the same songs are asked for again, as many as are shown", async () => {
  list.ask({ ...all, filter: "none" });
  asked[0]?.answer(page(2, "a", "b"));
  await vi.waitFor(() => expect(ids()).toEqual(["a", "b"]));
  list.refresh();
  expect(asked[1]?.path).toBe(asked[0]?.path);
  asked[1]?.answer(page(1, "b"));
  await vi.waitFor(() => expect(ids()).toEqual(["b"]));
});

test("a refusal is told, keeps the list, and is forgotten with the next answer", async () => {
  list.ask(all);
  asked[0]?.answer(Response.json({ error: "The database is busy." }, { status: 503 }));
  await vi.waitFor(() => expect(list.failure).toBe("The database is busy."));
  list.loadMore();
  expect(asked).toHaveLength(1);
  list.ask(all);
  asked[1]?.answer(page(0));
  await vi.waitFor(() => expect(list.failure).toBeNull());
  expect(list.total).toBe(0);
});

test("a change while an answer is on its way is asked about after it", async () => {
  list.ask(all);
  list.refresh();
  list.refresh();
  expect(asked).toHaveLength(1);
  asked[0]?.answer(page(1, "a"));
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  asked[1]?.answer(page(2, "a", "b"));
  await vi.waitFor(() => expect(ids()).toEqual(["a", "b"]));
  expect(asked).toHaveLength(2);
});

test("a scan's many changes are one question", async () => {
  vi.useFakeTimers();
  list.ask(all);
  asked[0]?.answer(page(1, "a"));
  await vi.advanceTimersByTimeAsync(0);
  for (let change = 0; change < 10; change += 1) list.refreshSoon();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toHaveLength(2);
  vi.useRealTimers();
});

test("more songs than the daemon gives at once are all there again after a change", async () => {
  const many = (from: number, count: number) =>
    page(620, ...Array.from({ length: count }, (_, index) => String(from + index)));
  list.ask(all);
  asked[0]?.answer(many(0, 500));
  await vi.waitFor(() => expect(list.loading).toBe(false));
  list.loadMore();
  asked[1]?.answer(many(500, 120));
  await vi.waitFor(() => expect(list.tracks).toHaveLength(620));
  list.refresh();
  asked[2]?.answer(many(0, 500));
  await vi.waitFor(() => expect(asked[3]?.path).toContain("limit=120&offset=500"));
  asked[3]?.answer(many(500, 120));
  await vi.waitFor(() => expect(list.loading).toBe(false));
  expect(list.tracks).toHaveLength(620);
});

test("a song that a new one has moved to the next page is listed once, and nothing is asked for ever", async () => {
  list.ask(all);
  asked[0]?.answer(page(3, "a", "b"));
  await vi.waitFor(() => expect(list.loading).toBe(false));
  list.loadMore();
  asked[1]?.answer(page(3, "b"));
  await vi.waitFor(() => expect(list.loading).toBe(false));
  expect(ids()).toEqual(["a", "b"]);
  list.loadMore();
  expect(asked).toHaveLength(2);
});
