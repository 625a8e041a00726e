import fc from "fast-check";
import { expect, test } from "vitest";
import { knownReaders, nameOf, readerFor } from "./known-readers.ts";
import { numberIn } from "./reader-format.ts";
import { readerOf } from "./reader-line.ts";
import { realKeyboard, vendorReader, wedge } from "./testing.ts";

test("the keyboard that somebody types with is never a card reader, whatever it is", () => {
  const number = fc.integer({ min: 0, max: 0xffff });
  fc.assert(
    fc.property(number, number, fc.string(), fc.string(), (vendor, product, maker, name) => {
      fc.pre(!knownReaders.some((known) => known.vendor === vendor));
      expect(readerFor({ ...realKeyboard, vendor, product, maker, name }, [])).toBeNull();
    }),
  );
});

test("hobbyists' keyboards share two numbers with a reader, and are none", () => {
  const shared = { vendor: 0x16c0, product: 0x27db };
  expect(
    readerFor(wedge("/dev/hidraw0", { ...shared, maker: "HXGCoLtd", name: "Keyboard" }), []),
  ).not.toBeNull();
  expect(
    readerFor(wedge("/dev/hidraw0", { ...shared, maker: "", name: "HXGCoLtd HIDKeys" }), []),
  ).not.toBeNull();
  expect(readerFor(wedge("/dev/hidraw0", { ...shared, maker: "tzarc", name: "Djinn" }), [])).toBeNull();
});

test("what the owner has named is a reader, and speaks as they said", () => {
  const named = [readerOf("1234:5678 bytes 0-7 of 8"), readerOf("046d:c31c keys")].filter(
    (each) => each !== null,
  );
  expect(readerFor(vendorReader(), named)?.format.kind).toBe("bytes");
  expect(readerFor(realKeyboard, named)?.format.kind).toBe("keys");
});

test("of a reader with a keyboard and more, only what speaks its way is read, and a pointer never", () => {
  expect(readerFor(wedge(), [])).not.toBeNull();
  expect(readerFor(wedge("/dev/hidraw0", { usages: [{ page: 0xff00, usage: 1 }] }), [])).toBeNull();
  const both = [
    { page: 1, usage: 6 },
    { page: 1, usage: 2 },
  ];
  expect(readerFor(wedge("/dev/hidraw0", { usages: both }), [])).toBeNull();
});

test("a Mir:ror tells of a tag that came, not of one that went, nor of itself turned over", () => {
  const reader = readerFor(vendorReader("/dev/hidraw0", { vendor: 0x1da8, product: 0x1301 }), []);
  if (reader?.format.kind !== "bytes") throw new Error("It has reports of its own.");
  const tag = [0xd0, 0x02, 0x1a, 0x05, 0x32, 0x8e, 0xa3, 0x6f];
  const report = (...head: number[]) => Uint8Array.from({ length: 64 }, (_, n) => [...head, ...tag][n] ?? 0);
  expect(numberIn(reader.format, report(2, 1, 0, 0, 8))).toBe("D0021A05328EA36F");
  expect(numberIn(reader.format, report(2, 2, 0, 0, 8))).toBeNull();
  expect(numberIn(reader.format, report(1, 4, 0, 0, 0))).toBeNull();
  expect(numberIn(reader.format, new Uint8Array(64))).toBeNull();
});

test("what a device calls itself becomes one short line without marks of any markup", () => {
  const name = (maker: string, of: string) => nameOf(wedge("/dev/hidraw0", { maker, name: of }));
  expect(name("Sycreader RFID Technology Co., Ltd", "SYC ID&IC USB Reader")).toBe(
    "Sycreader RFID Technology Co. Ltd SYC ID",
  );
  expect(name("<script>", 'alert("\u0000\n")')).toBe("script alert( )");
  expect(name("\u0007", "")).toBe("ffff:0035");
});
