import { Value } from "typebox/value";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Settings } from "../../protocol/settings.ts";
import { Wishes } from "./wishes.ts";

beforeEach(() => void vi.useFakeTimers({ now: 1_000 }));
afterEach(() => void vi.useRealTimers());

const nothing = { languages: [], artists: [], policy: null };

function someWishes() {
  let changes = 0;
  const settings = { ...(Value.Default(Settings, {}) as Settings), preferencesHoldMinutes: 10 };
  const wishes = new Wishes({
    settings: () => settings,
    clock: { now: Date.now, monotonic: () => performance.now() },
    onChange: () => {
      changes += 1;
    },
  });
  return { wishes, changes: () => changes };
}

test("a wish holds for as long as the owner lets it, and then for nothing", () => {
  const { wishes, changes } = someWishes();
  wishes.choose({ ...nothing, languages: ["de", "de"], artists: [" Solo ", ""] });
  expect(wishes.current).toEqual({
    languages: ["de"],
    artists: ["Solo"],
    policy: null,
    until: 601_000,
  });
  vi.advanceTimersByTime(599_999);
  expect(wishes.current.languages).toEqual(["de"]);
  vi.advanceTimersByTime(1);
  expect(wishes.current).toEqual({ ...nothing, until: null });
  expect(changes()).toBe(2);
});

test("the next guest's wish takes the place of the one before, for its own time", () => {
  const { wishes } = someWishes();
  wishes.choose({ ...nothing, languages: ["de"] });
  vi.advanceTimersByTime(300_000);
  wishes.choose({ ...nothing, artists: ["Solo"] });
  vi.advanceTimersByTime(400_000);
  expect(wishes.current).toMatchObject({ languages: [], artists: ["Solo"] });
});

test("a policy alone is a wish, and ends with it", () => {
  const { wishes } = someWishes();
  wishes.choose({ ...nothing, policy: "calm" });
  expect(wishes.current).toEqual({ ...nothing, policy: "calm", until: 601_000 });
  vi.advanceTimersByTime(600_000);
  expect(wishes.current.policy).toBeNull();
});

test("a wish for nothing, and a stop, leave nothing to wait for", () => {
  const { wishes } = someWishes();
  wishes.choose({ ...nothing, languages: ["de"] });
  wishes.choose({ ...nothing, artists: ["  "] });
  expect(wishes.current.until).toBeNull();
  wishes.choose({ ...nothing, languages: ["de"] });
  wishes.stop();
  expect(vi.getTimerCount()).toBe(0);
});

test("an artist who is not wanted any more is wished no longer, until that is taken back or another wish comes", () => {
  const { wishes, changes } = someWishes();
  wishes.choose({ ...nothing, artists: ["Solo", "Duo"] });
  wishes.putAside("SOLO");
  expect(wishes.current).toMatchObject({ artists: ["Duo"], until: 601_000 });
  wishes.putAside("Duo");
  expect(wishes.current).toEqual({ ...nothing, until: null });
  wishes.takeUp("Solo");
  expect(wishes.current).toMatchObject({ artists: ["Solo"], until: 601_000 });
  expect(changes()).toBe(4);
  wishes.putAside("nobody's wish");
  wishes.takeUp("nobody's wish");
  expect(changes()).toBe(4);
  wishes.choose({ ...nothing, artists: ["Duo"] });
  expect(wishes.current.artists).toEqual(["Duo"]);
});
