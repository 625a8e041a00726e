import { expect, test } from "vitest";
import { labelPoints } from "../../protocol/circumplex.ts";
import { someState } from "../testing-state.ts";
import { headedMoods } from "./headed.ts";

const { mood, direction } = someState();

test("where the music heads is what the dial says and what songs are judged by", () => {
  const calmer = { ...direction, target: labelPoints.calm };
  expect(headedMoods({ mood, direction: calmer })).toEqual(["calm"]);
  const set = { ...mood, affect: labelPoints.elated, basis: "manual" } as const;
  expect(headedMoods({ mood: set, direction: calmer }).toSorted()).toEqual(["calm", "elated"]);
});

test("the end of a glide is named on the screen too", () => {
  const path = { points: [labelPoints.gloomy, labelPoints.even, labelPoints.content], step: 0 };
  const headed = headedMoods({ mood, direction: { ...direction, target: labelPoints.gloomy, path } });
  expect(headed.toSorted()).toEqual(["content", "gloomy"]);
});
