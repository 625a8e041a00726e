import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing-music.ts";
import { OpenFile } from "./open-file.ts";
import { OpenFileTokenizer } from "./open-file-tokenizer.ts";

const folder = await temporaryFolder();
const bytes = randomBytes(300_000);
const path = join(folder, "bytes");
await writeFile(path, bytes);

const position = fc.integer({ min: 0, max: 310_000 });

test("whatever is read in whatever order, it is what the file holds", () => {
  const read = fc.record({ position, length: fc.integer({ min: 0, max: 65_536 }), copies: fc.boolean() });
  fc.assert(
    fc.property(fc.array(read, { maxLength: 20 }), (reads) => {
      const file = new OpenFile(path);
      for (const { position, length, copies } of reads) {
        const target = Buffer.alloc(length);
        const got =
          copies || length > 32_768
            ? target.subarray(0, file.copy(target, position))
            : file.bytesAt(position, length);
        expect(got.equals(bytes.subarray(position, position + length))).toBe(true);
      }
      file.close();
    }),
  );
});

test("two files that are open at once don't disturb each other", async () => {
  const other = randomBytes(1_000);
  await writeFile(join(folder, "other"), other);
  const [one, two] = [new OpenFile(path), new OpenFile(join(folder, "other"))];
  const first = one.bytesAt(0, 500);
  expect(two.bytesAt(0, 500).equals(other.subarray(0, 500))).toBe(true);
  expect(first.equals(bytes.subarray(0, 500))).toBe(true);
  one.close();
  two.close();
});

test("a parser that asks for more memory than it may have is refused before it gets any", async () => {
  const file = new OpenFile(path);
  const tokenizer = new OpenFileTokenizer(file, 1_000);
  await expect(tokenizer.readToken({ len: 2_000, get: () => 0 })).rejects.toThrow(/2000/);
  file.close();
});

test("a parser that reads beyond the end is told so", async () => {
  const file = new OpenFile(path);
  const tokenizer = new OpenFileTokenizer(file, 10_000);
  tokenizer.setPosition(299_990);
  await expect(tokenizer.readBuffer(new Uint8Array(20))).rejects.toThrow();
  expect(await tokenizer.peekBuffer(new Uint8Array(20), { mayBeLess: true })).toBe(10);
  file.close();
});
