import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ScreenCare } from "./screen-care.ts";

const minute = 60_000;

let host: ReturnType<typeof someHost>;
let care: ScreenCare;
beforeEach(() => {
  vi.useFakeTimers();
  host = someHost();
  care = new ScreenCare(host as unknown as ConstructorParameters<typeof ScreenCare>[0]);
  care.hostConnected();
});
afterEach(() => {
  care.hostDisconnected();
  vi.useRealTimers();
});

function someHost() {
  const attributes = new Set<string>();
  const properties = new Map<string, string>();
  return {
    attributes,
    properties,
    addController: () => undefined,
    toggleAttribute: (name: string, on: boolean) => (on ? attributes.add(name) : attributes.delete(name)),
    style: { setProperty: (name: string, value: string) => properties.set(name, value) },
  };
}

const dimmed = () => host.attributes.has("dimmed");
const place = () =>
  ["--aside-x", "--aside-y"].map((name) => Number.parseInt(host.properties.get(name) ?? "0", 10));

test("three minutes after the last person has gone the screen dims, and not before", () => {
  care.follow({ empty: true, touched: false });
  vi.advanceTimersByTime(3 * minute - 1);
  // Each word of the daemon is followed: none of them begins the wait anew.
  care.follow({ empty: true, touched: false });
  expect(dimmed()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(dimmed()).toBe(true);
});

test.each([
  ["a face", { empty: false, touched: false }],
  ["a touch", { empty: true, touched: true }],
])("%s makes it bright at once, and the wait begins anew", (_, now) => {
  care.follow({ empty: true, touched: false });
  vi.advanceTimersByTime(4 * minute);
  care.follow(now);
  expect(dimmed()).toBe(false);
  care.follow({ empty: true, touched: false });
  vi.advanceTimersByTime(3 * minute - 1);
  expect(dimmed()).toBe(false);
});

test("the page wanders by a pixel at a time, through many places and never far", () => {
  const places = new Set<string>();
  let before = place();
  for (let step = 0; step < 24 * 60; step += 1) {
    vi.advanceTimersByTime(minute);
    const now = place();
    for (const [axis, at] of now.entries()) {
      expect(Math.abs(at)).toBeLessThanOrEqual(5);
      expect(Math.abs(at - (before[axis] ?? 0))).toBeLessThanOrEqual(1);
    }
    places.add(now.join());
    before = now;
  }
  expect(places.size).toBeGreaterThan(80);
});

test("nothing moves while somebody touches it", () => {
  vi.advanceTimersByTime(10 * minute);
  const before = place();
  care.follow({ empty: false, touched: true });
  vi.advanceTimersByTime(30 * minute);
  expect(place()).toEqual(before);
});
