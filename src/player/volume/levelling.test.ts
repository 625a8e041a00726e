import { expect, test } from "vitest";
import { levelledGainDb } from "./levelling.ts";

const on = { levelling: true, preampDb: 3, untaggedGainDb: -6 };

test.each([
  ["a loud song is made quieter, and the preamp is added", -9.5, on, -6.5],
  ["a quiet song is lifted", 4, on, 7],
  ["a song that says nothing is taken for a usual loud one", null, on, -3],
  ["without a preamp the tag holds as it is", -9.5, { ...on, preampDb: 0 }, -9.5],
  ["with levelling off every song plays as it was made", -9.5, { ...on, levelling: false }, 0],
])("%s", (_, tagged, settings, gainDb) => {
  expect(levelledGainDb(tagged, settings)).toBe(gainDb);
});
