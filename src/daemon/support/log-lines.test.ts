import { expect, test } from "vitest";
import { LogLines } from "./log-lines.ts";

test("the newest thousand lines are there, in order, each once", () => {
  const lines = new LogLines();
  for (let n = 1; n <= 1_500; n++) expect(lines.keep(`line ${n}\n`)).toBe(`line ${n}\n`);
  const kept = lines.since(0);
  expect(kept.length).toBe(1_000);
  expect(kept[0]).toEqual({ seq: 501, text: "line 501" });
  expect(lines.since(1_498)).toEqual([
    { seq: 1_499, text: "line 1499" },
    { seq: 1_500, text: "line 1500" },
  ]);
  expect(lines.since(1_500)).toEqual([]);
});

test("a page that was open through a restart is told all that the new daemon says", () => {
  const lines = new LogLines();
  lines.keep("up again");
  expect(lines.since(4_711)).toEqual([{ seq: 1, text: "up again" }]);
});

test("a line without end takes no memory without end, and is written whole", () => {
  const lines = new LogLines();
  const long = "x".repeat(1_000_000);
  expect(lines.keep(long)).toBe(long);
  expect(lines.since(0)[0]?.text.length).toBe(4_000);
});
