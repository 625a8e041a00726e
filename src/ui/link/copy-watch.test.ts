import type { ReactiveControllerHost } from "lit";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CopyWatch } from "./copy-watch.ts";

const host: ReactiveControllerHost = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};
let state: string;
let asked: string[];
let watch: CopyWatch;

beforeEach(() => {
  vi.useFakeTimers();
  state = "idle";
  asked = [];
  vi.stubGlobal("fetch", async (_path: string, { method }: { method: string }) => {
    asked.push(method);
    return method === "GET" ? Response.json({ state }) : new Response(null, { status: 202 });
  });
  watch = new CopyWatch(host);
});
afterEach(() => {
  watch.hostDisconnected();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("while nothing is copied it asks once", async () => {
  watch.hostConnected();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toEqual(["GET"]);
  expect(watch.copy).toEqual({ state: "idle" });
});

test("a copy is followed until it is over", async () => {
  watch.hostConnected();
  state = "copying";
  await watch.start("/media/usb0");
  expect(asked).toEqual(["GET", "POST", "GET"]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked).toHaveLength(5);
  state = "done";
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(6);
  expect(watch.running).toBe(false);
});

test("a page that is gone asks no more", async () => {
  state = "copying";
  watch.hostConnected();
  await vi.advanceTimersByTimeAsync(0);
  watch.hostDisconnected();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual(["GET"]);
});
