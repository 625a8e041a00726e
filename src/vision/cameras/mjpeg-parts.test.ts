import { expect, test } from "vitest";
import { MjpegParts } from "./mjpeg-parts.ts";

const withLength = (body: string) =>
  `--cut\r\nContent-Type: image/jpeg\r\nContent-Length: ${body.length}\r\n\r\n${body}\r\n`;
const withoutLength = (body: string) => `--cut\r\nContent-Type: image/jpeg\r\n\r\n${body}\r\n`;

/** Pushes the stream in pieces of that size and says which parts came out. */
function takeApart(stream: string, pieceSize: number, boundary = "cut"): string[] {
  const parts = new MjpegParts(boundary);
  const out: string[] = [];
  for (let at = 0; at < stream.length; at += pieceSize)
    out.push(...parts.push(Buffer.from(stream.slice(at, at + pieceSize))).map((part) => part.toString()));
  return out;
}

test.each([1, 2, 7, 1_000])("pieces of %i bytes give the same pictures", (pieceSize) => {
  const stream = `${withLength("one")}${withLength("two")}`;
  expect(takeApart(stream, pieceSize)).toEqual(["one", "two"]);
});

test("a length outranks what looks like a boundary inside the picture", () => {
  expect(takeApart(withLength("a\r\n--cut\r\n\r\nb"), 5)).toEqual(["a\r\n--cut\r\n\r\nb"]);
});

test("without a length, a picture ends where the next one begins", () => {
  expect(takeApart(`${withoutLength("one")}${withoutLength("two")}--cut`, 3)).toEqual(["one", "two"]);
});

test("a boundary may be named with its dashes, and something may stand before the first", () => {
  expect(takeApart(`hello\r\n${withLength("one")}`, 4, "--cut")).toEqual(["one"]);
});

test("a stream without end is not kept for ever", () => {
  const parts = new MjpegParts("cut");
  parts.push(Buffer.from("--cut\r\n\r\n"));
  const megabyte = Buffer.alloc(1024 * 1024);
  expect(() => {
    for (let megabytes = 0; megabytes < 20; megabytes++) parts.push(megabyte);
  }).toThrow("16 MB");
});

test("a picture that is said to be far too large is not waited for", () => {
  const parts = new MjpegParts("cut");
  expect(() => parts.push(Buffer.from("--cut\r\nContent-Length: 10000000000\r\n\r\n"))).toThrow("16 MB");
});

test("a header without end is not kept for ever", () => {
  const parts = new MjpegParts("cut");
  parts.push(Buffer.from("--cut\r\n"));
  const line = Buffer.from(`X-Line: ${"x".repeat(1_000)}\r\n`);
  expect(() => {
    for (let lines = 0; lines < 20; lines++) parts.push(line);
  }).toThrow("header");
});
