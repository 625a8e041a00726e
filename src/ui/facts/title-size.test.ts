import { expect, test } from "vitest";
import { titleSize } from "./title-size.ts";

test("long titles are drawn smaller", () => {
  expect(titleSize("Slow River")).toBe("short");
  expect(titleSize("Lantern Street at Noon, Again and Again")).toBe("medium");
  expect(titleSize("Concerning the Long Afternoon That Would Not End, and What Came Afterwards")).toBe(
    "long",
  );
});

test("wide scripts count for what they take", () => {
  expect(titleSize("夜明け前")).toBe("short");
  expect(titleSize("夜明け前に海辺の町をゆっくりと歩いていく小さな猫のためのワルツ")).toBe("long");
});
