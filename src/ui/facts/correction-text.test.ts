import { expect, test } from "vitest";
import { someCorrection } from "../testing-state.ts";
import { correctionText } from "./correction-text.ts";

test("a correction says what became of the song, and a block for how long", () => {
  const at = 1_000_000;
  expect(correctionText(someCorrection())).toBe("New mood for “Kite Weather”");
  expect(correctionText(someCorrection({ notedOnly: true }))).toBe("Noted for the owner: Kite Weather");
  const block = someCorrection({ kind: "block-song", at, holdsUntil: at + 24 * 3_600_000 });
  expect(correctionText(block)).toBe("Not played for a day: Kite Weather");
  expect(correctionText({ ...block, holdsUntil: at + 5 * 3_600_000 })).toBe(
    "Not played for 5 hours: Kite Weather",
  );
  expect(correctionText({ ...block, holdsUntil: null })).toBe("Not played again: Kite Weather");
  const artist = someCorrection({ kind: "block-artist", artist: "Ana Lúz" });
  expect(correctionText(artist)).toBe("Not played again: Ana Lúz");
});
