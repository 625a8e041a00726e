import { expect, test } from "vitest";
import { timeText, untilText } from "./day-time.ts";

const at = (day: number, hour: number): number => new Date(2026, 10, day, hour, 7).getTime();

test("a time is said as shortly as it can be told from others", () => {
  const now = at(21, 9);
  expect(timeText(now)).toBe("09:07");
  expect(untilText(at(21, 14), now)).toBe("14:07");
  expect(untilText(at(22, 9), now)).toBe("Sun 09:07");
  expect(untilText(new Date(2026, 11, 3).getTime(), now)).toBe("Dec 3");
});
