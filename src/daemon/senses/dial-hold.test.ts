import { Value } from "typebox/value";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Settings } from "../../protocol/settings.ts";
import { faceShowing } from "../testing.ts";
import { RoomKeeper } from "./room-keeper.ts";

const lively = { valence: 0.6, arousal: 0.7 };
const quiet = { valence: 0.2, arousal: -0.6 };
let settings: Settings;
let room: RoomKeeper;

beforeEach(() => {
  vi.useFakeTimers();
  settings = Value.Default(Settings, {}) as Settings;
  room = new RoomKeeper({
    clock: { now: () => Date.now(), monotonic: () => Date.now() },
    settings: () => settings,
    onChange: () => undefined,
  });
  room.start();
});
afterEach(() => {
  room.stop();
  vi.useRealTimers();
});

/** With somebody before the camera all the while. */
function pass(seconds: number): void {
  for (let second = 1; second <= seconds; second++) {
    vi.advanceTimersByTime(1_000);
    room.see(faceShowing({ happy: 0.9, neutral: 0.1 }, second));
  }
}
const basis = () => room.state.mood.basis;

test("two minutes after the last touch of the dial the camera leads again, and a touch begins them anew", () => {
  room.overrule(lively);
  expect(room.state.mood.until).toBe(Date.now() + 120_000);
  pass(90);
  room.overrule(quiet);
  expect(room.state.mood.until).toBe(Date.now() + 120_000);
  pass(119);
  expect([basis(), room.state.mood.affect]).toEqual(["manual", quiet]);
  pass(1);
  expect([basis(), room.state.mood.until]).toEqual(["faces", null]);
});

test("the owner says how long it holds, and whoever names a time is given that", () => {
  settings = { ...settings, dialHoldSeconds: 30 };
  room.overrule(lively);
  pass(29);
  expect(basis()).toBe("manual");
  pass(1);
  expect(basis()).toBe("faces");

  settings = { ...settings, dialHoldSeconds: 14_400 };
  room.overrule(lively);
  pass(14_399);
  expect(basis()).toBe("manual");
  pass(1);
  expect(basis()).toBe("faces");

  room.overrule(lively, 10_000);
  pass(10);
  expect(basis()).toBe("faces");
});

test("what is said on the dial holds for as long as it did, however the setting is changed meanwhile", () => {
  room.overrule(lively);
  const { until } = room.state.mood;
  settings = { ...settings, dialHoldSeconds: 30 };
  pass(60);
  expect([basis(), room.state.mood.until]).toEqual(["manual", until]);
});
