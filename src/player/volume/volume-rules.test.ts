import { expect, test } from "vitest";
import { wallClock } from "../../protocol/wall-clock.ts";
import { boundsNow, isHeldLow, rangeNow, type VolumeRules, volumeNow } from "./volume-rules.ts";

const free: VolumeRules = { volumeRange: { floor: 0, ceiling: 1 }, daypart: null, quietHours: [] };
const owned: VolumeRules = { ...free, volumeRange: { floor: 0.2, ceiling: 0.8 } };
const night = { days: [0, 1, 2, 3, 4, 5, 6], from: "22:00", to: "07:00", ceiling: 0.4 };
const at = (utc: string) => wallClock(Date.parse(utc), "UTC");
const [day, late] = [at("2026-11-23T12:00:00Z"), at("2026-11-23T23:00:00Z")];
const open = { trusted: true, moved: false, openForMs: 0, climbMs: 0 };

test.each<[string, VolumeRules, ReturnType<typeof at>, number, number]>([
  ["without rules anything goes", free, day, 0, 1],
  ["the owner's range holds", owned, day, 0.2, 0.8],
  ["a part of the day narrows it", { ...owned, daypart: { floor: 0.3, ceiling: 0.6 } }, day, 0.3, 0.6],
  ["and never widens it", { ...owned, daypart: { floor: 0, ceiling: 1 } }, day, 0.2, 0.8],
  ["quiet hours do nothing by day", { ...owned, quietHours: [night] }, day, 0.2, 0.8],
  ["and lower the ceiling by night", { ...owned, quietHours: [night] }, late, 0.2, 0.4],
  ["also past midnight", { ...owned, quietHours: [night] }, at("2026-11-24T06:59:00Z"), 0.2, 0.4],
  ["until they end", { ...owned, quietHours: [night] }, at("2026-11-24T07:00:00Z"), 0.2, 0.8],
  [
    "of two the quieter one holds",
    { ...owned, quietHours: [night, { ...night, ceiling: 0.3 }] },
    late,
    0.2,
    0.3,
  ],
  [
    "a floor gives way to a ceiling",
    { ...owned, daypart: { floor: 0.7, ceiling: 0.8 }, quietHours: [night] },
    late,
    0.4,
    0.4,
  ],
])("%s", (_, rules, wall, floor, ceiling) => {
  expect(rangeNow(rules, wall)).toEqual({ floor, ceiling });
});

test.each<[string, number, Partial<Parameters<typeof volumeNow>[2]>, VolumeRules, number]>([
  ["what somebody wants within the range is what it is", 0.5, {}, owned, 0.5],
  ["louder than the ceiling is the ceiling", 0.95, {}, owned, 0.8],
  ["quieter than the floor is the floor", 0, {}, owned, 0.2],
  ["just after opening it begins at half", 0.6, { climbMs: 600_000 }, owned, 0.3],
  ["halfway through the climb it is halfway up", 0.6, { climbMs: 600_000, openForMs: 300_000 }, owned, 0.45],
  ["after the climb it is there", 0.6, { climbMs: 600_000, openForMs: 600_000 }, owned, 0.6],
  ["and stays there", 0.6, { climbMs: 600_000, openForMs: 9e9 }, owned, 0.6],
  ["a climb begins no lower than the floor", 0.3, { climbMs: 600_000 }, owned, 0.2],
  [
    "a clock that was set back does not turn the climb around",
    0.6,
    { climbMs: 6e5, openForMs: -9e9 },
    owned,
    0.3,
  ],
  ["while the time is not known it is the owner's lowest", 0.7, { trusted: false }, owned, 0.2],
  [
    "which may be a loud one",
    0.7,
    { trusted: false },
    { ...owned, volumeRange: { floor: 0.5, ceiling: 1 } },
    0.5,
  ],
  ["and where there is none, a low one", 0.7, { trusted: false }, free, 0.3],
  ["or where nobody would hear it", 0.7, { trusted: false }, lowest(0.05), 0.3],
  ["or hardly anybody", 0.7, { trusted: false }, lowest(0.149), 0.3],
  ["from 0.15 on it is the owner's", 0.7, { trusted: false }, lowest(0.15), 0.15],
  ["quieter than 0.3 only where the ceiling is", 0.7, { trusted: false }, lowest(0.05, 0.2), 0.2],
  ["until somebody moves it", 0.7, { trusted: false, moved: true }, owned, 0.7],
  ["and no louder than somebody wants it", 0.25, { trusted: false }, free, 0.25],
  [
    "nor than any quiet hour allows",
    0.7,
    { trusted: false },
    { ...free, quietHours: [{ ...night, ceiling: 0.25 }] },
    0.25,
  ],
  [
    "and a quiet hour outranks the owner's lowest",
    0.7,
    { trusted: false },
    { ...owned, quietHours: [{ ...night, ceiling: 0.1 }] },
    0.1,
  ],
])("%s", (_, wanted, situation, rules, volume) => {
  expect(volumeNow(wanted, rules, { ...open, wall: day, ...situation })).toBeCloseTo(volume, 9);
});

test.each<[string, VolumeRules, ReturnType<typeof at>, boolean, ReturnType<typeof boundsNow>]>([
  ["nothing, where anything goes", free, day, true, { floor: 0, ceiling: 1, because: null }],
  ["the owner's range", owned, day, true, { floor: 0.2, ceiling: 0.8, because: "settings" }],
  [
    "the part of the day",
    { ...owned, daypart: { floor: 0.3, ceiling: 0.6 } },
    day,
    true,
    { floor: 0.3, ceiling: 0.6, because: "daypart" },
  ],
  [
    "the owner's range, where the part of the day takes nothing from it",
    { ...owned, daypart: { floor: 0, ceiling: 1 } },
    day,
    true,
    { floor: 0.2, ceiling: 0.8, because: "settings" },
  ],
  [
    "quiet hours, while they hold",
    { ...free, quietHours: [night] },
    late,
    true,
    { floor: 0, ceiling: 0.4, because: "quiet-hours" },
  ],
  ["nothing by day", { ...free, quietHours: [night] }, day, true, { floor: 0, ceiling: 1, because: null }],
  [
    "a clock that is not set, where it may be a quiet hour",
    { ...free, quietHours: [night] },
    day,
    false,
    { floor: 0, ceiling: 0.4, because: "clock" },
  ],
])("what holds the volume back: %s", (_, rules, wall, trusted, bounds) => {
  expect(boundsNow(rules, { wall, trusted })).toEqual(bounds);
});

test.each<[string, number, Partial<Parameters<typeof volumeNow>[2]>, VolumeRules, boolean]>([
  ["quieter than it is wanted", 0.7, { trusted: false }, owned, true],
  ["quieter for a quiet hour that may be now", 0.28, { trusted: false }, quietNight(0.25), true],
  ["as quiet as it is wanted", 0.2, { trusted: false }, free, false],
  ["as quiet as the owner lets it be at any time", 0.1, { trusted: false }, owned, false],
  ["moved by somebody since", 0.7, { trusted: false, moved: true }, owned, false],
  ["quiet for a quiet hour of which it is known that it is now", 0.7, { wall: late }, quietNight(0.4), false],
])("while the time is not known it is held low where it is: %s", (_, wanted, situation, rules, held) => {
  expect(isHeldLow(wanted, rules, { ...open, wall: day, ...situation })).toBe(held);
});

function lowest(floor: number, ceiling = 1): VolumeRules {
  return { ...free, volumeRange: { floor, ceiling } };
}

function quietNight(ceiling: number): VolumeRules {
  return { ...free, quietHours: [{ ...night, ceiling }] };
}
