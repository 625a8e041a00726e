import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Touched } from "./touched.ts";

let touched: Touched;
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", new EventTarget());
  touched = new Touched({
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  });
  touched.hostConnected();
});
afterEach(() => {
  touched.hostDisconnected();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test.each(["pointerdown", "keydown", "focusin"])("goes back to rest a minute after the last %s", (sign) => {
  touched.wake();
  vi.advanceTimersByTime(50_000);
  window.dispatchEvent(new Event(sign));
  vi.advanceTimersByTime(59_999);
  expect(touched.now).toBe(true);
  vi.advanceTimersByTime(1);
  expect(touched.now).toBe(false);
});

test("a stray key or pointer alone does not wake it", () => {
  window.dispatchEvent(new Event("pointermove"));
  window.dispatchEvent(new Event("keydown"));
  expect(touched.now).toBe(false);
});
