import { expect, test } from "vitest";
import { bytesText } from "./bytes-text.ts";

test.each([
  [0, "0 byte"],
  [999, "999 byte"],
  [1_500, "2 kB"],
  [2_900_000, "2.9 MB"],
  [51_234_000_000, "51 GB"],
  [3e15, "3,000 TB"],
])("%i is %s", (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});
