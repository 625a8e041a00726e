import { expect, test } from "vitest";
import { isOfLevel, shownLine } from "./log-view.ts";

const line = (entry: object) => shownLine({ seq: 1, text: JSON.stringify(entry) });

test("a line shows when, how bad, what, and its facts", () => {
  expect(line({ level: 40, time: 5, msg: "vision ended", code: 1 })).toEqual({
    ...{ seq: 1, at: 5, kind: "warn", message: "vision ended", facts: '{"code":1}' },
  });
  expect(line({ level: 60, time: 5, msg: "a bug" })).toMatchObject({ kind: "error", facts: "" });
});

test("what is no JSON is shown as it is", () => {
  expect(shownLine({ seq: 2, text: "mpv: … could not be opened" })).toMatchObject({
    ...{ at: null, kind: "info", message: "mpv: … could not be opened" },
  });
});

test("a level shows itself and what is worse", () => {
  const [note, warning, fault] = [30, 40, 50].map((level) => line({ level, msg: "" }));
  for (const [level, seen] of [
    ["all", [true, true, true]],
    ["warn", [false, true, true]],
    ["error", [false, false, true]],
  ] as const)
    expect([note, warning, fault].map((each) => each && isOfLevel(each, level))).toEqual(seen);
});
