import { expect, test } from "vitest";
import { awayFromBeginning } from "./nearly.ts";

test.each([
  ["lantrens", "lanterns", 1],
  ["lanterms", "lanterns", 1],
  ["lanerns", "lanterns", 1],
  ["lantterns", "lanterns", 1],
  ["lanterne", "lanterns", 1],
  ["lantrne", "lanterns", 2],
  ["lantren", "lanterns", 1],
  ["streat", "streetlight", 1],
  ["lanterns", "candles", 3],
  ["lanterns", "la", 3],
])("%j is %j with %i letters wrong, as far as it is typed", (typed, word, away) => {
  expect(awayFromBeginning(typed, word, 2)).toBe(away);
});

test("as one that reckons all of it says", () => {
  let seed = 5;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const some = () =>
    Array.from({ length: 1 + Math.floor(random() * 7) }, () => "abc"[Math.floor(random() * 3)]).join("");
  for (let turn = 0; turn < 3_000; turn++) {
    const [typed, word] = [some(), some()];
    for (const far of [1, 2])
      expect([typed, word, awayFromBeginning(typed, word, far)]).toEqual([
        typed,
        word,
        Math.min(far + 1, plainly(typed, word)),
      ]);
  }
});

/** The whole table, and the best of its last row. */
function plainly(typed: string, word: string): number {
  const table = Array.from({ length: typed.length + 1 }, (_, letter) =>
    Array.from({ length: word.length + 1 }, (_, at) => (letter === 0 ? at : at === 0 ? letter : 0)),
  );
  const cell = (letter: number, at: number) => table[letter]?.[at] ?? Number.POSITIVE_INFINITY;
  for (let letter = 1; letter <= typed.length; letter++)
    for (let at = 1; at <= word.length; at++) {
      const isSwapped = typed[letter - 1] === word[at - 2] && typed[letter - 2] === word[at - 1];
      (table[letter] as number[])[at] = Math.min(
        cell(letter - 1, at) + 1,
        cell(letter, at - 1) + 1,
        cell(letter - 1, at - 1) + (typed[letter - 1] === word[at - 1] ? 0 : 1),
        isSwapped ? cell(letter - 2, at - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  return Math.min(...(table[typed.length] ?? []));
}
