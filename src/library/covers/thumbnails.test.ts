import sharp from "sharp";
import { expect, test } from "vitest";
import { makeThumbnails } from "./thumbnails.ts";

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#456" } });

async function sidesOf(bytes: Uint8Array) {
  const made = await makeThumbnails(bytes);
  if (!made) return null;
  const sides = async (thumbnail: Buffer) => {
    const { width, height, format } = await sharp(thumbnail).metadata();
    return `${format} ${width}x${height}`;
  };
  return { small: await sides(made.small), large: await sides(made.large) };
}

test.each(["jpeg", "png", "webp", "gif"] as const)(
  "a %s becomes two WebP that fit the squares",
  async (format) => {
    const bytes = await picture(1200, 900).toFormat(format).toBuffer();
    expect(await sidesOf(bytes)).toEqual({ small: "webp 160x120", large: "webp 640x480" });
  },
);

test("a small picture is not enlarged", async () => {
  expect(await sidesOf(await picture(100, 90).png().toBuffer())).toEqual({
    small: "webp 100x90",
    large: "webp 100x90",
  });
});

test("a photograph that was taken on its side stands upright", async () => {
  const bytes = await picture(800, 400).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect(await sidesOf(bytes)).toEqual({ small: "webp 80x160", large: "webp 320x640" });
});

test("a picture of too many pixels is refused, however few bytes it has", async () => {
  const bomb = await picture(9000, 9000).png({ compressionLevel: 9 }).toBuffer();
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(await makeThumbnails(bomb)).toBeNull();
});

test("a header that lies about its size is refused", async () => {
  const bytes = await picture(20, 20).png().toBuffer();
  bytes.writeUInt32BE(0x7fff_ffff, 16);
  bytes.writeUInt32BE(0x7fff_ffff, 20);
  expect(await makeThumbnails(bytes)).toBeNull();
});

test("what is no picture, is cut short, or is a format for programs is refused", async () => {
  const cut = (await picture(300, 300).jpeg().toBuffer()).subarray(0, 300);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>';
  for (const bytes of [
    cut,
    Buffer.from(svg),
    Buffer.from("plain text"),
    Buffer.alloc(0),
    Buffer.from("GIF8"),
  ])
    expect(await makeThumbnails(bytes)).toBeNull();
});
