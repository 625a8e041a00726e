import { expect, test } from "vitest";
import type { Mood } from "../../protocol/mood.ts";
import { RoomMeter } from "./room-meter.ts";

const mood = (valence: number, basis: Mood["basis"] = "faces"): Mood => ({
  affect: { valence, arousal: 0 },
  label: "even",
  confidence: 1,
  since: 0,
  until: null,
  basis,
});

/** A look a second. */
function meterAfter(...parts: readonly [seconds: number, mood: Mood, playing?: boolean][]): RoomMeter {
  const meter = new RoomMeter();
  let at = 1_000;
  meter.pass(mood(0, "daypart"), true, at);
  for (const [seconds, each, playing = true] of parts)
    for (let second = 0; second < seconds; second += 1) {
      at += 1_000;
      meter.pass(each, playing, at);
    }
  return meter;
}

test("the mean goes by how long each mood was seen", () => {
  const { mean } = meterAfter([30, mood(0.6)], [10, mood(-0.2)]);
  expect(mean?.valence).toBeCloseTo(0.4, 9);
});

test("time without faces does not count, nor does time in a pause", () => {
  const meter = meterAfter([20, mood(0.5)], [60, mood(-1, "held")], [60, mood(-1), false]);
  expect(meter.mean?.valence).toBeCloseTo(0.5, 9);
});

test("a glance is no mean", () => {
  expect(meterAfter([14, mood(0.5)], [100, mood(0.5, "fading")]).mean).toBeNull();
});

test("a moment speaks for two seconds at the most, whatever happened in between", () => {
  const meter = new RoomMeter();
  for (const at of [0, 1_000_000, 2_000_000]) meter.pass(mood(0.5), true, at);
  expect(meter.mean).toBeNull();
});
