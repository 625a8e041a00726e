import { expect, test } from "vitest";
import { zoneLabel, zoneName } from "./zone-label.ts";
import { MOST_ZONES } from "./zones.ts";

test("boxes have letters for names, as many as there can be, since faces beside them have numbers", () => {
  const names = Array.from({ length: MOST_ZONES }, (_, index) => zoneName(index));
  expect(names.join("")).toBe("ABCDEFGHIJKLMNOP");
});

test("who hears a box is told its letter, and where it lies", () => {
  const zone = { x: 0.4, y: 0.1, width: 0.3, height: 0.5 };
  expect(zoneLabel(1, zone)).toBe("Box B: from 40 % to 70 % across, from 10 % to 60 % down");
});
