import { expect, test } from "vitest";
import { lookClause, looksText } from "./looks.ts";

const all = (expression: string) => ({ kind: "all" as const, expression });
const mostly = (expression: string) => ({ kind: "mostly" as const, expression });

test("says what faces show, and how many there are", () => {
  expect(looksText(mostly("happy"), 2, "looking")).toBe("Mostly smiling, 2 faces");
  expect(looksText(mostly("happy"), 2, "photographs")).toBe("Mostly smiling, 2 faces");
  expect(looksText(all("neutral"), 1, "looking")).toBe("One face, neutral");
  expect(looksText(all("happy"), 3, "looking")).toBe("All smiling, 3 faces");
  expect(looksText({ kind: "mixed" }, 4, "looking")).toBe("Mixed expressions, 4 faces");
  expect(looksText({ kind: "unread" }, 2, "looking")).toBe("2 faces, hard to read");
  expect(looksText({ kind: "unread" }, 1, "looking")).toBe("One face, hard to read");
  expect(looksText({ kind: "nobody" }, 0, "looking")).toBe("Nobody in sight");
});

test.each([
  ["angry", "One face, frowning"],
  ["disgust", "One face, grimacing"],
  ["fear", "One face, wide-eyed"],
  ["sad", "One face, looking sad"],
  ["surprise", "One face, looking surprised"],
  ["smiling", "One face, smiling"],
  ["notSmiling", "One face, not smiling"],
  ["raised-eyebrow", "One face, with another expression"],
  ["constructor", "One face, with another expression"],
])("%s stays about the face: %s", (expression, text) => {
  expect(looksText(all(expression), 1, "looking")).toBe(text);
});

test("a camera that does not look sees nobody, and does not say that nobody is there", () => {
  for (const camera of ["closed", "closing", "down"] as const)
    expect(looksText({ kind: "nobody" }, 0, camera)).toBe("Not looking");
  expect(looksText({ kind: "nobody" }, 0, "opening")).toBe("About to look");
  expect(looksText(mostly("happy"), 2, "unknown")).toBe("No word just now");
});

test("sections that do not fit together are told by the safer one", () => {
  expect(looksText(mostly("happy"), 0, "looking")).toBe("Nobody in sight");
  expect(looksText({ kind: "nobody" }, 2, "looking")).toBe("2 faces, hard to read");
});

test("goes into a sentence, or says that there is nothing to say", () => {
  expect(lookClause(mostly("happy"))).toBe("most faces here were smiling");
  expect(lookClause(all("sad"))).toBe("the faces here looked sad");
  expect(lookClause({ kind: "unread" })).toBeNull();
  expect(lookClause({ kind: "nobody" })).toBeNull();
});
