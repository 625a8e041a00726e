import { expect, test } from "vitest";
import { cameraTap } from "./camera-tap.ts";

const close = { do: "switchCamera", on: false };
const open = { do: "switchCamera", on: true };

test("a second tap opens nothing that the first one closed, however long somebody goes on", () => {
  expect(cameraTap(true, 10_000)).toEqual(close);
  expect(cameraTap(false, 10_120)).toBeNull();
  expect(cameraTap(false, 10_300)).toBeNull();
  expect(cameraTap(false, 11_700)).toBeNull();
  expect(cameraTap(false, 13_100)).toBeNull();
  expect(cameraTap(false, 14_700)).toEqual(open);
});

test("a double tap that opens closes nothing, and who wants it closed is not kept waiting by their own taps", () => {
  expect(cameraTap(false, 20_000)).toEqual(open);
  expect(cameraTap(true, 20_300)).toBeNull();
  expect(cameraTap(true, 21_400)).toBeNull();
  expect(cameraTap(true, 21_600)).toEqual(close);
});
