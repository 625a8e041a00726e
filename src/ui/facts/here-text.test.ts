import { expect, test } from "vitest";
import { hereBrief, hereText } from "./here-text.ts";

const people = (...names: string[]) => names.map((name) => ({ visit: `visit of ${name}`, name }));

test.each([
  [[], 0, null],
  [[], 1, "One person is here by card or PIN"],
  [[], 3, "3 people are here by card or PIN"],
  [["Anna"], 0, "Here: Anna"],
  [["Anna", "Ben"], 1, "Here: Anna, Ben and one more"],
  [["Anna", "Ben", "Cleo", "Dan"], 2, "Here: Anna, Ben, Cleo and 3 more"],
])("of %j and %i others the kiosk says %j", (names, others, text) => {
  expect(hereText({ named: people(...names), others })).toBe(text);
});

test("where there is no room for names they are counted", () => {
  expect(hereBrief({ named: people("Anna", "Ben"), others: 1 })).toBe("3 people signed in");
  expect(hereBrief({ named: people("Anna"), others: 0 })).toBe("One person signed in");
  expect(hereBrief({ named: [], others: 0 })).toBeNull();
});
