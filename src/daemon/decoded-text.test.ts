import fc from "fast-check";
import { expect, test } from "vitest";
import { decodedText } from "./decoded-text.ts";

async function decoded(bytes: Buffer, pieceBytes: number): Promise<string> {
  async function* pieces() {
    for (let from = 0; from < bytes.length; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes);
  }
  let text = "";
  for await (const piece of decodedText(pieces())) text += piece;
  return text;
}

const text = "title;artists\r\nÉté;Ana Lúz\r\nGrün;Ö\r\n";

test.each([
  ["UTF-8", Buffer.from(text)],
  ["Windows-1252", Buffer.from(text, "latin1")],
  ["UTF-16", Buffer.from(`\ufeff${text}`, "utf16le")],
  ["UTF-16, most significant first", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
])("%s is the same text, wherever its pieces end", async (_name, bytes) => {
  for (const pieceBytes of [1, 2, 3, 7, 1000]) expect(await decoded(bytes, pieceBytes)).toBe(text);
});

test("a line that somebody saved in Windows' letters leaves the others as they are", async () => {
  const mixed = Buffer.concat([Buffer.from("夜;ß\n"), Buffer.from("Grün\n", "latin1"), Buffer.from("Łódź")]);
  expect(await decoded(mixed, 5)).toBe("夜;ß\nGrün\nŁódź");
});

test("whatever is written in UTF-8 comes back", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: "grapheme" }),
      fc.integer({ min: 1, max: 20 }),
      async (some, pieceBytes) => {
        const whole = `${some}\n`;
        if (whole.startsWith("\ufeff")) return;
        expect(await decoded(Buffer.from(whole), pieceBytes)).toBe(whole);
      },
    ),
  );
});

test("a line without an end is given as it comes", async () => {
  expect((await decoded(Buffer.alloc(300_000, "x"), 10_000)).length).toBe(300_000);
});
