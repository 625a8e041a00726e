import fc from "fast-check";
import { expect, test } from "vitest";
import { Settings } from "../../protocol/settings.ts";
import { numberIn, type ReaderFormat, spansOf } from "./reader-format.ts";
import { lineOf, readerOf } from "./reader-line.ts";

const { pattern } = Settings.properties.cardReaders.items as { pattern?: string };
const id = fc.integer({ min: 0, max: 0xffff });
const positions = fc
  .uniqueArray(fc.nat(63), { minLength: 1 })
  .map((some) => spansOf(some.toSorted((a, b) => a - b)));
const bytesFormat = fc.record({
  kind: fc.constant("bytes" as const),
  length: fc.constant(64),
  take: positions,
  when: fc.uniqueArray(fc.record({ at: fc.nat(63), is: fc.nat(255) }), {
    selector: ({ at }) => at,
    maxLength: 4,
  }),
  blank: fc.oneof(fc.constant([]), positions),
});

test("a reader comes back from its line as it was, and the settings take the line", () => {
  const format: fc.Arbitrary<ReaderFormat> = fc.oneof(fc.constant({ kind: "keys" as const }), bytesFormat);
  fc.assert(
    fc.property(id, id, format, (vendor, product, found) => {
      const line = lineOf({ vendor, product, format: found });
      expect(readerOf(line)).toEqual({ vendor, product, format: found });
      expect(line).toMatch(new RegExp(pattern ?? "none"));
    }),
  );
});

test.each([
  "",
  "keys",
  "1234:5678",
  "1234:5678 mouse",
  "12345:5678 keys",
  "1234:5678 bytes 5-70 of 64",
  "1234:5678 bytes 9-5 of 64",
  "1234:5678 bytes 5- of 64",
  "1234:5678 bytes 5 of 99999",
  "1234:5678 bytes 5 of 64 if 64=00",
  "1234:5678 bytes 5 of 64 unless blank 1-64",
  `1234:5678 bytes ${Array.from({ length: 70 }, (_, n) => n * 2).join()} of 4000`,
])("%j names no reader", (line) => {
  expect(readerOf(line)).toBeNull();
});

test("a number of up to 20 bytes is told as it is, a longer one by its digest, and nothing that is all zero", () => {
  const line = (take: string) => readerOf(`1234:5678 bytes ${take} of 32`)?.format;
  const report = Uint8Array.from({ length: 32 }, (_, n) => n);
  const numberBy = (take: string, from = report) => {
    const format = line(take);
    return format?.kind === "bytes" ? numberIn(format, from) : "no format";
  };
  expect(numberBy("4-7,9")).toBe("0405060709");
  expect(numberBy("0-31")).toMatch(/^[0-9A-F]{40}$/);
  expect(numberBy("0-31", report.with(31, 0))).not.toBe(numberBy("0-31"));
  expect(numberBy("4-7", new Uint8Array(32))).toBeNull();
  expect(numberBy("4-7", report.subarray(0, 31))).toBeNull();
});
