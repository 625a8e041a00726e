import fc from "fast-check";
import { expect, test } from "vitest";
import { findFormat } from "./find-format.ts";
import { type BytesFormat, numberIn } from "./reader-format.ts";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
type Reports = readonly Uint8Array[];

/** A reader as makers think them up: a head, a counter, the card's number, the rest zero; and one report when it goes. */
const reader = fc.record({
  head: fc.uint8Array({ maxLength: 3 }),
  hasCounter: fc.boolean(),
  goes: fc.constantFrom("silent", "other head", "blank"),
  idles: fc.boolean(),
  length: fc.constantFrom(16, 32, 64),
});
const cards = fc
  .uniqueArray(bytes(7), {
    minLength: 3,
    maxLength: 3,
    selector: (card) => Buffer.from(card).toString("hex"),
  })
  // A number that is zero throughout is no card's.
  .filter((some) => some.every((card) => card.some((byte) => byte !== 0)));

function speak(made: { head: Uint8Array; hasCounter: boolean; goes: string; length: number }) {
  let counter = 0;
  const report = (head: Iterable<number>, card: Iterable<number>) => {
    counter = (counter + 1) % 256;
    const said = [...head, ...(made.hasCounter ? [counter] : []), ...card];
    return Uint8Array.from({ length: made.length }, (_, n) => said[n] ?? 0);
  };
  const came = (card: Uint8Array) => report(made.head, card);
  const hold = (card: Uint8Array): Reports => {
    const went = {
      silent: [],
      "other head":
        made.head.length > 0
          ? [
              report(
                made.head.map((byte) => byte ^ 1),
                card,
              ),
            ]
          : [],
      blank: [report(made.head, [])],
    }[made.goes];
    return [came(card), came(card), ...(went ?? [])];
  };
  return { hold, came, blank: () => report(made.head, []) };
}

test("whatever a reader's reports look like: once learned, cards are told from each other and from no card", () => {
  fc.assert(
    fc.property(reader, cards, (made, [one, two, three]) => {
      if (!one || !two || !three) return;
      const { hold, came, blank } = speak(made);
      // One without a counter says nothing between cards that has to be found out.
      const before = made.idles && !made.hasCounter ? [blank()] : [];
      const found = findFormat({ before, card: [hold(one), hold(one), hold(one)], other: hold(two) });
      if (typeof found === "string") return expect(["unclear"]).toContain(found);
      const number = (report: Uint8Array) => numberIn(found, report);
      const [first, other, third] = [one, two, three].map((card) => number(came(card)));
      expect(first).not.toBeNull();
      expect(number(came(one))).toBe(first);
      expect(other).not.toBe(first);
      // A third one may have zeros where both others had none, and is then none; never somebody else's.
      expect([first, other]).not.toContain(third);
      for (const report of hold(one).slice(2)) expect(number(report)).toBeNull();
    }),
  );
});

test("a plain reader is always learned, and every third card has its own number", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3 }), cards, (head, [one, two, three]) => {
      if (!one || !two || !three) return;
      const { hold, came } = speak({ head, hasCounter: false, goes: "silent", length: 64 });
      const found = findFormat({ before: [], card: [hold(one), hold(one), hold(one)], other: hold(two) });
      const number = (card: Uint8Array) => numberIn(found as BytesFormat, came(card));
      expect(new Set([one, two, three].map(number)).size).toBe(3);
      expect(number(three)).toMatch(/^[0-9A-F]{40}$/);
    }),
  );
});

test("cards that were numbered one after the other differ, though only their last byte taught it", () => {
  const card = (last: number, first = 0) => Uint8Array.from([9, first, 0, 0x10, last, 0]);
  const found = findFormat({
    before: [],
    card: [[card(1)], [card(1)], [card(1)]],
    other: [card(2)],
  }) as BytesFormat;
  const numbers = [card(1), card(2), card(1, 7), card(2, 7), card(0)].map((report) =>
    numberIn(found, report),
  );
  expect(new Set(numbers).size).toBe(5);
});

test("what can't be told is said", () => {
  const [a, b, c] = [[Uint8Array.of(1, 2, 3, 4)], [Uint8Array.of(1, 9, 9, 9)], [Uint8Array.of(1, 2)]];
  expect(findFormat({ before: [], card: [[], [], []], other: [] })).toBe("silent");
  expect(findFormat({ before: [], card: [a, a, c], other: b })).toBe("unlike");
  expect(findFormat({ before: [], card: [a, a, a], other: a })).toBe("same-card");
  expect(findFormat({ before: [Uint8Array.of(1, 7, 7, 7)], card: [a, a, a], other: b })).toBe("unclear");
});

test("any reports at all are harmless", () => {
  const reports = fc.array(fc.uint8Array({ maxLength: 12 }), { maxLength: 6 });
  fc.assert(
    fc.property(reports, reports, reports, reports, reports, (before, one, two, three, other) => {
      const found = findFormat({ before, card: [one, two, three], other });
      if (typeof found !== "string") expect(found.take.length).toBeGreaterThan(0);
    }),
  );
});
