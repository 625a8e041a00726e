import { expect, test } from "vitest";
import { someCorrection, somePick } from "../testing-state.ts";
import { undoneText } from "./undone-text.ts";

const back = [somePick()];

test("what is undone is told by what it was about", () => {
  const text = (change: Parameters<typeof someCorrection>[0]) => undoneText(someCorrection(change), back);
  expect(text({})).toBe("“Kite Weather” has its mood back");
  expect(text({ notedOnly: true })).toBe("Noted no more: Kite Weather");
  expect(text({ kind: "block-song" })).toBe("May be played again: Kite Weather");
  expect(text({ kind: "block-artist", artist: "Nina" })).toBe("May be played again: Nina");
});

test("where it had taken away what was heard or asked for, that comes next, and only where it does", () => {
  const cut = someCorrection({ putsBack: true });
  expect(undoneText(cut, back)).toBe("Undone, comes next: Kite Weather");
  expect(undoneText(cut, [somePick([], { id: "track-2" })])).toBe("“Kite Weather” has its mood back");
  const byNina = someCorrection({ kind: "block-artist", artist: "Nina", putsBack: true });
  expect(undoneText(byNina, back)).toBe("Undone, comes next: Kite Weather");
  // Blocked by name alone: which of their songs comes is not known here.
  expect(undoneText({ ...byNina, track: null, title: "" }, back)).toBe("May be played again: Nina");
});
