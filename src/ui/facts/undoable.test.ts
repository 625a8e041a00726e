import { expect, test } from "vitest";
import { someCorrection } from "../testing-state.ts";
import { undoable } from "./undoable.ts";

const [guests, owners] = [someCorrection(), someCorrection({ id: "correction-2", by: "owner" })];
const state = { corrections: [owners, guests], lastCorrection: guests };

test("guests are offered to take back what guests said, and the owner whatever was said last", () => {
  expect(undoable(state, false, 1_000_000)).toBe(guests);
  expect(undoable(state, true, 1_000_000)).toBe(owners);
});

test("nothing is offered for longer than a moment, nor where nothing was said", () => {
  expect(undoable(state, true, owners.until)).toBeNull();
  expect(undoable(state, false, guests.until)).toBeNull();
  expect(undoable({ corrections: [], lastCorrection: null }, true, 0)).toBeNull();
});
