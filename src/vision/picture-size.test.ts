import sharp from "sharp";
import { expect, test } from "vitest";
import { loadOpenCv } from "./opencv.ts";
import { declaredPixels } from "./picture-size.ts";

const opencv = loadOpenCv();
const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#888" } });

test("the headers of all formats are read as the pictures are", async () => {
  const picture = flat(70, 50);
  const bmp = Buffer.from(
    opencv.raw.imencode(".bmp", new opencv.raw.Mat(Buffer.alloc(50 * 70 * 3), 50, 70, opencv.raw.CV_8UC3)),
  );
  for (const bytes of [
    await picture.jpeg().toBuffer(),
    await picture.jpeg({ progressive: true }).withMetadata().toBuffer(),
    await picture.png().toBuffer(),
    await picture.webp().toBuffer(),
    await picture.webp({ lossless: true }).toBuffer(),
    await picture.withMetadata().webp().toBuffer(),
    bmp,
  ]) {
    expect(declaredPixels(bytes)).toBe(70 * 50);
    const image = opencv.decodeImage(bytes);
    expect([image?.cols, image?.rows]).toEqual([70, 50]);
    image?.release();
  }
});

test("what has no such header has no size", async () => {
  const jpeg = await flat(70, 50).jpeg().toBuffer();
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.alloc(1_000, "text"),
    jpeg.subarray(0, 40),
    Buffer.alloc(64, 0xff),
  ])
    expect(declaredPixels(bytes)).toBeNull();
});

test("a picture that would fill the memory is refused, and does not end the process", async () => {
  const large = await flat(7_000, 7_000).png().toBuffer();
  expect(opencv.decodeImage(large)).toBeNull();
  // Beyond 2^30 pixels OpenCV would abort.
  large.writeUInt32BE(40_000, 16);
  large.writeUInt32BE(40_000, 20);
  expect(opencv.decodeImage(large)).toBeNull();
});
