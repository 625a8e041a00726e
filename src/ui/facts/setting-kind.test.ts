import { expect, test } from "vitest";
import { Settings } from "../../protocol/settings.ts";
import { type SettingSchema, settingKind } from "./setting-kind.ts";

/** As it comes over the wire. */
const schemas = Object.entries(
  (JSON.parse(JSON.stringify(Settings)) as { properties: Record<string, SettingSchema> }).properties,
);
const kindOf = (name: string) => settingKind(schemas.find(([each]) => each === name)?.[1] ?? {});

test("every setting has a field of its own, a group, a title and words about it", () => {
  const without = schemas.filter(
    ([, schema]) => settingKind(schema).kind === "unknown" || !schema.group || !schema.title || !schema.help,
  );
  expect(without.map(([name]) => name)).toEqual([]);
});

test.each([
  ["analyseSound", { kind: "switch" }],
  ["onMoodChange", { kind: "choice", values: ["finish", "fade"] }],
  ["stands", { kind: "choice", values: [null, "home", "venue", "workplace", "school"] }],
  ["adventure", { kind: "share", least: 0, most: 1 }],
  ["musicFolders", { kind: "texts", longest: 4096, most: 32, pattern: "^/" }],
  ["backupAt", { kind: "time", mayBeEmpty: true }],
  ["openingHours", { kind: "open-spans", most: 50 }],
  ["quietHours", { kind: "quiet-spans", most: 24 }],
  ["holidays", { kind: "holidays", most: 400 }],
  ["dayparts", { kind: "dayparts", most: 24 }],
  ["temporaryStop", { kind: "stop" }],
  ["usualMood", { kind: "affect" }],
  ["volumeRange", { kind: "range" }],
  ["policyByMood", { kind: "policies" }],
])("%s is changed as what it is", (name, kind) => {
  expect(kindOf(name)).toEqual(kind);
});

test("milliseconds are asked for in seconds, and what may be empty is known to", () => {
  expect(kindOf("moodDwellMs")).toMatchObject({ kind: "number", scale: 1_000, mayBeEmpty: false });
  expect(kindOf("longestSongMinutes")).toMatchObject({
    kind: "number",
    scale: 1,
    whole: true,
    mayBeEmpty: true,
  });
});

test("a shape that is not known yet is told so, rather than be taken for another one", () => {
  expect(settingKind({ type: "object", properties: { x: { type: "string" } } })).toEqual({ kind: "unknown" });
  expect(settingKind({ type: "array", items: { type: "object" } })).toEqual({ kind: "unknown" });
  expect(settingKind({ anyOf: [{ type: "string" }, { type: "number" }] })).toEqual({ kind: "unknown" });
});
